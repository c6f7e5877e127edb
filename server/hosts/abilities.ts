// What an agent's tools let it do, as one number: a bit for each capability. Over thousands of agents no set is made.
import { type Capability, capabilities } from './capabilities';
import type { Tools } from './persona';
import { remembered } from './remembered';
import { givenTools, type ToolCatalogue } from './tools';

export const bitOf = Object.fromEntries(
  capabilities.map((one, index) => [one, 1 << index]),
) as Readonly<Record<Capability, number>>;

/** The capabilities of which the bits are set, in their own order. The same bits are the same list. */
export function abilityList(bits: number): readonly Capability[] {
  let list = lists[bits];
  if (!list) {
    list = capabilities.filter((one) => (bits & bitOf[one]) !== 0);
    lists[bits] = list;
  }
  return list;
}

/** Thousands of agents have one of a few. */
const lists: (readonly Capability[])[] = [];

/** What a server's tool can do is not known, and not counted. */
export function abilityBits(
  { all, granted, denied, always }: Tools,
  catalogue: ToolCatalogue,
): number {
  // Many agents name no tools at all.
  if (all && granted.length === 0 && denied.length === 0 && always.length === 0)
    return bitsOfAll(catalogue);
  const known = deeds(catalogue);
  let bits = all ? among(givenTools(catalogue), denied, known) : 0;
  bits |= among(granted, denied, known);
  return bits | among(always, denied, known);
}

type Deeds = ReadonlyMap<string, Deed>;

interface Deed {
  readonly bits: number;
  readonly asksAs: string | undefined;
}

const deeds = remembered(
  ({ tools }: ToolCatalogue): Deeds =>
    // A tool that agents are not given here lets them do nothing.
    new Map(
      tools.map(({ name, does, unavailable, asksAs }) => [
        name,
        { bits: unavailable ? 0 : bitOf[does], asksAs },
      ]),
    ),
);

const bitsOfAll = remembered((catalogue: ToolCatalogue): number =>
  among(givenTools(catalogue), [], deeds(catalogue)),
);

/** A tool of a set does what the set does, where the table has only the set. */
function among(names: readonly string[], denied: readonly string[], known: Deeds): number {
  let bits = 0;
  for (const name of names) {
    if (denied.length > 0 && denied.includes(name)) continue;
    const deed = known.get(name) ?? known.get(name.slice(0, name.indexOf('/')));
    if (!deed || (deed.asksAs !== undefined && denied.includes(deed.asksAs))) continue;
    bits |= deed.bits;
  }
  return bits;
}
