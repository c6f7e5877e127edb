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

/** What a server's tool can do is not known, and not counted. */
export function abilitiesOf(
  { all, granted, denied, always }: Tools,
  catalogue: ToolCatalogue,
): ReadonlySet<Capability | undefined> {
  const names = [...(all ? givenTools(catalogue) : []), ...granted, ...always];
  return new Set(names.filter((name) => !denied.includes(name)).map(deedOf(catalogue)));
}

/** A tool of a set does what the set does, where the table has only the set. */
const deedOf =
  (catalogue: ToolCatalogue) =>
  (name: string): Capability | undefined =>
    deeds(catalogue).get(name) ?? deeds(catalogue).get(name.slice(0, name.indexOf('/')));
