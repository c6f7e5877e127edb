// What an agent may do of the far-reaching kind, by its tools: change files, run commands.
import type { Capability } from './capabilities';
import type { Tools } from './persona';
import { remembered } from './remembered';
import { givenTools, type ToolCatalogue } from './tools';

export type Power = Extract<Capability, 'write' | 'run'>;

export const powers: readonly Power[] = ['write', 'run'];

const deeds = remembered(
  ({ tools }: ToolCatalogue): ReadonlyMap<string, Capability> =>
    new Map(tools.map(({ name, does }) => [name, does])),
);

/** Each list of powers once: thousands of agents have one of four. */
const shared: readonly (readonly Power[])[] = [[], ['write'], ['run'], powers];

/** In a fixed order; the same powers are the same list. */
export const powersAmong = (abilities: ReadonlySet<Capability | undefined>): readonly Power[] =>
  shared[(abilities.has('write') ? 1 : 0) + (abilities.has('run') ? 2 : 0)] ?? powers;

/** What one who has `own` gains by one who has `others`. Who runs commands can change files by them. */
export const gainedBy = (own: readonly Power[], others: readonly Power[]): readonly Power[] =>
  own.includes('run') ? none : others.filter((power) => !own.includes(power));

const none: readonly Power[] = [];

/** What a server's tool can do is not known, and not counted. */
export function abilitiesOf(
  { all, granted, denied, always }: Tools,
  catalogue: ToolCatalogue,
): ReadonlySet<Capability | undefined> {
  // Many agents name no tools at all.
  if (all && granted.length === 0 && denied.length === 0 && always.length === 0)
    return abilitiesOfAll(catalogue);
  const given = all ? givenTools(catalogue) : [];
  const found = new Set<Capability | undefined>();
  const of = deedOf(catalogue);
  for (const names of [given, granted, always])
    for (const name of names) if (!denied.includes(name)) found.add(of(name));
  return found;
}

const abilitiesOfAll = remembered(
  (catalogue: ToolCatalogue): ReadonlySet<Capability | undefined> =>
    new Set(givenTools(catalogue).map(deedOf(catalogue))),
);

/** A tool of a set does what the set does, where the table has only the set. */
const deedOf = (catalogue: ToolCatalogue) => {
  const known = deeds(catalogue);
  return (name: string): Capability | undefined =>
    known.get(name) ?? known.get(name.slice(0, name.indexOf('/')));
};
