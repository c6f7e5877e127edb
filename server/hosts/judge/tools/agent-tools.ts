// The tools of an agent with a list of allowed and a list of denied tools: what the one grants without what the other removes.
// Hosts differ in what each name grants or removes, which is in the verdicts, and in how names stand for others, which is in the
// catalog.
import type { Token } from '../../../agent/name-tokens';
import {
  createToolVerdict,
  type ToolOutcome,
  type Tools,
  type ToolVerdict,
} from '../../model/persona';
import { isOfServer, standsForName } from '../../model/server-names';
import type { ToolCatalog } from '../../model/tools';
import { collectTools } from './collect-tools';

export interface ToolLists {
  readonly catalog: ToolCatalog;
  /** The verdicts on the names of the list of allowed tools. */
  readonly listed: readonly ToolVerdict[];
  /** Those on the names of the list of denied tools. */
  readonly removed: readonly ToolVerdict[];
  /** Whether the agent has every tool that is not removed: the list of allowed tools limits nothing. */
  readonly hasAll: boolean;
  /** Tools that it has for another reason, unless they are denied. */
  readonly added?: readonly string[];
  /** Tools that it lacks for another reason than a denial. */
  readonly missing?: readonly string[];
  /** Tools that every agent has, unless they are denied. */
  readonly always?: readonly string[];
}

const none: readonly string[] = [];

/** No denial adds a tool, the order of the names makes no difference, and no list holds a denied name. */
export function agentTools({
  catalog,
  listed,
  removed,
  hasAll,
  added = none,
  missing = none,
  always = none,
}: ToolLists): Tools {
  const named = collectTools(listed, always);
  const denials = removed.flatMap(({ outcome, names }) => (outcome === 'denied' ? names : none));
  const granted = [...(hasAll ? none : named.granted), ...added];
  if (denials.length === 0 && missing.length === 0)
    return { ...named, all: hasAll, granted: unique(granted), ...(hasAll && { unverified: none }) };
  const without = [...denials, ...missing];
  const isLeft = (name: string): boolean =>
    !without.some((denial) => standsForName(denial, name, catalog.servers));
  const isGiven = (name: string): boolean =>
    isOfServer(name, catalog.servers) ||
    granted.includes(name) ||
    always.includes(name) ||
    (hasAll && !isUnavailable(name, catalog));
  return {
    ...named,
    all: hasAll,
    granted: unique(granted.filter(isLeft)),
    always: always.filter(isLeft),
    unverified: hasAll ? none : named.unverified.filter(isLeft),
    denied: unique((hasAll ? without : denials).filter(isGiven)),
  };
}

const unique = (names: readonly string[]): readonly string[] =>
  names.length < 2 ? names : [...new Set(names)];

/** Whether no agent has the tool anyway, so that nothing is denied. */
const isUnavailable = (name: string, { tools }: ToolCatalog): boolean =>
  tools.some((tool) => tool.name === name && tool.unavailable !== undefined);

/** Whether an agent with these tools has this tool of an MCP server, if the server has it. */
export function hasServerTool(
  { all, unverified, denied }: Tools,
  name: string,
  { servers }: ToolCatalog,
): boolean {
  const isIn = (names: readonly string[]): boolean =>
    names.some((one) => standsForName(one, name, servers));
  return (all || isIn(unverified)) && !isIn(denied);
}

/** A verdict for each name of a list. @param key that of the field. */
export const verdictsOn = (
  names: readonly Token[],
  key: string,
  outcomeOf: (name: string) => ToolOutcome,
): readonly ToolVerdict[] =>
  names.map(({ text, span }) => createToolVerdict(text, span, key, outcomeOf(text)));
