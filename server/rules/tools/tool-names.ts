// Functions shared by the rules on tools: lookups, and fixes that remove, replace or rename one name of a list.

import { allEdits, type Edits, type Writer } from '../../agent/writer';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { agentDialects } from '../../hosts/model/dialect';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Host, LossReason } from '../../hosts/model/host';
import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { memoize } from '../../text/memoize';
import { t } from '../../text/message';
import { touches } from '../../text/span';
import type { Merging } from '../merging';
import type { Allowed, Fix } from '../rule';
import { quotedList } from '../words';

export function lostTools(
  { tools }: Verdict,
  why: LossReason,
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

/** Another host that has a tool of exactly this name. */
export const hostOfTool = (
  { comparedHosts }: HostCatalog,
  name: string,
  reader: Host,
): Host | undefined => comparedHosts.find((host) => host !== reader && toolNames(host).has(name));

/** Whether the host once had a tool of this name and no longer accepts it. */
export const isGone = (host: Host, name: string): boolean => goneFrom(host).has(name);

const goneFrom = memoize(
  ({ dialects }: Host): ReadonlySet<string> =>
    new Set(
      agentDialects(dialects).flatMap(({ tools }) =>
        tools.former.flatMap(({ name, mapped }) => (mapped ? [] : [name])),
      ),
    ),
);

const toolNames = memoize(
  ({ dialects }: Host): ReadonlySet<string> =>
    new Set(agentDialects(dialects).flatMap(({ tools }) => tools.tools.map(({ name }) => name))),
);

/** Removes the name from its list. Never a safe fix for the last name, because an empty list may grant every tool. */
export function removal(writer: Writer, verdict: Verdict, tool: ToolVerdict): Fix {
  const others = (): readonly ToolVerdict[] =>
    verdict.tools.filter((one) => one.key === tool.key && one !== tool);
  return {
    title: t('Remove "{name}"', { name: tool.written }),
    safety: isUnneeded(tool) && isStillEffective(others()) ? 'safe' : 'review',
    edits: () => removeEdits(writer, fieldOf(verdict, tool), tool),
  };
}

/** Whether the tool was removed from the host or is listed twice. For any other name a removal would hide a mistake. */
const isUnneeded = ({ outcome, why }: ToolVerdict): boolean =>
  outcome !== 'lost' || why === 'removed';

/** Whether another name in the list has an effect. */
const isStillEffective = (others: readonly ToolVerdict[]): boolean =>
  others.some(
    (one) => one.outcome === 'granted' || one.outcome === 'unverified' || one.outcome === 'denied',
  );

export const replacement = (
  writer: Writer,
  tool: ToolVerdict,
  name: string,
  safety: Fix['safety'],
): Fix => ({
  title: t('Replace with "{value}"', { value: name }),
  safety,
  edits: () => writer.replaceName(tool.span, name),
});

/** Replaces an old name with several: the first in its place, the others at the end of the list. */
export const expandFix = (
  writer: Writer,
  verdict: Verdict,
  tool: ToolVerdict,
  names: readonly string[],
): Fix => ({
  title: t('Replace with {value}', { value: quotedList(names) }),
  safety: 'safe',
  edits: () => {
    const [first, ...rest] = names.filter((name) => !isListed(verdict, tool, name));
    if (first === undefined) return removeEdits(writer, fieldOf(verdict, tool), tool);
    return allEdits(
      writer.replaceName(tool.span, first),
      ...rest.map((name) => writer.addItem([tool.key], name)),
    );
  },
});

export const isListed = (verdict: Verdict, tool: ToolVerdict, name: string): boolean =>
  verdict.tools.some((one) => one.key === tool.key && one.written === name);

/**
 * Whether the tool is listed, or granted under another name or as a member of a set. In a list of denied tools only the listed
 * names count, because granted tools are not denied.
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

/** Whether the name grants a tool in the host. */
export function grantsKnownTool({ dialect }: Pick<Verdict, 'dialect'>, name: string): boolean {
  const { tools, aliases = [], former, standsFor } = dialect.tools;
  return (
    (standsFor?.(name).length ?? 0) > 0 ||
    [...tools, ...aliases].some((one) => one.name === name) ||
    former.some((one) => one.mapped && one.name === name)
  );
}

export const fieldOf = (
  verdict: Verdict,
  { key }: Pick<ToolVerdict, 'key'>,
): FieldVerdict | undefined => verdict.fields.find((field) => field.key === key);

/** Removes the name from the list or the string that contains it. No edit for the only name of a string. */
export function removeEdits(
  writer: Writer,
  field: FieldVerdict | undefined,
  { span }: ToolVerdict,
): Edits {
  const value = field?.value;
  if (!field || !value) return [];
  if (value.kind === 'text') return writer.removeName(value, span);
  if (value.kind !== 'list') return [];
  const index = value.items.findIndex((item) => touches(item.span, span.start));
  const item = value.items[index];
  if (!item) return [];
  const whole =
    item.kind !== 'text' || item.text.trim() === writer.outline.text.slice(span.start, span.end);
  return whole || item.kind !== 'text'
    ? writer.removeItem([field.key, index])
    : writer.removeName(item, span);
}

/** Findings on known names rank before those on unknown names, and before those on names that mean another tool elsewhere. */
const toolRanks = ['known', 'unknown', 'mistaken'] as const;

/**
 * The rank of a finding on a tool among those of the file's other owners on the same word; undefined for a guest. Of equal
 * findings, that of an editor goes first.
 * @param more numbers that are compared within the kind
 */
export const toolRank = (
  { place }: Verdict,
  kind: (typeof toolRanks)[number],
  ...more: readonly number[]
): Merging['rank'] =>
  place.role === 'owner'
    ? [toolRanks.indexOf(kind), ...more, Number(place.host.editorSupport === undefined)]
    : undefined;

/** Another host of the same list that accepts a name that this host ignores. */
export const takenBy = (
  others: readonly Verdict[],
  { span }: ToolVerdict,
  outcomes: readonly ToolVerdict['outcome'][] = ['granted', 'unverified'],
): Host | undefined =>
  others.find(({ tools }) =>
    tools.some((tool) => tool.span.start === span.start && outcomes.includes(tool.outcome)),
  )?.place.host;
