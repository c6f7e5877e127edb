// Merges findings that have the same cause into one. This happens after ignore comments are applied, because a comment
// applies to the place of a single finding.
import { covers } from '../text/span';
import { type Finding, type Fix, type Related, severities } from './rule';

/**
 * The findings in the given order, merged.
 * @param path of the file, for related information
 */
export function mergeFindings(findings: readonly Finding[], path: string): readonly Finding[] {
  if (
    !findings.some(({ merge }) => merge?.covers ?? merge?.replaces ?? merge?.joins ?? merge?.rank)
  )
    return findings;
  return joined(dedupeByWord(underCauses(withoutReplaced(findings), path)));
}

/** Without some findings. A finding of another host that ranked lower than a removed one is reported instead. */
export const withoutFindings = (
  findings: readonly Finding[],
  isLeftOut: (finding: Finding) => boolean,
): readonly Finding[] =>
  findings.flatMap((finding) => {
    const { isJoined, merge, parts } = finding;
    if (isJoined && parts) return joined(withoutFindings(parts, isLeftOut));
    if (merge?.rank && parts) return dedupeByWord(parts.filter((part) => !isLeftOut(part)));
    return isLeftOut(finding) ? [] : finding;
  });

/** The findings of each host, including those that were merged into another host's finding on the same word. */
export const findingsPerHost = (findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((finding) => {
    const { isJoined, merge, parts } = finding;
    if (isJoined && parts) return findingsPerHost(parts);
    return merge?.rank && parts ? parts : finding;
  });

/** The findings as they were before merging. */
export const unmergedFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((finding) => (finding.parts ? unmergedFindings(finding.parts) : finding));

/** Leaves out what another finding replaces. */
function withoutReplaced(findings: readonly Finding[]): readonly Finding[] {
  const causes = findings.filter(({ merge }) => merge?.replaces !== undefined);
  if (causes.length === 0) return findings;
  const isReplacedBy = (finding: Finding, cause: Finding): boolean =>
    finding !== cause &&
    finding.host === cause.host &&
    finding.span !== null &&
    (cause.merge?.replaces ?? []).some(
      (span) => finding.span !== null && covers(span, finding.span),
    );
  return findings.flatMap((finding): readonly Finding[] => {
    if (causes.some((cause) => isReplacedBy(finding, cause))) return [];
    if (finding.merge?.replaces === undefined) return [finding];
    const replaced = findings.filter((one) => isReplacedBy(one, finding));
    const severity = severities.find((one) =>
      [finding, ...replaced].some((other) => other.severity === one),
    );
    return [{ ...finding, severity: severity ?? finding.severity }];
  });
}

/** Turns effects of a cause into its related information. Their fixes stay at their own places. */
function underCauses(findings: readonly Finding[], path: string): readonly Finding[] {
  const causes = findings.filter(({ merge }) => merge?.covers !== undefined);
  if (causes.length === 0) return findings;
  const effectsByCause = new Map<Finding, Finding[]>(causes.map((cause) => [cause, []]));
  const remaining = findings.filter((finding) => {
    const cause = causes.find((one) => isEffectOf(finding, one));
    if (cause) effectsByCause.get(cause)?.push(finding);
    return !cause;
  });
  return remaining.map((finding) => {
    const effects = effectsByCause.get(finding) ?? [];
    if (effects.length === 0) return finding;
    const related = effects.map(({ span, message }): Related => ({ path, span, message: message }));
    const fixes = effects.flatMap((effect) => fixesAt(effect));
    return {
      ...finding,
      parts: [finding, ...effects],
      related: [...(finding.related ?? []), ...related].slice(0, maxRelated),
      fixes: [
        ...finding.fixes.filter(({ isLast }) => !isLast),
        ...fixes,
        ...finding.fixes.filter(({ isLast }) => isLast),
      ],
    };
  });
}

const maxRelated = 50;

const isEffectOf = (finding: Finding, cause: Finding): boolean =>
  finding.merge?.isEffect === true &&
  severities.indexOf(finding.severity) >= severities.indexOf(cause.severity) &&
  finding.host === cause.host &&
  finding.span !== null &&
  cause.merge?.covers !== undefined &&
  covers(cause.merge.covers, finding.span);

const fixesAt = ({ span, fixes }: Finding): readonly Fix[] =>
  span === null ? fixes : fixes.map((fix) => ({ ...fix, at: fix.at ?? span }));

/** Keeps the finding with the first rank of those that several hosts have on one word. The others become its parts. */
function dedupeByWord(findings: readonly Finding[]): readonly Finding[] {
  const words = new Map<number, Finding[]>();
  for (const finding of findings) {
    const word = wordOf(finding);
    if (word === undefined) continue;
    const known = words.get(word);
    if (known) known.push(finding);
    else words.set(word, [finding]);
  }
  return findings.flatMap((finding) => {
    const group = words.get(wordOf(finding) ?? -1);
    if (!group || group.length < 2) return finding;
    const [first, ...rest] = [...group].sort((a, b) => compareRanks(a.merge?.rank, b.merge?.rank));
    return finding === first ? { ...first, parts: [first, ...rest] } : [];
  });
}

const wordOf = ({ merge, span }: Finding): number | undefined =>
  merge?.rank === undefined ? undefined : span?.start;

function compareRanks(a: readonly number[] = [], b: readonly number[] = []): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Joins findings that differ only in a name. */
function joined(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!finding.merge?.joins) continue;
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return findings.flatMap((finding) => {
    if (!finding.merge?.joins) return finding;
    const group = groups.get(keyOf(finding)) ?? [];
    if (group.length < 2) return finding;
    return group[0] === finding ? together(finding, group) : [];
  });
}

const keyOf = ({ rule, host, severity, merge }: Finding): string =>
  `${rule} ${host} ${severity} ${merge?.joins?.by}`;

function together(first: Finding, group: readonly Finding[]): Finding {
  const all = group.flatMap(({ merge }) => merge?.joins ?? []);
  const names = all.map(({ name }) => name);
  const { joins } = first.merge ?? {};
  return {
    ...first,
    isJoined: true,
    parts: group,
    message: joins?.message(names, all) ?? first.message,
    also: group.slice(1).flatMap(({ span }) => span ?? []),
    fixes: [...(first.fixesForAll?.() ?? []), ...group.flatMap(fixesAt)],
  };
}
