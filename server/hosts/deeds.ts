// What tools are for, finely enough to name in one host what is meant by a name of another. Each host declares its names
// by deed; nothing is known here of any of them.
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

/** By deed the names that do it, old ones too: the first is the one to write. */
export type Deeds = Readonly<Partial<Record<Deed, readonly string[]>>>;

const byName = remembered((deeds: Deeds): ReadonlyMap<string, readonly Deed[]> => {
  const found = new Map<string, Deed[]>();
  for (const [deed, names] of Object.entries(deeds) as [Deed, readonly string[]][])
    for (const name of names) found.set(name, [...(found.get(name) ?? []), deed]);
  return found;
});

/** Every name that is declared to do something. */
export const namesIn = (deeds: Deeds): ReadonlyMap<string, readonly Deed[]> => byName(deeds);

const none: readonly Deed[] = [];

/** What a name does; empty for one that is not declared. */
export const deedsOf = (name: string, deeds: Deeds): readonly Deed[] =>
  byName(deeds).get(name) ?? none;

/** The names in `to` that together do what `name` does in `from`; empty where one of its deeds has no name there. */
export function equivalents(name: string, from: Deeds, to: Deeds): readonly string[] {
  const deeds = byName(from).get(name);
  if (!deeds) return nobody;
  const known = answers(from)(to);
  const answer = known.get(name) ?? namesFor(deeds, to);
  known.set(name, answer);
  return answer;
}

function namesFor(deeds: readonly Deed[], to: Deeds): readonly string[] {
  const names = deeds.map((deed) => to[deed]?.[0]);
  return names.includes(undefined) ? nobody : [...new Set(names.flatMap((one) => one ?? []))];
}

const nobody: readonly string[] = [];

/** No more than there are names in `from`. */
const answers = remembered((_from: Deeds) =>
  remembered((_to: Deeds) => new Map<string, readonly string[]>()),
);
