// What the rules on tools share: removing, replacing and renaming one name of a list.
import type { Outline } from '../agent/outline';
import { addItem, removeItem, removeName, replaceName } from '../agent/write';
import type { Host, LostWhy } from '../hosts/host';
import type { ToolVerdict } from '../hosts/persona';
import { mainHosts } from '../hosts/places';
import { remembered } from '../hosts/remembered';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import type { Edit } from '../text/edit';
import { touches } from '../text/span';
import type { Allowed, Fix, Found } from './rule';

export function lostTools(
  { tools }: Verdict,
  why: LostWhy,
  allowed: Allowed,
): readonly ToolVerdict[] {
  let lost: ToolVerdict[] | undefined;
  for (const tool of tools) {
    if (tool.why !== why || tool.outcome !== 'lost' || allowed.tools.includes(tool.written))
      continue;
    lost ??= [];
    lost.push(tool);
  }
  return lost ?? noTools;
}

const noTools: readonly ToolVerdict[] = [];

/** The host that has a tool of this very name, other than the one asked. */
export const hostOfTool = (name: string, besides: Host): Host | undefined =>
  mainHosts.find((host) => host !== besides && toolNames(host).has(name));

/** A name that the host once had, and does not take any more. */
export const isGone = (host: Host, name: string): boolean => goneFrom(host).has(name);

const goneFrom = remembered(
  ({ dialects }: Host): ReadonlySet<string> =>
    new Set(
      Object.values(dialects).flatMap(({ tools }) =>
        tools.former.flatMap(({ name, mapped }) => (mapped ? [] : [name])),
      ),
    ),
);

const toolNames = remembered(
  ({ dialects }: Host): ReadonlySet<string> =>
    new Set(Object.values(dialects).flatMap(({ tools }) => tools.tools.map(({ name }) => name))),
);

/**
 * Takes the name out of its list. A list's last name is never taken out as a safe fix: none left and none granted
 * are not the same.
 */
export function removal(outline: Outline, verdict: Verdict, tool: ToolVerdict): Fix {
  const others = (): readonly ToolVerdict[] =>
    verdict.tools.filter((one) => one.key === tool.key && one !== tool);
  return {
    title: `Remove ${tool.written}`,
    safety: isSpent(tool) && staysLimited(others()) ? 'safe' : 'review',
    edits: () => removeEdits(outline, fieldOf(verdict, tool), tool),
  };
}

/** Gone for good, or there a second time. Every other name was written for a reason that a removal would hide. */
const isSpent = ({ outcome, why }: ToolVerdict): boolean => outcome !== 'lost' || why === 'removed';

/** Something in the list still counts once the name is gone. */
const staysLimited = (others: readonly ToolVerdict[]): boolean =>
  others.some(
    (one) => one.outcome === 'granted' || one.outcome === 'unverified' || one.outcome === 'denied',
  );

export const replacement = (
  outline: Outline,
  tool: ToolVerdict,
  name: string,
  safety: Fix['safety'],
): Fix => ({
  title: `Replace with ${name}`,
  safety,
  edits: () => replaceName(outline, tool.span, name),
});

/** One old name that stands for several: the first takes its place, the others follow at the end of the list. */
export const expansion = (
  outline: Outline,
  verdict: Verdict,
  tool: ToolVerdict,
  names: readonly string[],
): Fix => ({
  title: `Replace with ${names.join(', ')}`,
  safety: 'safe',
  edits: () => {
    const [first, ...rest] = names.filter((name) => !isListed(verdict, tool, name));
    if (first === undefined) return removeEdits(outline, fieldOf(verdict, tool), tool);
    return [
      ...replaceName(outline, tool.span, first),
      ...rest.flatMap((name) => addItem(outline, [tool.key], name)),
    ];
  },
});

export const isListed = (verdict: Verdict, tool: ToolVerdict, name: string): boolean =>
  verdict.tools.some((one) => one.key === tool.key && one.written === name);

/**
 * Listed, or granted under another name or as a member of a set. A list of denied tools has only the names in it: what the
 * agent is granted is not denied.
 */
export function hasTool(verdict: Verdict, tool: ToolVerdict, name: string): boolean {
  if (isListed(verdict, tool, name)) return true;
  if (fieldOf(verdict, tool)?.field?.role === 'denied-tools') return false;
  const granted = verdict.persona?.tools.granted ?? [];
  if (granted.includes(name)) return true;
  const { tools, standsFor } = verdict.dialect.tools;
  if (tools.some((set) => granted.includes(set.name) && set.members?.includes(name))) return true;
  const own = standsFor?.(name) ?? [];
  return own.length > 0 && own.every((one) => granted.includes(one));
}

/** Whether the host gives something for this name. */
export function isKnownTo({ dialect }: Verdict, name: string): boolean {
  const { tools, aliases = [], former, standsFor } = dialect.tools;
  return (
    (standsFor?.(name).length ?? 0) > 0 ||
    [...tools, ...aliases].some((one) => one.name === name) ||
    former.some((one) => one.mapped && one.name === name)
  );
}

const fieldOf = (verdict: Verdict, { key }: ToolVerdict): FieldVerdict | undefined =>
  verdict.fields.find((field) => field.key === key);

function removeEdits(
  outline: Outline,
  field: FieldVerdict | undefined,
  { span }: ToolVerdict,
): readonly Edit[] {
  const value = field?.value;
  if (!field || !value) return [];
  if (value.kind === 'text') return removeName(outline, value, span);
  if (value.kind !== 'list') return [];
  const index = value.items.findIndex((item) => touches(item.span, span.start));
  const item = value.items[index];
  if (!item) return [];
  const whole =
    item.kind !== 'text' || item.text.trim() === outline.text.slice(span.start, span.end);
  return whole || item.kind !== 'text'
    ? removeItem(outline, [field.key, index])
    : removeName(outline, item, span);
}

/** What is known of a name goes before a name that is not known; then a name that the other host takes for another tool. */
const toolRanks = ['known', 'unknown', 'mistaken'] as const;

/**
 * The rank of a finding about a tool among those of the file's other owners about the same word; undefined for a guest.
 * All else equal, the program goes first in which such files are edited.
 * @param more numbers that decide within the kind, before that does
 */
export const toolRank = (
  { place }: Verdict,
  kind: (typeof toolRanks)[number],
  ...more: readonly number[]
): Found['rank'] =>
  place.role === 'owner'
    ? [toolRanks.indexOf(kind), ...more, Number(place.host.builtin === undefined)]
    : undefined;

/** The host that a name is there for, where several read the same list: it takes what this one leaves out. */
export const takenBy = (
  besides: readonly Verdict[],
  { span }: ToolVerdict,
  outcomes: readonly ToolVerdict['outcome'][] = ['granted', 'unverified'],
): Host | undefined =>
  besides.find(({ tools }) =>
    tools.some((tool) => tool.span.start === span.start && outcomes.includes(tool.outcome)),
  )?.place.host;
