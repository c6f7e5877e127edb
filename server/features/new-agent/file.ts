// The file of a new agent: the skeleton of a host, filled in with what is known of the agent and checked against that host.
import { outlineOfFile } from '../../agent/outline';
import { writerFor } from '../../agent/write-for';
import type { Edits, Writer } from '../../agent/writer';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { placeIn } from '../../hosts/catalog/places';
import {
  type AllowList,
  agentDialects,
  type CapabilityLimit,
  type Dialect,
} from '../../hosts/model/dialect';
import type { FieldRole } from '../../hosts/model/field';
import { foldersOf } from '../../hosts/model/glob';
import { type Host, hasInSkeleton } from '../../hosts/model/host';
import { availableTools } from '../../hosts/model/tools';
import type { Finding } from '../../rules/rule';
import { listedRules, permissionsOf, rulesFor } from '../../rules/tools/allow-list';
import { hexOf, nearestColor } from '../../rules/values/color';
import { defaultSettings } from '../../settings/settings';
import { applyEdits } from '../../text/edit';
import { plainSnippet } from '../../text/snippet';
import { entryOf } from '../../yaml/value';
import { type View, viewOf } from '../view/view';
import { type CapabilityChoice, toolsFor } from './capability-tools';

export interface NewAgentOptions {
  readonly name: string;
  readonly description?: string | undefined;
  /** Tool names of this host; they override `capabilities`. */
  readonly tools?: readonly string[] | undefined;
  /** What it should be able to do, and nothing more. */
  readonly capabilities?: readonly CapabilityChoice[] | undefined;
  readonly model?: string | undefined;
  /** A name or `#rrggbb`; replaced by the most similar color of the host. */
  readonly color?: string | undefined;
  /** Without the model that the skeleton of the host states, which other hosts of the file may not have. */
  readonly isWithoutModel?: boolean | undefined;
  /** Markdown. */
  readonly prompt?: string | undefined;
  /** Folders of agents that the project already has, such as `.opencode/agents`: they are used where the host reads them. */
  readonly folders?: ReadonlySet<string> | undefined;
}

/** In this project, or for all projects of the user. */
export type Scope = 'project' | 'user';

export interface NewAgent {
  /** Below the root of a project, or the user's home. */
  readonly path: string;
  readonly text: string;
  /** What the host does with it that was not intended. */
  readonly findings: readonly Finding[];
  /** The name under which the host loads the agent; null where it loads none. */
  readonly id: string | null;
}

/**
 * Null where tools were given and the host accepts no tool names, where it has no folder of that scope, or where its syntax cannot
 * express a value.
 */
export function newAgent(
  catalog: HostCatalog,
  host: Host,
  wanted: NewAgentOptions,
  scope: Scope = 'project',
): NewAgent | null {
  const file = scope === 'project' ? projectFile(host, wanted.folders) : fileFor(host, scope);
  const path = file?.replace('{name}', () => wanted.name);
  const [dialect] = agentDialects(host.dialects);
  if (path === undefined || !dialect) return null;
  if (wanted.tools && !dialect.allowList && !listsTools(dialect)) return null;
  const place = placeIn(host, path);
  if (!place) throw new Error(`${host.id} does not read its own file`);
  // Without known tools, the host's limits express the capabilities.
  const tools =
    wanted.tools ??
    (wanted.capabilities && dialect.tools.tools.length > 0
      ? toolsFor(dialect, wanted.capabilities)
      : undefined);
  const make = (names: readonly string[] | undefined): View | null => {
    const text = written(catalog, host, dialect, { ...wanted, tools: names });
    return text === null
      ? null
      : viewOf({ catalog, path, text, places: [place], settings: defaultSettings });
  };
  let view = make(tools);
  if (!view) return null;
  // Some of the tools for the capabilities may not be granted; the others are kept.
  const lost = wanted.tools ? [] : (view.verdicts()[0]?.persona?.tools.lost ?? []);
  if (lost.length > 0)
    view = make(tools?.filter((name) => !lost.some(({ written: one }) => one === name))) ?? view;
  const [verdict] = view.verdicts();
  const { text } = view.outline;
  return { path, text, findings: view.findings(), id: verdict?.persona?.id ?? null };
}

/** The path of a new agent of the host: `.claude/agents/{name}.md`. Null where it has no folder of that scope. */
export function fileFor({ ownFile, locations }: Host, scope: Scope): string | null {
  if (scope === 'project') return ownFile;
  const own = locations.find((one) => one.scope === 'user' && one.role === 'owner');
  const [folder] = own ? foldersOf(own.glob) : [];
  return folder === undefined ? null : `${folder}/${ownFile.slice(ownFile.lastIndexOf('/') + 1)}`;
}

/** In a folder that the project has already, where the host has several of the same kind: `.opencode/agents/{name}.md`. */
function projectFile({ ownFile, locations }: Host, existing: ReadonlySet<string> = none): string {
  const at = ownFile.lastIndexOf('/');
  const own = ownFile.slice(0, at);
  const equal =
    locations
      .filter(({ scope, role }) => scope === 'project' && role === 'owner')
      .map(({ glob }) => foldersOf(glob))
      .find((folders) => folders.includes(own)) ?? [];
  const used = existing.has(own) ? own : equal.find((folder) => existing.has(folder));
  return `${used ?? own}${ownFile.slice(at)}`;
}

const none: ReadonlySet<string> = new Set();

function written(
  catalog: HostCatalog,
  host: Host,
  dialect: Dialect,
  wanted: NewAgentOptions,
): string | null {
  const { name, tools, model, color, prompt } = wanted;
  const words = spacedWords(name);
  const description = wanted.description ?? `Use when ${withArticle(words)} is needed.`;
  const ownPrompt = prompt?.trim() || `You are ${withArticle(words)}.`;
  let text = plainSnippet(host.kinds.agent.skeleton).replace(
    /\nYou are\s*$/,
    () => `\n${ownPrompt}\n`,
  );
  let isExpressed = true;
  const apply = (write: (writer: Writer) => Edits): void => {
    const edits = write(writerFor(outlineOfFile(host.ownFile, text), [host.kinds.agent.syntax]));
    if (edits) text = applyEdits(text, edits);
    else isExpressed = false;
  };
  const put = (role: FieldRole, write: Write): void => {
    const key = keyOf(dialect, role);
    if (key !== undefined) apply((writer) => write(writer, key));
  };
  if (isNamed(host, dialect)) put('name', asText(name));
  put('description', asText(description));
  put('prompt', asText(`${ownPrompt}\n`));
  const { allowList } = dialect;
  if (tools && allowList) apply((writer) => allowingOnly(writer, tools, dialect, allowList));
  else if (tools) put('tools', (writer, key) => writer.setNames(key, tools));
  for (const { field, value, isText } of limitsFor(dialect, wanted)) {
    apply((writer) => writer.insertField(field, value));
    apply((writer) => {
      const entry = entryOf(writer.outline.fields, field);
      return entry
        ? writer.replaceValue(entry.value, isText ? { text: value } : { word: value })
        : null;
    });
  }
  if (model !== undefined) put('model', asText(model));
  else if (wanted.isWithoutModel)
    put('model', (writer, key) => {
      const entry = entryOf(writer.outline.fields, key);
      return entry ? writer.removeField(entry) : [];
    });
  const ownColor = color === undefined ? undefined : colorFor(catalog, dialect, color);
  if (ownColor !== undefined) put('color', asText(ownColor));
  return isExpressed ? text : null;
}

/**
 * Whether an agent of the host may change files or run commands although that was not chosen, because its file has no place for such a
 * limit that the host applies.
 */
export function exceeds(host: Host, capabilities: readonly CapabilityChoice[]): boolean {
  const [dialect] = agentDialects(host.dialects);
  if (!dialect || dialect.allowList || dialect.tools.tools.length > 0) return false;
  const denied = limitsFor(dialect, { name: '', capabilities }).flatMap(({ denies, isStated }) =>
    isStated ? [] : denies,
  );
  return (['write', 'run'] as const).some(
    (one) => !capabilities.includes(one) && !denied.includes(one),
  );
}

/** The limits that deny nothing of what the agent should be able to do. */
const limitsFor = (
  { limits = [] }: Dialect,
  { capabilities }: NewAgentOptions,
): readonly CapabilityLimit[] =>
  capabilities === undefined
    ? []
    : limits.filter(({ denies }) => !denies.some((one) => capabilities.some((has) => has === one)));

/** The color itself where the host has it, else its most similar one; undefined for a host without colors. */
export function colorFor(
  catalog: HostCatalog,
  { colors }: Dialect,
  color: string,
): string | undefined {
  if (colors.some(({ value }) => value === color)) return color;
  const hex = hexOf(catalog, color);
  return hex === undefined ? undefined : nearestColor(hex, colors);
}

type Write = (writer: Writer, key: string) => Edits;

const asText =
  (text: string): Write =>
  (writer, key) => {
    const entry = entryOf(writer.outline.fields, key);
    return entry ? writer.replaceValue(entry.value, { text }) : writer.insertField(key, text);
  };

/** Edits that replace the rules of the skeleton. */
function allowingOnly(
  writer: Writer,
  tools: readonly string[],
  dialect: Dialect,
  allowList: AllowList,
): Edits {
  const entry = entryOf(writer.outline.fields, allowList.field);
  const names = new Set(tools.flatMap((tool) => permissionsOf(tool, dialect) ?? [tool]));
  const list = listedRules([...names], allowList);
  if (entry && list !== null) {
    // The list follows its key on lines of its own.
    const start = entry.keySpan.end + 1;
    return writer.inYaml([{ span: { start, end: entry.value.span.end }, text: list }]);
  }
  return entry ? writer.setField(entry, { pairs: rulesFor([...names], allowList) }) : [];
}

/** The names that no tool of the host has. Empty for hosts whose own findings report them. */
export function unknownTools(host: Host, tools: readonly string[]): readonly string[] {
  const [dialect] = agentDialects(host.dialects);
  return dialect?.allowList ? tools.filter((tool) => !permissionsOf(tool, dialect)) : [];
}

export const toolsOf = ({ dialects }: Host): readonly string[] =>
  agentDialects(dialects)
    .slice(0, 1)
    .flatMap(({ tools }) => availableTools(tools));

const keyOf = ({ fields }: Dialect, role: FieldRole): string | undefined =>
  Object.entries(fields).find(([, field]) => field.role === role && !field.deprecated)?.[0];

/** Whether the file names the agent. Where the path does, the skeleton has no field for it. */
const isNamed = ({ kinds }: Host, dialect: Dialect): boolean =>
  hasInSkeleton(kinds.agent, keyOf(dialect, 'name') ?? '');

const listsTools = (dialect: Dialect): boolean => {
  const key = keyOf(dialect, 'tools');
  return key !== undefined && dialect.fields[key]?.type.type === 'names';
};

/** `code-reviewer`: `code reviewer`. */
const spacedWords = (name: string): string => name.replaceAll(/[-_.\s]+/g, ' ').trim();

const withArticle = (words: string): string => `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
