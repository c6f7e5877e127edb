// Which program a list of tools was written for, and what its names do there.
import { type Deeds, namesIn } from './deeds';
import { elsewhere } from './elsewhere';
import type { Host } from './host';
import { mainHosts } from './places';

export interface ForeignTools {
  /** Of the program. */
  readonly name: string;
  readonly deeds: Deeds;
  /** How many of the names it knows. */
  readonly known: number;
}

/**
 * The program that knows most of these names, other than the one asked; undefined where none knows any.
 * @param isMap they are the keys of a map, which not every program takes
 */
export function writtenFor(
  names: readonly string[],
  besides: Host,
  isMap = false,
): ForeignTools | undefined {
  const counts = new Map<Program, number>();
  for (const one of names)
    for (const program of knowing().get(one) ?? [])
      counts.set(program, (counts.get(program) ?? 0) + 1);
  let best: ForeignTools | undefined;
  for (const program of programs) {
    const known = counts.get(program) ?? 0;
    if (isMap && !program.takesMap) continue;
    if (known > (best?.known ?? 0) && program.name !== besides.name) best = { ...program, known };
  }
  return best;
}

interface Program extends Omit<ForeignTools, 'known'> {
  readonly takesMap?: boolean;
}

/** Those of the dialect that a host speaks in its own folder. */
const toolsOfHosts: readonly Program[] = mainHosts.flatMap(({ name, dialects }) => {
  const [dialect] = Object.values(dialects);
  const deeds = dialect?.tools.deeds;
  const takesMap = Object.values(dialect?.fields ?? {}).some(
    ({ role, type }) => role === 'tools' && type.type === 'map',
  );
  return deeds ? [{ name, deeds, takesMap }] : [];
});

const programs: readonly Program[] = [...toolsOfHosts, ...elsewhere];

/** The names of all programs that have a tool of this name. */
export const programsWith = (tool: string): readonly string[] =>
  (knowing().get(tool) ?? []).map(({ name }) => name);

/** By name of a tool the programs that have it; made when first asked for. */
const knowing = (): ReadonlyMap<string, readonly Program[]> => {
  if (byTool.size === 0)
    for (const program of programs)
      for (const name of namesIn(program.deeds).keys())
        byTool.set(name, [...(byTool.get(name) ?? []), program]);
  return byTool;
};

const byTool = new Map<string, readonly Program[]>();
