// Which tools `disallowedTools` removes, and which names of `tools` it accounts for.

import type { ToolVerdict } from '../model/persona';
import type { PersonaResult } from '../model/persona-builder';
import { serverToolIn } from '../model/server-names';
import type { Tool } from '../model/tools';
import type { Name } from './tool-names';
import { delegateTool, everything, servers, shellCompanions, shellTool } from './tools';

// Whether Claude Code starts an agent whose list of tools grants none.

export interface Left {
  readonly names: readonly Name[];
  /** One for each name, in the same order. */
  readonly verdicts: readonly ToolVerdict[];
  readonly added: readonly string[];
  readonly denials: Denials;
  /** The names of tools of MCP servers that no denial removes. */
  readonly left: readonly string[];
}

type Running = Pick<PersonaResult, 'runs' | 'runsNot'>;

export const running: Running = { runs: true, runsNot: undefined };

/** Claude Code refuses an agent if its list grants no tools, unless the list is empty or all its tools were denied by name. */
export function startWithoutTools({
  names,
  verdicts,
  added,
  denials: { accountsFor },
  left,
}: Left): Running {
  const unexplained = names
    .map((name, index) => ({ name, verdict: verdicts[index] }))
    .filter(({ name }) => !accountsFor({ base: name.base, written: name.token.text }));
  const missing =
    unexplained.length + added.filter((one) => !accountsFor({ base: one, written: one })).length;
  if (missing === 0) return running;
  // A denied tool remains unavailable even if its server is available.
  const mayExist = unexplained.some(
    ({ name, verdict }) => verdict?.outcome === 'unverified' && left.includes(name.token.text),
  );
  if (mayExist)
    return {
      runs: null,
      runsNot:
        '{host} starts the agent only if one of its MCP servers is available, because no other tool in the list exists.',
    };
  return {
    runs: false,
    runsNot: '{host} refuses to start the agent because none of the tools in its list exists.',
  };
}

export interface Denials {
  /** The removed tools. Arguments in parentheses make no difference. */
  readonly removed: ReadonlySet<string>;
  /**
   * Whether a name in `tools` is missing because it was denied. An agent without tools is refused if any name is missing
   * for another reason.
   */
  readonly accountsFor: (name: { readonly base: string; readonly written: string }) => boolean;
}

const noDenials: Denials = { removed: new Set(), accountsFor: () => false };

/** A `*` anywhere disables the whole list. Measured: `Bash, *` removes nothing. */
export const isWithoutEffect = (names: readonly Name[]): boolean =>
  names.some(({ token }) => token.text === everything);

/** @param known the tools of the version. */
export function denialsIn(names: readonly Name[], known: ReadonlyMap<string, Tool>): Denials {
  if (names.length === 0 || isWithoutEffect(names)) return noDenials;
  const companions = shellCompanions.filter((name) => known.has(name));
  const removed = withCompanions(names, names, companions);
  // A denial with parentheses removes the whole tool, but does not count as a denial of it.
  const whole = withCompanions(
    names.filter((name) => name.whole),
    names,
    companions,
  );
  const whollyDenied = new Set(names.flatMap(({ base }) => wholeServer(base) ?? []));
  return {
    removed,
    accountsFor: ({ base, written }) => {
      const server = wholeServer(base);
      // These are looked up as written: neither a former name nor one with parentheses is found.
      if (base === delegateTool) return written === base && removed.has(base);
      if (server !== undefined && written !== base) return whollyDenied.has(everything);
      const ownServer = server ?? serverToolIn(base, servers)?.server;
      return (
        whole.has(base) ||
        (ownServer !== undefined && (whollyDenied.has(ownServer) || whollyDenied.has(everything)))
      );
    },
  };
}

/** The denied tools, and the companions of the shell if it is denied in any form. */
function withCompanions(
  denied: readonly Name[],
  all: readonly Name[],
  companions: readonly string[],
): ReadonlySet<string> {
  const names = new Set(denied.map((name) => name.base));
  if (all.some((name) => name.base === shellTool))
    for (const companion of companions) names.add(companion);
  names.delete(everything);
  return names;
}

/** The server of `mcp__server` or `mcp__server__*`, which stand for all of its tools; `*` for those of every server. */
function wholeServer(base: string): string | undefined {
  if (servers.every.includes(base)) return everything;
  const found = serverToolIn(base, servers);
  return found?.tool === null ? found.server : undefined;
}
