// Findings to be judged: some of every rule, host and severity, from as many repositories and files as there are.
import { createHash } from 'node:crypto';
import type { Severity } from '../../server/rules/rule';
import { keyOf, type Labelled } from './labels';
import { type Project, type Reported, reportedIn } from './projects';

export interface Candidate {
  /** The rule and a fingerprint of what the finding is known by. */
  readonly id: string;
  readonly source: string;
  readonly rule: string;
  readonly host: string;
  readonly severity: Severity;
  readonly line: number;
  readonly lineText: string;
  readonly subject: string;
  readonly message: string;
  /** At most 1,500 characters: the frontmatter with the numbers of its lines, and the lines around the finding. */
  readonly context: string;
}

/** @param most of one rule, host and severity. */
export function candidates(projects: readonly Project[], most: number): readonly Candidate[] {
  const groups = new Map<string, { project: Project; reported: Reported }[]>();
  const seen = new Set<string>();
  for (const project of projects)
    for (const reported of reportedIn(project)) {
      if (reported.isAlso) continue;
      if (seen.has(keyOf(reported))) continue;
      seen.add(keyOf(reported));
      const group = `${reported.rule} ${reported.severity} ${reported.host}`;
      groups.set(group, [...(groups.get(group) ?? []), { project, reported }]);
    }
  return [...groups.keys()].sort().flatMap((name) =>
    spread(groups.get(name) ?? [], most).map(({ reported }) => ({
      id: idOf(reported),
      ...withoutText(reported),
      context: contextOf(reported),
    })),
  );
}

/**
 * Errors and warnings without a label, drawn by their fingerprints, as often as they occur: what share of them is useful
 * can be counted.
 *
 * @param count how many
 * @param perCause how many with one cause in a repository
 */
export function freshCandidates(
  projects: readonly Project[],
  {
    labelled,
    count,
    perCause,
  }: { readonly labelled: readonly Labelled[]; readonly count: number; readonly perCause: number },
): readonly Candidate[] {
  const known = new Set(labelled.map(keyOf));
  const drawn = projects.flatMap((project) => {
    const some = new Map<string, Reported>();
    for (const one of reportedIn(project))
      if (!one.isAlso && (one.severity === 'error' || one.severity === 'warning'))
        if (!known.has(keyOf(one))) some.set(idOf(one), one);
    const ofCause = new Map<string, number>();
    return [...some].sort(byFingerprint).filter(([, one]) => {
      const cause = causeOf(one);
      const before = ofCause.get(cause) ?? 0;
      ofCause.set(cause, before + 1);
      return before < perCause;
    });
  });
  return drawn
    .sort(byFingerprint)
    .slice(0, count)
    .map(([id, reported]) => ({ id, ...withoutText(reported), context: contextOf(reported) }));
}

/** The rule, the host and the message without the names in it. */
const causeOf = ({ rule, host, message }: Reported): string =>
  [rule, host, message.replaceAll(/"[^"]*"|\d[\d,]*/g, '')].join(' ');

const byFingerprint = ([one]: readonly [string, Reported], [other]: readonly [string, Reported]) =>
  one.slice(-8).localeCompare(other.slice(-8));

const idOf = (reported: Reported): string =>
  `${reported.rule}-${createHash('sha256').update(keyOf(reported)).digest('hex').slice(0, 8)}`;

const withoutText = ({ text: _, ...rest }: Reported): Omit<Reported, 'text'> => rest;

/** One of each repository, then a second of each and so on; within a repository far apart, and of new words first. */
function spread<T extends { project: Project; reported: Reported }>(
  all: readonly T[],
  most: number,
): readonly T[] {
  const queues = new Map<string, T[]>();
  for (const one of all)
    queues.set(one.project.name, [...(queues.get(one.project.name) ?? []), one]);
  const waiting = [...queues.values()].map(apart);
  const chosen: T[] = [];
  const words = new Set<string>();
  while (chosen.length < most && waiting.some((queue) => queue.length > 0))
    for (const queue of waiting) {
      if (chosen.length >= most) break;
      const isNew = queue.findIndex(({ reported }) => !words.has(reported.subject));
      const [next] = queue.splice(Math.max(isNew, 0), 1);
      if (!next) continue;
      words.add(next.reported.subject);
      chosen.push(next);
    }
  return chosen;
}

/** In an order in which adjacent items are far from each other. */
function apart<T>(all: readonly T[]): T[] {
  const step = Math.max(1, Math.round(all.length * 0.618));
  const left = [...all];
  const ordered: T[] = [];
  for (let at = 0; left.length > 0; at += step) ordered.push(...left.splice(at % left.length, 1));
  return ordered;
}

const longest = 1500;

function contextOf({ text, line }: Reported): string {
  const lines = text.split(/\r?\n/).map((one, index) => `${index + 1}: ${one.slice(0, 400)}`);
  const end = text.startsWith('---')
    ? lines.findIndex((one, at) => at > 0 && /: ---/.test(one))
    : 4;
  const head = Math.min(end < 0 ? 12 : end + 1, lines.length);
  const around = lines.slice(Math.max(head, line - 4), line === 0 ? head + 6 : line + 3);
  const tail = around.join('\n').slice(0, longest / 2);
  return `${lines
    .slice(0, head)
    .join('\n')
    .slice(0, longest - tail.length - 1)}\n${tail}`.trim();
}
