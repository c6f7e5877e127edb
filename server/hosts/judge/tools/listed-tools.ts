// What an agent may do in a host where its file lists tools by name.
import {
  allowed,
  denied,
  type JudgedTools,
  type ServerGrant,
  type SharedTools,
} from '../../model/conversion';
import { allTools, type Tools } from '../../model/persona';
import { type ToolPurpose, toolPurposes } from '../../model/tool-purposes';

export interface ToolListReading {
  /** What each tool of the host is for; any other serves no shared purpose. */
  readonly purposes: Readonly<Record<string, readonly ToolPurpose[]>>;
  readonly lacks: readonly ToolPurpose[];
  readonly serversOf: (tools: Tools, verdict: JudgedTools) => readonly ServerGrant[];
  /** Absent where a list of tools cannot limit which agents are called. */
  readonly calleesOf?: (verdict: JudgedTools) => readonly string[] | null;
  /** The granted tools with tool sets expanded, where that differs from the persona. */
  readonly grantedIn?: (tools: Tools, verdict: JudgedTools) => readonly string[];
}

/** Returns what reads a verdict of the host: see `HostConversion.toolsOf`. */
export const toolsInList =
  (reading: ToolListReading) =>
  (verdict: JudgedTools): SharedTools =>
    sharedTools(reading, verdict);

/** For a file that is no agent. */
const noTools: Tools = { ...allTools, all: false };

function sharedTools(
  { purposes, lacks, serversOf, calleesOf, grantedIn }: ToolListReading,
  verdict: JudgedTools,
): SharedTools {
  const tools = verdict.persona?.tools ?? noTools;
  const { all, denied: removed } = tools;
  const granted = grantedIn?.(tools, verdict) ?? tools.granted;
  const servers = withoutRepeated(serversOf(tools, verdict));
  const callees = calleesOf?.(verdict) ?? null;
  const limits = limitsIn(purposes, verdict);
  const purposesOf = (name: string): readonly ToolPurpose[] =>
    Object.hasOwn(purposes, name) ? (purposes[name] ?? []) : [];
  if (all) {
    const left = Object.keys(purposes).filter((name) => !removed.includes(name));
    const served = new Set(left.flatMap(purposesOf));
    const without = [...new Set(removed.flatMap(purposesOf))].filter((one) => !served.has(one));
    return {
      purposes: Object.fromEntries(without.map((purpose) => [purpose, denied])),
      rest: 'allow',
      ...{ servers, others: [], callees, lacks, limits },
    };
  }
  const served = new Set(granted.flatMap(purposesOf));
  const isServers = (name: string): boolean =>
    serversOf({ ...noTools, unverified: [name] }, verdict).length > 0;
  const others = tools.unverified.filter((name) => !granted.includes(name) && !isServers(name));
  return {
    purposes: Object.fromEntries(
      toolPurposes.map((purpose) => [purpose, served.has(purpose) ? allowed : denied]),
    ),
    rest: 'deny',
    servers,
    others: [...granted.filter((name) => purposesOf(name).length === 0), ...others],
    callees,
    lacks,
    limits,
  };
}

/** Several names in a list may stand for the same tools: `mcp__git` and `mcp__git__*`. */
const withoutRepeated = (servers: readonly ServerGrant[]): readonly ServerGrant[] =>
  servers.filter(
    (one, index) =>
      servers.findIndex(
        (other) =>
          other.server === one.server && other.tool === one.tool && other.action === one.action,
      ) === index,
  );

/** The purposes of which the file denies the main tool. */
function limitsIn(
  purposes: ToolListReading['purposes'],
  { tools }: JudgedTools,
): readonly ToolPurpose[] {
  const removed = new Set(
    tools.flatMap(({ outcome, names }) => (outcome === 'denied' ? names : [])),
  );
  if (removed.size === 0) return [];
  return toolPurposes.filter((purpose) => {
    const names = Object.keys(purposes).filter((name) => purposes[name]?.includes(purpose));
    const main = names.find((name) => purposes[name]?.[0] === purpose) ?? names[0];
    return main !== undefined && removed.has(main);
  });
}
