// The purpose of a tool, in enough detail to translate a tool name of one host into those of another. Each host declares
// them with its tools; this file knows none of the names.

import { memoize } from '../../text/memoize';
import { type Message, t } from '../../text/message';

export const toolPurposes = [
  'read-file',
  'list-folder',
  'find-files',
  'search-text',
  'create-file',
  'change-file',
  'edit-notebook',
  'run-command',
  'fetch-page',
  'search-web',
  'track-todos',
  'delegate',
  'use-skill',
  'ask-person',
] as const;

export type ToolPurpose = (typeof toolPurposes)[number];

const actions: Readonly<Record<ToolPurpose, Message>> = {
  'read-file': t('read files'),
  'list-folder': t('list folders'),
  'find-files': t('find files'),
  'search-text': t('search in files'),
  'create-file': t('create files'),
  'change-file': t('change files'),
  'edit-notebook': t('edit notebooks'),
  'run-command': t('run commands'),
  'fetch-page': t('fetch web pages'),
  'search-web': t('search the web'),
  'track-todos': t('keep a to-do list'),
  delegate: t('call other agents'),
  'use-skill': t('use skills'),
  'ask-person': t('ask the user'),
};

/** What a tool of the purpose lets an agent do: `create files`. */
export const purposeAction = (purpose: ToolPurpose): Message => actions[purpose];

/** Whether a name is that of a purpose, and not that of a tool. */
export const isToolPurpose = (name: string): name is ToolPurpose => Object.hasOwn(actions, name);
// What a tool lets an agent do: the categories into which the tools of all hosts are sorted.

export const capabilities = [
  'read',
  'search',
  'write',
  'run',
  'web',
  'delegate',
  'plan',
  'ask',
  'mcp',
  'other',
] as const;

export type Capability = (typeof capabilities)[number];

const labels: Readonly<Record<Capability, Message>> = {
  read: t('Read'),
  search: t('Search'),
  write: t('Change files'),
  run: t('Run commands'),
  web: t('Web'),
  delegate: t('Delegate'),
  plan: t('Plan and track'),
  ask: t('Ask the user'),
  mcp: t('MCP servers'),
  other: t('Other'),
};

/** For groups of tools: `Change files`. */
export const capabilityLabel = (capability: Capability): Message => labels[capability];

const byPurpose: Readonly<Record<ToolPurpose, Capability>> = {
  'read-file': 'read',
  'list-folder': 'read',
  'find-files': 'search',
  'search-text': 'search',
  'create-file': 'write',
  'change-file': 'write',
  'edit-notebook': 'write',
  'run-command': 'run',
  'fetch-page': 'web',
  'search-web': 'web',
  'track-todos': 'plan',
  delegate: 'delegate',
  'use-skill': 'other',
  'ask-person': 'ask',
};

/** What a tool with this main purpose lets an agent do. */
export const capabilityFor = (main: ToolPurpose | undefined): Capability =>
  main === undefined ? 'other' : byPurpose[main];

/** By purpose: the names of the tools for it, former names included. The first is the one to write. */
export type ToolPurposes = Readonly<Partial<Record<ToolPurpose, readonly string[]>>>;

const byName = memoize((purposes: ToolPurposes): ReadonlyMap<string, readonly ToolPurpose[]> => {
  const found = new Map<string, ToolPurpose[]>();
  for (const [purpose, names] of Object.entries(purposes) as [ToolPurpose, readonly string[]][])
    for (const name of names) found.set(name, [...(found.get(name) ?? []), purpose]);
  return found;
});

/** By tool name: its purposes, for every declared name. */
export const namesIn = (purposes: ToolPurposes): ReadonlyMap<string, readonly ToolPurpose[]> =>
  byName(purposes);

const none: readonly ToolPurpose[] = [];

/** The purposes of a tool name; empty for an unknown name. */
export const purposesOf = (name: string, purposes: ToolPurposes): readonly ToolPurpose[] =>
  byName(purposes).get(name) ?? none;

/** The names in `to` that together have every purpose that `name` has in `from`; empty where `to` lacks one of them. */
export function equivalentNames(
  name: string,
  from: ToolPurposes,
  to: ToolPurposes,
): readonly string[] {
  const purposes = byName(from).get(name);
  if (!purposes) return noNames;
  const cache = translations(from)(to);
  const names = cache.get(name) ?? namesFor(purposes, to);
  cache.set(name, names);
  return names;
}

function namesFor(purposes: readonly ToolPurpose[], to: ToolPurposes): readonly string[] {
  const names = purposes.map((purpose) => to[purpose]?.[0]);
  return names.includes(undefined) ? noNames : [...new Set(names.flatMap((one) => one ?? []))];
}

const noNames: readonly string[] = [];

/** For each pair of hosts, the names that are already translated: at most as many as `from` has. */
const translations = memoize((_from: ToolPurposes) =>
  memoize((_to: ToolPurposes) => new Map<string, readonly string[]>()),
);
