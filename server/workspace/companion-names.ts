// The names that companion files define, reference and deny, by path and by name. It stores no text.

import type { CompanionNameRole, ReferenceKind } from '../hosts/model/companion';
import type { Host } from '../hosts/model/host';
import type { KnownName, WorkspaceView } from '../rules/workspace-view';

export interface CompanionTables extends Pick<WorkspaceView, 'companions' | 'definedNames'> {
  /** Sets the content of a file; null for a file that exists but cannot be read, whose previous names are then kept. */
  readonly put: (path: string, names: readonly KnownName[] | null) => void;
  /** Those in one file. */
  readonly at: (path: string) => readonly KnownName[];
  /** Each agent that a file names or mentions, in the order of the paths. */
  readonly namedAgents: () => readonly KnownName[];
  readonly paths: () => readonly string[];
  /** Files that could not be read the last time. */
  readonly unread: ReadonlySet<string>;
  /** Those of them that were never read, so that none of their names is known. */
  readonly unknown: () => readonly string[];
  readonly wasRead: (path: string) => boolean;
  readonly size: number;
  /** Changes with every name, mentions included. */
  readonly version: number;
}

export function companionStore(): CompanionTables {
  const byPath = new Map<string, readonly KnownName[]>();
  const byName = new Map<string, KnownName[]>();
  const lists = new Map<string, readonly string[]>();
  const unread = new Set<string>();
  const read = new Set<string>();
  let version = 0;
  return {
    put(path, names) {
      if (names === null) {
        unread.add(path);
        return;
      }
      unread.delete(path);
      read.add(path);
      const before = byPath.get(path) ?? [];
      if (isSame(before, names)) return;
      version++;
      for (const one of before) {
        const left = (byName.get(keyOf(one)) ?? []).filter((other) => other.path !== path);
        if (left.length > 0) byName.set(keyOf(one), left);
        else byName.delete(keyOf(one));
      }
      for (const one of names) byName.set(keyOf(one), [...(byName.get(keyOf(one)) ?? []), one]);
      if (names.length > 0) byPath.set(path, names);
      else byPath.delete(path);
      for (const { host, kind, does } of [...before, ...names])
        lists.delete(`${host.id} ${kind} ${does}`);
    },
    companions(host, kind, does, name) {
      // This is called for every agent, and the result is nearly always empty.
      const found = byName.size === 0 ? undefined : byName.get(keyOf({ host, kind, does, name }));
      if (!found || found.length < 2) return found ?? none;
      return [...found].sort((a, b) =>
        a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start,
      );
    },
    definedNames(host, kind, does = 'defines') {
      const key = `${host.id} ${kind} ${does}`;
      const known = lists.get(key);
      if (known) return known;
      const found = [...byName.values()].flatMap(([one]) =>
        one?.host === host && one.kind === kind && one.does === does ? [one.name] : [],
      );
      const list = found.sort();
      lists.set(key, list);
      return list;
    },
    at: (path) => byPath.get(path) ?? none,
    namedAgents: () =>
      [...byPath.keys()]
        .sort()
        .flatMap((path) => byPath.get(path) ?? [])
        .filter(
          ({ kind, does }) => kind === 'agent' && (does === 'names' || !isReported({ does })),
        ),
    paths: () => [...new Set([...byPath.keys(), ...unread])],
    unread,
    unknown: () => [...unread].filter((path) => !read.has(path)),
    wasRead: (path) => read.has(path),
    get size() {
      return byPath.size;
    },
    get version() {
      return version;
    },
  };
}

const none: readonly KnownName[] = [];

const isReported = ({ does }: Pick<KnownName, 'does'>): boolean =>
  does !== 'mentions' && does !== 'delegates';

interface Named {
  readonly host: Host;
  readonly kind: ReferenceKind;
  readonly does: CompanionNameRole;
  readonly name: string;
}

const keyOf = ({ host, kind, does, name }: Named): string => `${host.id} ${kind} ${does} ${name}`;

const isSame = (before: readonly KnownName[], now: readonly KnownName[]): boolean =>
  before.length === now.length &&
  before.every((one, index) => {
    const other = now[index];
    return (
      other !== undefined &&
      keyOf(one) === keyOf(other) &&
      one.root === other.root &&
      one.scope === other.scope &&
      one.span.start === other.span.start &&
      one.span.end === other.span.end &&
      one.details?.join() === other.details?.join()
    );
  });
