// The file of a new agent: a host's skeleton with what is known of the agent filled in, held against that host.
import { type Outline, outlineOf } from '../agent/outline';
import { entryOf } from '../agent/value';
import { flowScalar, insertField, replaceScalar, scalar, toMap } from '../agent/write';
import type { AllowList, Dialect, FieldRole, Host } from '../hosts/host';
import { ownPlace } from '../hosts/places';
import { givenTools } from '../hosts/tools';
import { ruledName, rulesFor } from '../rules/allow-list';
import type { Finding } from '../rules/rule';
import { defaultSettings } from '../settings/settings';
import { applyEdits, type Edit } from '../text/edit';
import { plainSnippet } from './completion/skeletons';
import { viewOf } from './view';

export interface Wanted {
  readonly name: string;
  readonly description?: string | undefined;
  readonly tools?: readonly string[] | undefined;
  readonly model?: string | undefined;
}

export interface NewAgent {
  /** Below the root of a project. */
  readonly path: string;
  readonly text: string;
  /** What the host makes of it that was not meant. */
  readonly findings: readonly Finding[];
  /** What the host calls the agent; null where it sees none. */
  readonly id: string | null;
}

/** Null where the host takes no names of tools, and some were asked for. */
export function newAgent(host: Host, wanted: Wanted): NewAgent | null {
  const path = host.ownFile.replace('{name}', () => wanted.name);
  const place = ownPlace(host, path);
  const [dialect] = Object.values(host.dialects);
  if (!place || !dialect) throw new Error(`${host.id} does not read its own file`);
  if (wanted.tools && !dialect.allowList && !listsTools(dialect)) return null;
  const text = written(host, dialect, wanted);
  const view = viewOf({ path, text, places: [place], settings: defaultSettings });
  const [verdict] = view.verdicts();
  return { path, text, findings: view.findings(), id: verdict?.persona?.id ?? null };
}

function written(host: Host, dialect: Dialect, wanted: Wanted): string {
  const { name, tools, model } = wanted;
  const words = spoken(name);
  const description = wanted.description ?? `Use it when ${withArticle(words)} is asked for.`;
  let text = plainSnippet(host.skeleton).replace(
    /\nYou are\s*$/,
    () => `\nYou are ${withArticle(words)}.\n`,
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
  return text;
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
  const rules = rulesFor([...names], allowList);
  return entry ? toMap(outline, entry, rules) : [];
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
