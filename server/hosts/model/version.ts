// The versions of a host that were asked, and which facts they have.

/** The versions in which a fact holds, of those that were asked. */
export interface VersionRange {
  /** The first version that was asked and has it. Absent if all have it. */
  readonly since?: string;
  /** The last version that was asked and has it. Absent if the newest one has it. */
  readonly until?: string;
}

/** A host, as far as its versions are concerned. */
interface Versioned {
  /** The version of the declaration. */
  readonly version: string;
  readonly olderVersions?: readonly string[];
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
export const isInVersion = ({ since, until }: VersionRange, version: string): boolean =>
  (since === undefined || compareVersions(version, since) >= 0) &&
  (until === undefined || compareVersions(version, until) <= 0);

/** All versions that were asked, the oldest first. The last one is that of the declaration. */
export const versionsOf = ({ version, olderVersions = [] }: Versioned): readonly string[] =>
  [...olderVersions, version].sort(compareVersions);

/**
 * The oldest version that was asked and is not older than the one in use: what it lacks, an earlier version lacks too. Null if that
 * is the version of the declaration, or if the version in use is newer.
 */
export function testedFrom(host: Versioned, used: string): string | null {
  const tested = versionsOf(host).find((version) => compareVersions(version, used) >= 0);
  return tested === undefined || tested === host.version ? null : tested;
}

/**
 * The version that was asked and stands for the wanted one: the newest that is not newer than it. Undefined if the wanted version
 * is older than all of them, or is no version.
 */
export const askedVersion = (host: Versioned, wanted: string): string | undefined =>
  /^\d+(?:\.\d+)*(?:-\S+)?$/.test(wanted)
    ? versionsOf(host).findLast((version) => compareVersions(version, wanted) <= 0)
    : undefined;
