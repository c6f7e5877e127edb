// Privileges: the capabilities that matter for security, changing files and running commands.
import { abilityBits, abilityList, bitOf } from './abilities';
import type { Capability } from './capabilities';
import type { Tools } from './persona';
import type { ToolCatalogue } from './tools';

export type Power = Extract<Capability, 'write' | 'run'>;

export const powers: readonly Power[] = ['write', 'run'];

/** The four possible lists, so that equal privileges are the identical list. */
const lists: readonly (readonly Power[])[] = [[], ['write'], ['run'], powers];

/** The privileges among capabilities given as bits, in a fixed order; equal bits return the identical list. */
export const powersAmong = (bits: number): readonly Power[] =>
  lists[((bits & bitOf.write) === 0 ? 0 : 1) + ((bits & bitOf.run) === 0 ? 0 : 2)] ?? powers;

/** The privileges in `others` that are missing in `own`; none with `run`, because commands can also change files. */
export const gainedBy = (own: readonly Power[], others: readonly Power[]): readonly Power[] =>
  own.includes('run') ? none : others.filter((power) => !own.includes(power));

const none: readonly Power[] = [];

/** The known capabilities that an agent has through its tools. */
export const abilitiesOf = (tools: Tools, catalogue: ToolCatalogue): ReadonlySet<Capability> =>
  new Set(abilityList(abilityBits(tools, catalogue)));
