// The names in a list of tools, for a host that matches them exactly.
import { createToolOutcome, type ToolOutcome } from '../../model/persona';
import type { Tool } from '../../model/tools';

export interface ToolWords {
  /** Every tool that a file may list, by its name. */
  readonly byName: ReadonlyMap<string, Tool>;
  /** The tool whose name differs only in letter case. */
  readonly inAnyCase: (name: string) => string | undefined;
  /** The tool that a name of another program stands for. */
  readonly suggestTool: (name: string) => string | undefined;
  /** What the agent gets for a name that no tool has: nothing, with the name that the author probably meant. */
  readonly lost: (name: string) => ToolOutcome;
}

/** @param meant names of other programs, in lowercase, none of which counts. */
export function toolWords(
  tools: readonly Tool[],
  meant: Readonly<Record<string, string>>,
): ToolWords {
  const byLowercase = new Map(tools.map(({ name }) => [name.toLowerCase(), name]));
  const inAnyCase = (name: string): string | undefined => byLowercase.get(name.toLowerCase());
  const suggestTool = (name: string): string | undefined => {
    const word = name.toLowerCase();
    return Object.hasOwn(meant, word) ? meant[word] : undefined;
  };
  const lost = (name: string): ToolOutcome => {
    const right = inAnyCase(name);
    if (right !== undefined)
      return createToolOutcome('lost', [], { why: 'wrong-case', instead: [right] });
    const base = withoutArguments(name);
    const instead = inAnyCase(base) ?? suggestTool(base);
    return createToolOutcome('lost', [], {
      why: 'unknown',
      ...(instead !== undefined && { instead: [instead] }),
    });
  };
  return { byName: new Map(tools.map((tool) => [tool.name, tool])), inAnyCase, suggestTool, lost };
}

/** `Bash` for `Bash(git:*)`. */
export const withoutArguments = (name: string): string =>
  /^([^()]+)\(.*\)$/s.exec(name)?.[1] ?? name;
