// Which host a list of tools was written for, and what its names are in another.
import { type Deeds, deedsOf } from './deeds';
import type { Host } from './host';
import { mainHosts } from './places';

export interface ForeignTools {
  readonly host: Host;
  readonly deeds: Deeds;
}

/** The host that knows most of these names, other than the one asked; undefined where none knows any. */
export function hostOfNames(names: readonly string[], besides: Host): ForeignTools | undefined {
  let best: (ForeignTools & { readonly known: number }) | undefined;
  for (const host of mainHosts) {
    if (host === besides) continue;
    const deeds = ownDeeds(host);
    const known = deeds ? names.filter((name) => deedsOf(name, deeds).length > 0).length : 0;
    if (deeds && known > (best?.known ?? 0)) best = { host, deeds, known };
  }
  return best;
}

/** Those of the dialect that a host speaks in its own folder. */
const ownDeeds = ({ dialects }: Host): Deeds | undefined => Object.values(dialects)[0]?.tools.deeds;
