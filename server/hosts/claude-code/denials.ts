// What `disallowedTools` takes away, and which names of `tools` it answers for.
import type { Name } from './tool-names';
import { delegateTool, everything, shellCompanions, shellTool } from './tools';

export interface Denials {
  /** Taken away, whatever stood in the parentheses behind them. */
  readonly gone: ReadonlySet<string>;
  /**
   * Whether a name in the list is missing because it was denied. A list that comes to nothing is refused for any name
   * that is missing without that.
   */
  readonly answerFor: (name: { readonly base: string; readonly written: string }) => boolean;
}

export const noDenials: Denials = { gone: new Set(), answerFor: () => false };

/** A `*` anywhere in the list makes all of it without effect. Measured: `Bash, *` removes nothing. */
export const isVoided = (names: readonly Name[]): boolean =>
  names.some(({ token }) => token.text === everything);

export function denialsIn(names: readonly Name[]): Denials {
  if (names.length === 0 || isVoided(names)) return noDenials;
  const gone = withCompanions(names, names);
  // A denial of some uses takes the whole tool away, but does not count as its denial.
  const whole = withCompanions(
    names.filter((name) => name.whole),
    names,
  );
  const servers = new Set(names.flatMap(({ base }) => wholeServer(base) ?? []));
  return {
    gone,
    answerFor: ({ base, written }) => {
      const server = wholeServer(base);
      // These are looked up as they were written: neither an old name nor one with parentheses is found.
      if (base === delegateTool) return written === base && gone.has(base);
      if (server !== undefined && written !== base) return servers.has(everything);
      const its = server ?? base.match(/^mcp__(.+?)__/s)?.[1];
      return (
        whole.has(base) || (its !== undefined && (servers.has(its) || servers.has(everything)))
      );
    },
  };
}

/** The shell takes its companions along, however it is denied. */
function withCompanions(denied: readonly Name[], all: readonly Name[]): ReadonlySet<string> {
  const names = new Set(denied.map((name) => name.base));
  if (all.some((name) => name.base === shellTool))
    for (const companion of shellCompanions) names.add(companion);
  names.delete(everything);
  return names;
}

/** Of `mcp__server` and `mcp__server__*`, which stand for every tool of the server. */
const wholeServer = (base: string): string | undefined =>
  /^mcp__((?:(?!__).)+)(?:__\*)?$/s.exec(base)?.[1];
