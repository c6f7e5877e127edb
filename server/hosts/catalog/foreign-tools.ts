// Guesses which program a list of tools was written for, from the names in it.

import { elsewhere } from '../judge/other-programs';
import type { Host } from '../model/host';
import { namesIn, type ToolPurposes } from '../model/tool-purposes';
import { mainHosts } from './places';

export interface ForeignTools {
  /** The program's name. */
  readonly name: string;
  readonly deeds: ToolPurposes;
  /** How many of the names are tools of the program. */
  readonly known: number;
}

/**
 * The program with most of these tool names, except `besides`; undefined where no program has any.
 * @param isMap whether the names are the keys of a map, a form that not every program accepts.
 */
export function likelyProgramOf(
  names: readonly string[],
  besides: Host,
  isMap = false,
): ForeignTools | undefined {
  const counts = new Map<Program, number>();
  for (const name of names)
    for (const program of programsByTool().get(name) ?? [])
      counts.set(program, (counts.get(program) ?? 0) + 1);
  let best: ForeignTools | undefined;
  for (const program of programs) {
    const known = counts.get(program) ?? 0;
    if (isMap && !program.acceptsMap) continue;
    if (known > (best?.known ?? 0) && program.name !== besides.name) best = { ...program, known };
  }
  return best;
}

interface Program extends Omit<ForeignTools, 'known'> {
  readonly acceptsMap?: boolean;
}

/** The tools of each host's own dialect: the first one it declares. */
const toolsOfHosts: readonly Program[] = mainHosts.flatMap(({ name, dialects }) => {
  const [dialect] = Object.values(dialects);
  const deeds = dialect?.tools.deeds;
  const acceptsMap = Object.values(dialect?.fields ?? {}).some(
    ({ role, type }) => role === 'tools' && type.type === 'map',
  );
  return deeds ? [{ name, deeds, acceptsMap }] : [];
});

const programs: readonly Program[] = [...toolsOfHosts, ...elsewhere];

/** The names of all programs that have a tool of this name. */
export const programsWith = (tool: string): readonly string[] =>
  (programsByTool().get(tool) ?? []).map(({ name }) => name);

/** By tool name: the programs that have it. Built on first use. */
const programsByTool = (): ReadonlyMap<string, readonly Program[]> => {
  if (byTool.size === 0)
    for (const program of programs)
      for (const name of namesIn(program.deeds).keys())
        byTool.set(name, [...(byTool.get(name) ?? []), program]);
  return byTool;
};

const byTool = new Map<string, readonly Program[]>();
