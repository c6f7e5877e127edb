// The versions of a host that were asked, and which facts they have.
import type { Host } from './host';

/** The versions in which a fact holds, of those that were asked. */
export interface VersionRange {
  /** The first version that was asked and has it. Absent if all have it. */
  readonly since?: string;
}

/** Negative if the first version is the older one. Versions are numbers separated by dots. */
export function compareVersions(one: string, other: string): number {
  const [a = [], b = []] = [one, other].map((version) => version.split(/[.-]/).map(Number));
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether the fact holds in that version. */
export const isInVersion = ({ since }: VersionRange, version: string): boolean =>
  since === undefined || compareVersions(version, since) >= 0;

/** All versions that were asked, the oldest first. The last one is that of the declaration. */
export const versionsOf = ({ version, olderVersions = [] }: Host): readonly string[] =>
  [...olderVersions, version].sort(compareVersions);

/**
 * The version that was asked and tells how the wanted one behaves: the newest that is not newer than it. Undefined if the wanted
 * version is older than all of them, or is no version.
 */
export const askedVersion = (host: Host, wanted: string): string | undefined =>
  /^\d+(?:\.\d+)*(?:-\S+)?$/.test(wanted)
    ? versionsOf(host).findLast((version) => compareVersions(version, wanted) <= 0)
    : undefined;
