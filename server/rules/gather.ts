// One cause, one finding: what several rules or several fields of a file report for the same reason becomes one finding.
// This is done once the author's comments have had their say, which name the place of each.
import { covers } from '../text/span';
import { type Finding, type Fix, type Related, severities } from './rule';

/** In the order given. `path`: of the file, for the places that a finding refers to. */
export function gathered(findings: readonly Finding[], path: string): readonly Finding[] {
  if (!findings.some(({ covers: cause, joins, rank }) => cause ?? joins ?? rank)) return findings;
  return joined(onePerWord(underCauses(findings, path)));
}

/** Without some findings: one that only they came before is reported in their place. */
export const leavingOut = (
  findings: readonly Finding[],
  isLeftOut: (finding: Finding) => boolean,
): readonly Finding[] =>
  findings.flatMap((finding) =>
    finding.rank && finding.parts
      ? onePerWord(finding.parts.filter((part) => !isLeftOut(part)))
      : isLeftOut(finding)
        ? []
        : finding,
  );

/** Each host's own findings, also those that another host's finding about the same word came before. */
export const perHost = (findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((finding) => (finding.rank && finding.parts ? finding.parts : finding));

/** The findings as they were before they were gathered. */
export const separated = (findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((finding) => (finding.parts ? separated(finding.parts) : finding));

/** What is reported below a cause becomes related information of it, and keeps its fixes at its own place. */
function underCauses(findings: readonly Finding[], path: string): readonly Finding[] {
  const causes = findings.filter((finding) => finding.covers !== undefined);
  if (causes.length === 0) return findings;
  const below = new Map<Finding, Finding[]>(causes.map((cause) => [cause, []]));
  const left = findings.filter((finding) => {
    const cause = causes.find((one) => isBelow(finding, one));
    if (cause) below.get(cause)?.push(finding);
    return !cause;
  });
  return left.map((finding) => {
    const effects = below.get(finding) ?? [];
    if (effects.length === 0) return finding;
    const related = effects.map(({ span, message }): Related => ({ path, span, says: message }));
    const fixes = effects.flatMap((effect) => fixesAt(effect));
    return {
      ...finding,
      parts: [finding, ...effects],
      related: [...(finding.related ?? []), ...related].slice(0, mostRelated),
      fixes: [
        ...finding.fixes.filter(({ isLast }) => !isLast),
        ...fixes,
        ...finding.fixes.filter(({ isLast }) => isLast),
      ],
    };
  });
}

/** More places than this are not read in a list. */
const mostRelated = 50;

const isBelow = (finding: Finding, cause: Finding): boolean =>
  finding.isEffect === true &&
  severities.indexOf(finding.severity) >= severities.indexOf(cause.severity) &&
  finding.host === cause.host &&
  finding.span !== null &&
  cause.covers !== undefined &&
  covers(cause.covers, finding.span);

const fixesAt = ({ span, fixes }: Finding): readonly Fix[] =>
  span === null ? fixes : fixes.map((fix) => ({ ...fix, at: fix.at ?? span }));

/** Of the findings of several hosts about one word, the first in rank; the others are parts of it. */
function onePerWord(findings: readonly Finding[]): readonly Finding[] {
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
    const [first, ...rest] = [...group].sort((a, b) => compareRanks(a.rank, b.rank));
    return finding === first ? { ...first, parts: [first, ...rest] } : [];
  });
}

const wordOf = ({ rank, span }: Finding): number | undefined =>
  rank === undefined ? undefined : span?.start;

function compareRanks(a: readonly number[] = [], b: readonly number[] = []): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Findings that differ in a name only. */
function joined(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!finding.joins) continue;
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return findings.flatMap((finding) => {
    if (!finding.joins) return finding;
    const group = groups.get(keyOf(finding)) ?? [];
    if (group.length < 2) return finding;
    return group[0] === finding ? together(finding, group) : [];
  });
}

const keyOf = ({ rule, host, severity, joins }: Finding): string =>
  `${rule} ${host} ${severity} ${joins?.by}`;

function together(first: Finding, group: readonly Finding[]): Finding {
  const names = group.flatMap(({ joins }) => joins?.name ?? []);
  return {
    ...first,
    parts: group,
    message: first.joins?.says(names) ?? first.message,
    also: group.slice(1).flatMap(({ span }) => span ?? []),
    fixes: group.flatMap(fixesAt),
  };
}
