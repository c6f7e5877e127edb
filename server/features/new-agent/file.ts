// The file of a new agent: a host's skeleton with what is known of the agent filled in, held against that host.
import { type Outline, outlineOf } from '../../agent/outline';
import { entryOf } from '../../agent/value';
import { flowScalar, insertField, replaceScalar, scalar, toMap } from '../../agent/write';
import { foldersOf } from '../../hosts/glob';
import type { AllowList, Dialect, FieldRole, Host } from '../../hosts/host';
import { placeIn } from '../../hosts/places';
import { givenTools } from '../../hosts/tools';
import { listedRules, ruledName, rulesFor } from '../../rules/allow-list';
import { hexOf, nearestColor } from '../../rules/color';
import type { Finding } from '../../rules/rule';
import { defaultSettings } from '../../settings/settings';
import { applyEdits, type Edit } from '../../text/edit';
import { plainSnippet } from '../../text/snippet';
import { type View, viewOf } from '../view';
import { type Ability, toolsFor } from './abilities';

export interface Wanted {
  readonly name: string;
  readonly description?: string | undefined;
  /** Names of this host; they go before `abilities`. */
  readonly tools?: readonly string[] | undefined;
  /** What it is to be able to do, and no more. */
  readonly abilities?: readonly Ability[] | undefined;
  readonly model?: string | undefined;
  /** A word or `#rrggbb`: the host is given its own that looks most like it. */
  readonly color?: string | undefined;
  /** Markdown. */
  readonly prompt?: string | undefined;
}

/** For this project, or for all projects of the user. */
export type Scope = 'project' | 'user';

export interface NewAgent {
  /** Below the root of a project, or the user's home. */
  readonly path: string;
  readonly text: string;
  /** What the host makes of it that was not meant. */
  readonly findings: readonly Finding[];
  /** What the host calls the agent; null where it sees none. */
  readonly id: string | null;
}

/** Null where the host takes no names of tools, and some were asked for; or where it has no folder of that scope. */
export function newAgent(host: Host, wanted: Wanted, scope: Scope = 'project'): NewAgent | null {
  const file = fileFor(host, scope);
  const path = file?.replace('{name}', () => wanted.name);
  const [dialect] = Object.values(host.dialects);
  if (path === undefined || !dialect) return null;
  if (wanted.tools && !dialect.allowList && !listsTools(dialect)) return null;
  const place = placeIn(host, path);
  if (!place) throw new Error(`${host.id} does not read its own file`);
  const tools = wanted.tools ?? (wanted.abilities && toolsFor(dialect, wanted.abilities));
  const make = (names: readonly string[] | undefined): View =>
    viewOf({
      path,
      text: written(host, dialect, { ...wanted, tools: names }),
      places: [place],
      settings: defaultSettings,
    });
  let view = make(tools);
  // Of what was chosen by what it does, some tools go without the others.
  const lost = wanted.tools ? [] : (view.verdicts()[0]?.persona?.tools.lost ?? []);
  if (lost.length > 0)
    view = make(tools?.filter((name) => !lost.some(({ written: one }) => one === name)));
  const [verdict] = view.verdicts();
  const { text } = view.outline;
  return { path, text, findings: view.findings(), id: verdict?.persona?.id ?? null };
}

/** Where the host looks for such agents first: `.claude/agents/{name}.md`. Null where it has no such folder. */
export function fileFor({ ownFile, locations }: Host, scope: Scope): string | null {
  if (scope === 'project') return ownFile;
  const own = locations.find((one) => one.scope === 'user' && one.role === 'owner');
  const [folder] = own ? foldersOf(own.glob) : [];
  return folder === undefined ? null : `${folder}/${ownFile.slice(ownFile.lastIndexOf('/') + 1)}`;
}

function written(host: Host, dialect: Dialect, wanted: Wanted): string {
  const { name, tools, model, color, prompt } = wanted;
  const words = spoken(name);
  const description = wanted.description ?? `Use it when ${withArticle(words)} is asked for.`;
  let text = plainSnippet(host.skeleton).replace(
    /\nYou are\s*$/,
    () => `\n${prompt?.trim() || `You are ${withArticle(words)}.`}\n`,
  );
  const put = (role: FieldRole, edits: Write): void => {
    const key = keyOf(dialect, role);
    if (key === undefined) return;
    const outline = outlineOf(text);
    text = applyEdits(text, edits(outline, key));
  };
  if (isNamed(host, dialect)) put('name', asText(name));
  put('description', asText(description));
  const { allowList } = dialect;
  if (tools && allowList) text = applyEdits(text, allowingOnly(text, tools, dialect, allowList));
  else if (tools) put('tools', asNames(tools));
  if (model !== undefined) put('model', asText(model));
  const ownColor = color === undefined ? undefined : colorFor(dialect, color);
  if (ownColor !== undefined) put('color', asText(ownColor));
  return text;
}

/** The word itself where the host has it, else the one that looks most like it; undefined for a host without colours. */
export function colorFor({ colors }: Dialect, color: string): string | undefined {
  if (colors.some(({ value }) => value === color)) return color;
  const hex = hexOf(color);
  return hex === undefined ? undefined : nearestColor(hex, colors);
}

type Write = (outline: Outline, key: string) => readonly Edit[];

const asText =
  (text: string): Write =>
  (outline, key) => {
    const entry = entryOf(outline.fields, key);
    return entry
      ? replaceScalar(outline, entry.value, text)
      : insertField(outline, key, scalar(text));
  };

/** In the form of the skeleton: between brackets, or as one text. */
const asNames =
  (names: readonly string[]): Write =>
  (outline, key) => {
    const entry = entryOf(outline.fields, key);
    if (entry?.value.kind === 'text') return replaceScalar(outline, entry.value, names.join(', '));
    const list = `[${names.map((name) => flowScalar(name)).join(', ')}]`;
    return entry ? [{ span: entry.value.span, text: list }] : insertField(outline, key, list);
  };

/** In place of the rules of the skeleton. */
function allowingOnly(
  text: string,
  tools: readonly string[],
  dialect: Dialect,
  allowList: AllowList,
): readonly Edit[] {
  const outline = outlineOf(text);
  const entry = entryOf(outline.fields, allowList.field);
  const names = new Set(tools.flatMap((tool) => ruledName(tool, dialect) ?? [tool]));
  const list = listedRules([...names], allowList);
  if (entry && list !== null) {
    // The list stands behind its key, on lines of its own.
    const start = entry.keySpan.end + 1;
    return [{ span: { start, end: entry.value.span.end }, text: list }];
  }
  return entry ? toMap(outline, entry, rulesFor([...names], allowList)) : [];
}

/** Of some names those that the host has no tool for, where it does not say so by itself. */
export function strangeTools(host: Host, tools: readonly string[]): readonly string[] {
  const [dialect] = Object.values(host.dialects);
  return dialect?.allowList ? tools.filter((tool) => !ruledName(tool, dialect)) : [];
}

export const toolsOf = ({ dialects }: Host): readonly string[] =>
  Object.values(dialects)
    .slice(0, 1)
    .flatMap(({ tools }) => givenTools(tools));

const keyOf = ({ fields }: Dialect, role: FieldRole): string | undefined =>
  Object.entries(fields).find(([, field]) => field.role === role && !field.deprecated)?.[0];

/** Where the path gives the name, the skeleton has no field for it. */
const isNamed = ({ skeleton }: Host, dialect: Dialect): boolean =>
  skeleton.includes(`\n${keyOf(dialect, 'name') ?? ''}:`);

const listsTools = (dialect: Dialect): boolean => {
  const key = keyOf(dialect, 'tools');
  return key !== undefined && dialect.fields[key]?.type.type === 'names';
};

/** `code-reviewer`: `code reviewer`. */
const spoken = (name: string): string => name.replaceAll(/[-_.\s]+/g, ' ').trim();

const withArticle = (words: string): string => `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
