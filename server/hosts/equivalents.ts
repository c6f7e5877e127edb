// Which program a list of tools was written for, and what its names do there.
import { type Deeds, deedsOf } from './deeds';
import { elsewhere } from './elsewhere';
import type { Host } from './host';
import { mainHosts } from './places';

export interface ForeignTools {
  /** Of the program. */
  readonly name: string;
  readonly deeds: Deeds;
}

/** The program that knows most of these names, other than the one asked; undefined where none knows any. */
export function writtenFor(names: readonly string[], besides: Host): ForeignTools | undefined {
  let best: { readonly tools: ForeignTools; readonly known: number } | undefined;
  for (const tools of [...toolsOfHosts, ...elsewhere]) {
    const known = names.filter((name) => deedsOf(name, tools.deeds).length > 0).length;
    if (tools.name !== besides.name && known > (best?.known ?? 0)) best = { tools, known };
  }
  return best?.tools;
}

/** Those of the dialect that a host speaks in its own folder. */
const toolsOfHosts: readonly ForeignTools[] = mainHosts.flatMap(({ name, dialects }) => {
  const deeds = Object.values(dialects)[0]?.tools.deeds;
  return deeds ? [{ name, deeds }] : [];
});
