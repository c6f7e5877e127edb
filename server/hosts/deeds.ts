// The purpose of a tool, in enough detail to translate a tool name of one host into those of another. Each host declares
// its tool names by purpose; this file knows none of them.
import { remembered } from './remembered';

export type Deed =
  | 'read-file'
  | 'list-folder'
  | 'find-files'
  | 'search-text'
  | 'create-file'
  | 'change-file'
  | 'edit-notebook'
  | 'run-command'
  | 'fetch-page'
  | 'search-web'
  | 'track-todos'
  | 'delegate'
  | 'use-skill'
  | 'ask-person';

/** By purpose: the names of the tools for it, former names included. The first is the one to write. */
export type Deeds = Readonly<Partial<Record<Deed, readonly string[]>>>;

const byName = remembered((deeds: Deeds): ReadonlyMap<string, readonly Deed[]> => {
  const found = new Map<string, Deed[]>();
  for (const [deed, names] of Object.entries(deeds) as [Deed, readonly string[]][])
    for (const name of names) found.set(name, [...(found.get(name) ?? []), deed]);
  return found;
});

/** By tool name: its purposes, for every declared name. */
export const namesIn = (deeds: Deeds): ReadonlyMap<string, readonly Deed[]> => byName(deeds);

const none: readonly Deed[] = [];

/** The purposes of a tool name; empty for an unknown name. */
export const deedsOf = (name: string, deeds: Deeds): readonly Deed[] =>
  byName(deeds).get(name) ?? none;

/** The names in `to` that together have every purpose that `name` has in `from`; empty where `to` lacks one of them. */
export function equivalents(name: string, from: Deeds, to: Deeds): readonly string[] {
  const deeds = byName(from).get(name);
  if (!deeds) return noNames;
  const cache = translations(from)(to);
  const names = cache.get(name) ?? namesFor(deeds, to);
  cache.set(name, names);
  return names;
}

function namesFor(deeds: readonly Deed[], to: Deeds): readonly string[] {
  const names = deeds.map((deed) => to[deed]?.[0]);
  return names.includes(undefined) ? noNames : [...new Set(names.flatMap((one) => one ?? []))];
}

const noNames: readonly string[] = [];

/** Per pair of hosts the names already translated: at most as many as `from` has. */
const translations = remembered((_from: Deeds) =>
  remembered((_to: Deeds) => new Map<string, readonly string[]>()),
);
