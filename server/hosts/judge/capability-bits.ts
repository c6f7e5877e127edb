// What an agent's tools let it do, as one number with a bit for each capability: over thousands of agents that is
// considerably cheaper than a set for each.

import { memoize } from '../../text/memoize';
import type { Tools } from '../model/persona';
import { type Privilege, privileges } from '../model/privileges';
import { type Capability, capabilities } from '../model/tool-purposes';
import { availableTools, type ToolCatalog } from '../model/tools';

export const capabilityBit = Object.fromEntries(
  capabilities.map((capability, index) => [capability, 1 << index]),
) as Readonly<Record<Capability, number>>;

/** The capabilities whose bits are set, in the order of `capabilities`. Equal bits return the identical list. */
export function capabilitiesFromBits(bits: number): readonly Capability[] {
  let list = listsByBits[bits];
  if (!list) {
    list = capabilities.filter((capability) => (bits & capabilityBit[capability]) !== 0);
    listsByBits[bits] = list;
  }
  return list;
}

/** By bits: thousands of agents share a few combinations. */
const listsByBits: (readonly Capability[])[] = [];

/** One bit for each capability that the tools provide. The capabilities of MCP tools are unknown and not counted. */
export function capabilityBits(
  { all, granted, denied, always }: Tools,
  catalog: ToolCatalog,
): number {
  // Many agents list no tools at all, so the result for all tools is memoized.
  if (all && granted.length === 0 && denied.length === 0 && always.length === 0)
    return bitsOfAll(catalog);
  const entries = entriesOf(catalog);
  let bits = all ? bitsOf(availableTools(catalog), denied, entries) : 0;
  bits |= bitsOf(granted, denied, entries);
  return bits | bitsOf(always, denied, entries);
}

type EntriesByName = ReadonlyMap<string, ToolEntry>;

interface ToolEntry {
  readonly bits: number;
  readonly asksAs: string | undefined;
}

const entriesOf = memoize(
  ({ tools }: ToolCatalog): EntriesByName =>
    // A tool that is unavailable to such agents adds no capability.
    new Map(
      tools.map(({ name, does, unavailable, asksAs }) => [
        name,
        { bits: unavailable ? 0 : capabilityBit[does], asksAs },
      ]),
    ),
);

const bitsOfAll = memoize((catalog: ToolCatalog): number =>
  bitsOf(availableTools(catalog), [], entriesOf(catalog)),
);

/** A tool `set/tool` that the catalog does not list has the capabilities of its set. */
function bitsOf(
  names: readonly string[],
  denied: readonly string[],
  entries: EntriesByName,
): number {
  let bits = 0;
  for (const name of names) {
    if (denied.length > 0 && denied.includes(name)) continue;
    const entry = entries.get(name) ?? entries.get(name.slice(0, name.indexOf('/')));
    if (!entry || (entry.asksAs !== undefined && denied.includes(entry.asksAs))) continue;
    bits |= entry.bits;
  }
  return bits;
}

/** The four possible lists, so that equal privileges are the identical list. */
export const lists: readonly (readonly Privilege[])[] = [[], ['write'], ['run'], privileges];
/** The privileges among capabilities given as bits, in a fixed order; equal bits return the identical list. */
export const privilegesAmong = (bits: number): readonly Privilege[] =>
  lists[
    ((bits & capabilityBit.write) === 0 ? 0 : 1) + ((bits & capabilityBit.run) === 0 ? 0 : 2)
  ] ?? privileges;
/** The known capabilities that an agent has through its tools. */
export const capabilitiesOf = (tools: Tools, catalog: ToolCatalog): ReadonlySet<Capability> =>
  new Set(capabilitiesFromBits(capabilityBits(tools, catalog)));
