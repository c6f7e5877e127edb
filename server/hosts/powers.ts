// What an agent may do of the far-reaching kind, by its tools: change files, run commands.
import { abilityBits, abilityList, bitOf } from './abilities';
import type { Capability } from './capabilities';
import type { Tools } from './persona';
import type { ToolCatalogue } from './tools';

export type Power = Extract<Capability, 'write' | 'run'>;

export const powers: readonly Power[] = ['write', 'run'];

/** Each list of powers once: thousands of agents have one of four. */
const shared: readonly (readonly Power[])[] = [[], ['write'], ['run'], powers];

/** In a fixed order; the same powers are the same list. @param abilities as bits. */
export const powersAmong = (abilities: number): readonly Power[] =>
  shared[((abilities & bitOf.write) === 0 ? 0 : 1) + ((abilities & bitOf.run) === 0 ? 0 : 2)] ??
  powers;

/** What one who has `own` gains by one who has `others`. Who runs commands can change files by them. */
export const gainedBy = (own: readonly Power[], others: readonly Power[]): readonly Power[] =>
  own.includes('run') ? none : others.filter((power) => !own.includes(power));

const none: readonly Power[] = [];

/** All that an agent can do by its tools, as far as that is known. */
export const abilitiesOf = (tools: Tools, catalogue: ToolCatalogue): ReadonlySet<Capability> =>
  new Set(abilityList(abilityBits(tools, catalogue)));
