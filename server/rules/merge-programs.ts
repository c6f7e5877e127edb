// What several programs report on the same place for one cause is one row in an editor. Everything that is about one program, such as
// its preview or the command line, keeps the findings apart.
import { type Finding, type Related, severities } from './rule';

/**
 * The findings, of which those of one rule at one place in several programs are one: the most severe, with the ids of all programs.
 * What the others do is related information.
 * @param path of the file
 */
export function onePerCause(findings: readonly Finding[], path: string): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!canShareRow(finding)) continue;
    const key = causeOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const rows = new Map<Finding, Finding | null>();
  for (const group of [...groups.values()].flatMap(byProgram)) {
    if (group.length < 2) continue;
    const row = rowOf(group, path);
    for (const [at, one] of group.entries()) rows.set(one, at === 0 ? row : null);
  }
  return rows.size === 0
    ? findings
    : findings.flatMap((finding) => {
        const row = rows.get(finding);
        return row === undefined ? finding : (row ?? []);
      });
}

/** The rows of an editor: what was joined because it differs only in a name is at each name. */
export const rowsOf = (findings: readonly Finding[], path: string): readonly Finding[] =>
  onePerCause(
    findings.flatMap((finding) =>
      finding.isJoined && finding.also?.length ? (finding.parts ?? finding) : finding,
    ),
    path,
  );

/**
 * Faded text belongs to one program, and what is shared with another file is reported in one of the two. Names that are joined have
 * fixes for all of them.
 */
const canShareRow = ({ host, onlyFades, sharedWith, isJoined }: Finding): boolean =>
  host !== null && !onlyFades && !isJoined && sharedWith === undefined;

const causeOf = ({ rule, span, also = [] }: Finding): string => JSON.stringify([rule, span, also]);

/** A program may report several problems there, each about another name, such as two missing fields. */
function byProgram(group: readonly Finding[]): readonly (readonly Finding[])[] {
  if (isOnePerProgram(group)) return [group];
  const names = [...new Set(group.map(({ about }) => about))];
  return names.map((name) => group.filter(({ about }) => about === name)).filter(isOnePerProgram);
}

const isOnePerProgram = (group: readonly Finding[]): boolean =>
  new Set(group.map(({ host }) => host)).size === group.length;

function rowOf(group: readonly Finding[], path: string): Finding {
  const parts = severities.flatMap((severity) => group.filter((one) => one.severity === severity));
  const [first, ...others] = parts as [Finding, ...Finding[]];
  const related = others.map(({ span, message }): Related => ({ path, span, message }));
  return {
    ...first,
    parts,
    programs: parts.flatMap(({ host }) => host ?? []),
    related: [...(first.related ?? []), ...related, ...others.flatMap((one) => one.related ?? [])],
    fixes: parts.flatMap(({ fixes }) => fixes),
  };
}
