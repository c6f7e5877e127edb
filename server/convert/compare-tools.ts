// Whether an agent may do more in one host than in another, in the terms that all hosts share. This is the safety net of every
// conversion: it compares what the two readers find and not what was intended to be written.
import {
  denied,
  type Grant,
  grantFor,
  isLimited,
  leastOf,
  mostOf,
  permissiveness,
  type ServerGrant,
  type SharedTools,
  withImplied,
} from '../hosts/model/conversion';
import { type Capability, type ToolPurpose, toolPurposes } from '../hosts/model/tool-purposes';
import { capabilityOf, type ToolCatalog } from '../hosts/model/tools';

export interface HeldTools {
  readonly tools: SharedTools;
  readonly catalog: ToolCatalog;
  readonly harmless: readonly string[];
}

export interface ToolDifference {
  /** A purpose, the tool of a server, or a tool of the host. */
  readonly part: string;
  readonly change: 'wider' | 'narrower';
}

/** The differences of `now` from `before`; none where the agent may do the same. */
export function compareTools(before: HeldTools, now: HeldTools): readonly ToolDifference[] {
  if (isUnlimited(before.tools) && isUnlimited(now.tools)) return [];
  return [
    ...purposeDifferences(before.tools, now.tools),
    ...serverDifferences(before.tools, now.tools),
    ...otherTools(before, now),
    ...calleeDifferences(before.tools, now.tools),
  ];
}

/** The file limits nothing, so that the host decides. */
const isUnlimited = ({ purposes, rest, servers, callees }: SharedTools): boolean =>
  rest === 'allow' &&
  callees === null &&
  servers.every(({ action }) => action === 'allow') &&
  Object.values(purposes).every((grant) => leastOf(grant) === 'allow');

function purposeDifferences(before: SharedTools, now: SharedTools): readonly ToolDifference[] {
  return toolPurposes.flatMap((part): ToolDifference[] => {
    const is = heldGrant(now, part);
    if (!sources(before, part).some((was) => isNoWider(was, is)))
      return [{ part, change: 'wider' }];
    const was = heldGrant(before, part);
    return waysTo(now, part).some((one) => isNoWider(one, was))
      ? []
      : [{ part, change: 'narrower' }];
  });
}

/** The grants each of which lets an agent do what the purpose stands for. */
const sources = (tools: SharedTools, purpose: ToolPurpose): readonly Grant[] =>
  isLimited(tools, purpose) ? [heldGrant(tools, purpose)] : waysTo(tools, purpose);

const waysTo = (tools: SharedTools, purpose: ToolPurpose): readonly Grant[] =>
  toolPurposes
    .filter((one) => withImplied([one]).has(purpose))
    .map((one) => (one === purpose ? grantFor(tools, one) : heldGrant(tools, one)));

/** As `grantFor`, but without what the host has no tool for. */
const heldGrant = (tools: SharedTools, purpose: ToolPurpose): Grant =>
  tools.purposes[purpose] === undefined && tools.lacks.includes(purpose)
    ? denied
    : grantFor(tools, purpose);

/** Whether `now` allows nothing that `before` does not. */
export function isNoWider(before: Grant, now: Grant): boolean {
  if (mostOf(now) === 'deny') return true;
  if (leastOf(before) === 'allow') return true;
  if (JSON.stringify(before) === JSON.stringify(now)) return true;
  if (permissiveness[mostOf(now)] <= permissiveness[leastOf(before)]) return true;
  // The same exceptions with a stricter default, such as a list of commands of which the rest is denied.
  return (
    permissiveness[now.action] <= permissiveness[before.action] &&
    now.exceptions.length > 0 &&
    endsWith(before, now)
  );
}

/** Whether every exception of `now` has the same effect in `before`: the same patterns in the same order, or none before. */
function endsWith(before: Grant, now: Grant): boolean {
  if (before.exceptions.length === 0)
    return now.exceptions.every(
      ({ action }) => permissiveness[action] <= permissiveness[before.action],
    );
  return (
    before.exceptions.length === now.exceptions.length &&
    before.exceptions.every(({ pattern, action }, index) => {
      const other = now.exceptions[index];
      return (
        other !== undefined &&
        other.pattern === pattern &&
        permissiveness[other.action] <= permissiveness[action]
      );
    })
  );
}

/** Hosts replace different characters in the names of servers. */
const plainNames = (tools: SharedTools): SharedTools => ({
  ...tools,
  servers: tools.servers.map(({ server, tool, action }) => ({
    server: plainName(`${server}${tool === null ? '' : `_${tool}`}`),
    tool: tool === null ? null : '',
    action,
  })),
});

/** The name of a server or its tool with the characters that every host accepts, and with wildcards. */
export const plainName = (name: string): string => name.replaceAll(/[^\w*?[\]{}-]/g, '_');

function serverDifferences(first: SharedTools, second: SharedTools): readonly ToolDifference[] {
  const [before, now] = [plainNames(first), plainNames(second)];
  const wider = now.servers.filter(
    (one) => permissiveness[one.action] > permissiveness[coveredBy(before, one)],
  );
  // A server that was limited, or one of its tools, and is not mentioned any more.
  const freed = before.servers.filter(
    (one) =>
      permissiveness[coveredBy(now, one)] > permissiveness[coveredBy(before, one)] &&
      !now.servers.some(({ server }) => server === one.server),
  );
  const narrower = before.servers.filter(
    (one) => permissiveness[coveredBy(now, one)] < permissiveness[one.action],
  );
  const closes = permissiveness[now.rest] < permissiveness[before.rest];
  return [
    ...(permissiveness[now.rest] > permissiveness[before.rest]
      ? [{ part: 'tools', change: 'wider' } as const]
      : []),
    ...(closes ? [{ part: 'tools', change: 'narrower' } as const] : []),
    ...[...wider, ...freed].map(({ server }) => ({ part: server, change: 'wider' }) as const),
    ...narrower.map(({ server }) => ({ part: server, change: 'narrower' }) as const),
  ];
}

/** The action for the tools of a server: by its own rule, or by one for the whole server whose name the tool's begins with. */
function coveredBy({ servers, rest }: SharedTools, { server }: ServerGrant): ServerGrant['action'] {
  const found = servers.findLast(
    (one) => one.server === server || (one.tool === null && server.startsWith(`${one.server}_`)),
  );
  return found?.action ?? rest;
}

function otherTools(before: HeldTools, now: HeldTools): readonly ToolDifference[] {
  if (before.tools.rest === 'allow') return [];
  return now.tools.others.flatMap((name): ToolDifference[] => {
    const isHeld =
      now.harmless.includes(name) ||
      before.tools.others.includes(name) ||
      isCovered(name, now.catalog, before.tools);
    return isHeld ? [] : [{ part: name, change: 'wider' }];
  });
}

/**
 * Tools of a host without a shared purpose count by their capability: who may run commands may run tests too.
 * @param catalog that of the host that has the tool.
 */
export function isCovered(name: string, catalog: ToolCatalog, tools: SharedTools): boolean {
  const tool = catalog.tools.find((one) => one.name === name);
  const does = tool ? capabilityOf(tool) : 'other';
  return purposesBy[does].some((purpose) => mostOf(grantFor(tools, purpose)) === 'allow');
}

/** The purposes of which one lets an agent do what any tool of the capability does. */
const purposesBy: Readonly<Record<Capability, readonly ToolPurpose[]>> = {
  // A shell reads and searches too.
  read: ['read-file', 'run-command'],
  search: ['search-text', 'find-files', 'run-command'],
  write: ['change-file', 'create-file'],
  run: ['run-command'],
  web: ['fetch-page', 'search-web'],
  delegate: ['delegate'],
  plan: ['track-todos'],
  ask: ['ask-person'],
  mcp: [],
  other: [],
};

function calleeDifferences(before: SharedTools, now: SharedTools): readonly ToolDifference[] {
  if (mostOf(grantFor(now, 'delegate')) === 'deny') return [];
  const areCovered = (one: readonly string[] | null, by: readonly string[] | null): boolean =>
    by === null || (one?.every((name) => by.includes(name)) ?? false);
  if (!areCovered(now.callees, before.callees)) return [{ part: 'delegate', change: 'wider' }];
  return areCovered(before.callees, now.callees) ? [] : [{ part: 'delegate', change: 'narrower' }];
}
