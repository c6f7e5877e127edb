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
  /** Later versions that were asked and answered as this one. */
  readonly sameVersions?: readonly string[];
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

/** The word for the newest version that was asked. */
export const latestVersion = 'latest';

/** Whether the text has the form of a version, such as `2.1.330`, or is the word for the newest one. */
export const isVersion = (text: string): boolean =>
  text === latestVersion || /^\d+(?:\.\d+)*(?:-\S+)?$/.test(text);

/**
 * The version that was asked and stands for the wanted one: the newest that is not newer than it, or the oldest. Undefined if the
 * wanted version is no version.
 */
export function askedVersion(host: Versioned, wanted: string): string | undefined {
  if (!isVersion(wanted)) return undefined;
  if (wanted === latestVersion) return host.version;
  const known = versionsOf(host);
  return known.findLast((version) => compareVersions(version, wanted) <= 0) ?? known[0];
}

/** Whether the program of this version was asked, so that what is known of it is not that of another version. */
export const wasAsked = (host: Versioned, wanted: string): boolean =>
  wanted === latestVersion || [...versionsOf(host), ...(host.sameVersions ?? [])].includes(wanted);
