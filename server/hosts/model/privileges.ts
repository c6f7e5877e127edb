// Privileges: the capabilities that matter for security, changing files and running commands.

import { capabilitiesFromBits, capabilityBit, capabilityBits } from '../judge/capability-bits';
import type { Capability } from './capabilities';
import type { Tools } from './persona';
import type { ToolCatalog } from './tools';

export type Privilege = Extract<Capability, 'write' | 'run'>;

export const privileges: readonly Privilege[] = ['write', 'run'];

/** The four possible lists, so that equal privileges are the identical list. */
const lists: readonly (readonly Privilege[])[] = [[], ['write'], ['run'], privileges];

/** The privileges among capabilities given as bits, in a fixed order; equal bits return the identical list. */
export const privilegesAmong = (bits: number): readonly Privilege[] =>
  lists[
    ((bits & capabilityBit.write) === 0 ? 0 : 1) + ((bits & capabilityBit.run) === 0 ? 0 : 2)
  ] ?? privileges;

/** The privileges in `others` that are missing in `own`; none with `run`, because commands can also change files. */
export const gainedPrivileges = (
  own: readonly Privilege[],
  others: readonly Privilege[],
): readonly Privilege[] =>
  own.includes('run') ? none : others.filter((privilege) => !own.includes(privilege));

const none: readonly Privilege[] = [];

/** The known capabilities that an agent has through its tools. */
export const capabilitiesOf = (tools: Tools, catalogue: ToolCatalog): ReadonlySet<Capability> =>
  new Set(capabilitiesFromBits(capabilityBits(tools, catalogue)));
