// Translates what a new agent should be able to do into tools of a host that do this and nothing more.
import { type Capability, capabilities } from '../../hosts/capabilities';
import { type Deed, type Deeds, deedsOf } from '../../hosts/deeds';
import type { Dialect } from '../../hosts/host';

/** What a user can choose, from harmless to far-reaching. The others have no plain tool names that a file could grant. */
export type Ability = Exclude<Capability, 'mcp' | 'other'>;
export const choosable = capabilities.filter(
  (one): one is Ability => one !== 'mcp' && one !== 'other',
);

const purposesBy: Readonly<Record<Ability, readonly Deed[]>> = {
  read: ['read-file', 'list-folder'],
  search: ['find-files', 'search-text', 'list-folder'],
  write: ['create-file', 'change-file', 'edit-notebook'],
  run: ['run-command'],
  web: ['fetch-page', 'search-web'],
  delegate: ['delegate'],
  plan: ['track-todos', 'use-skill'],
  ask: ['ask-person'],
};

/** Tool names, each once. A tool that does more than was asked for is not included. */
export function toolsFor({ tools }: Dialect, abilities: readonly Ability[]): readonly string[] {
  const { deeds = {} } = tools;
  const wanted = new Set(abilities.flatMap((ability) => purposesBy[ability]));
  const unavailable = new Set(
    tools.tools.flatMap(({ name, unavailable }) => (unavailable === undefined ? [] : [name])),
  );
  const names = [...wanted].flatMap((deed) => best(deed, deeds, wanted) ?? []);
  return [...new Set(names)].filter((name) => !unavailable.has(name));
}

const best = (deed: Deed, deeds: Deeds, wanted: ReadonlySet<Deed>): string | undefined => {
  const [name] = deeds[deed] ?? [];
  return name !== undefined && deedsOf(name, deeds).every((one) => wanted.has(one))
    ? name
    : undefined;
};
