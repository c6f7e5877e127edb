// Guesses which program a list of tools was written for, from the names in it.

import { memoize } from '../../text/memoize';
import { elsewhere } from '../judge/mentions/other-programs';
import { agentDialects } from '../model/dialect';
import type { Host } from '../model/host';
import { equivalentNames, namesIn, type ToolPurposes } from '../model/tool-purposes';
import { purposesIn } from '../model/tools';
import type { HostCatalog } from './host-catalog';

export interface ForeignTools {
  /** The program's name. */
  readonly name: string;
  readonly purposes: ToolPurposes;
  /** How many of the names are tools of the program. */
  readonly known: number;
}

/**
 * The program with most of these tool names, except `besides`; undefined where no program has any.
 * @param isMap whether the names are the keys of a map, a form that not every program accepts.
 */
export function likelyProgramOf(
  catalog: HostCatalog,
  names: readonly string[],
  besides: Host,
  isMap = false,
): ForeignTools | undefined {
  const counts = new Map<Program, number>();
  for (const name of names)
    for (const program of programsByTool(catalog).get(name) ?? [])
      counts.set(program, (counts.get(program) ?? 0) + 1);
  let best: ForeignTools | undefined;
  for (const program of programsOf(catalog)) {
    const known = counts.get(program) ?? 0;
    if (isMap && !program.acceptsMap) continue;
    if (known > (best?.known ?? 0) && program.name !== besides.name) best = { ...program, known };
  }
  return best;
}

interface Program extends Omit<ForeignTools, 'known'> {
  readonly acceptsMap?: boolean;
}

/** The programs that are hosts, each with the tools of its own dialect (the first one it declares), and the other programs. */
const programsOf = memoize(({ comparedHosts }: HostCatalog): readonly Program[] => [
  ...comparedHosts.flatMap(({ name, dialects }) => {
    const [dialect] = agentDialects(dialects);
    const purposes = dialect && purposesIn(dialect.tools);
    const acceptsMap = Object.values(dialect?.fields ?? {}).some(
      ({ role, type }) => role === 'tools' && type.type === 'map',
    );
    return purposes ? [{ name, purposes, acceptsMap }] : [];
  }),
  ...elsewhere,
]);

/** The names of all programs that have a tool of this name. */
export const programsWith = (catalog: HostCatalog, tool: string): readonly string[] =>
  (programsByTool(catalog).get(tool) ?? []).map(({ name }) => name);

/**
 * The names in `to` for what the tool of this name does in other programs. Undefined where no program has it, empty where the
 * programs differ in what it does.
 */
export function equivalentsOf(
  catalog: HostCatalog,
  name: string,
  to: ToolPurposes,
): readonly string[] | undefined {
  const programs = programsByTool(catalog).get(name);
  const [first, ...more] = (programs ?? []).map((one) => equivalentNames(name, one.purposes, to));
  return more.every((names) => names.join() === first?.join()) ? first : [];
}

/** By tool name: the programs that have it. */
const programsByTool = memoize((catalog: HostCatalog): ReadonlyMap<string, readonly Program[]> => {
  const byTool = new Map<string, readonly Program[]>();
  for (const program of programsOf(catalog))
    for (const name of namesIn(program.purposes).keys())
      byTool.set(name, [...(byTool.get(name) ?? []), program]);
  return byTool;
});
