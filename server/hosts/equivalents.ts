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

/** The program that knows most of these names, other than the one asked; undefined where none knows any. */
export function writtenFor(names: readonly string[], besides: Host): ForeignTools | undefined {
  let best: ForeignTools | undefined;
  for (const { name, deeds } of programs) {
    if (name === besides.name) continue;
    let known = 0;
    const named = namesIn(deeds);
    for (const one of names) if (named.has(one)) known++;
    if (known > (best?.known ?? 0)) best = { name, deeds, known };
  }
  return best;
}

/** Those of the dialect that a host speaks in its own folder. */
const toolsOfHosts: readonly Omit<ForeignTools, 'known'>[] = mainHosts.flatMap(
  ({ name, dialects }) => {
    const deeds = Object.values(dialects)[0]?.tools.deeds;
    return deeds ? [{ name, deeds }] : [];
  },
);

const programs: readonly Omit<ForeignTools, 'known'>[] = [...toolsOfHosts, ...elsewhere];
