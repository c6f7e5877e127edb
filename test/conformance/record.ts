// What the program did, kept as cases.
import type { Case } from './case-file';
import { caseFilesOf, storeCases } from './cases';
import { differences, type Facts, inWords } from './facts';
import type { Compared } from './live';
import { skillSubjectOf } from './question';

/** The same for two questions that are one. */
export const caseKey = ({
  path,
  text,
  context,
  around,
}: Pick<Case, 'path' | 'text' | 'context' | 'around'>): string =>
  JSON.stringify([path, text, context, around]);

/** Where the program differs from its recordings: the changes of a new version. */
export function changedAnswers(host: string, found: readonly Compared[]): readonly string[] {
  const answers = new Map(found.map((each) => [caseKey(each.question), each.there]));
  return [...caseFilesOf(host)].flatMap(([group, { cases }]) =>
    cases.flatMap((one) => {
      const now = answers.get(caseKey(one));
      if (!now) return [];
      // Not every way to ask about a skill or a command shows the same facts.
      const shown = skillSubjectOf(one)
        ? Object.fromEntries(Object.entries(one.facts).filter(([fact]) => fact in now))
        : one.facts;
      return differences(shown, now).map(
        (each) =>
          `changed: ${group}, ${one.id}: ${inWords({ ...each, there: each.there, here: each.here })}`,
      );
    }),
  );
}

/** The same cases, with the answers of today. */
export function recordAnswers(host: string, version: string, found: readonly Compared[]): void {
  const answers = new Map(found.map((each) => [caseKey(each.question), each.there]));
  for (const [group, file] of caseFilesOf(host)) {
    const cases = file.cases.map((one) => ({
      ...one,
      facts: renewed(one, answers.get(caseKey(one))),
    }));
    storeCases(group, { host, version, cases });
  }
}

/** Not every way to ask about a skill or a command shows the same facts: those that are not shown stay as they were recorded. */
export function renewed(one: Case, now: Facts | undefined): Facts {
  if (!now) return one.facts;
  const subject = skillSubjectOf(one);
  const isSame = subject && (now[subject] === undefined || now[subject] === one.facts[subject]);
  if (!isSame) return now;
  return Object.fromEntries(
    Object.entries(one.facts).map(([fact, value]) => [fact, now[fact] ?? value]),
  );
}

const group = 'found';

/** New cases: texts on which the two disagreed. */
export function recordFound(host: string, version: string, found: readonly Compared[]): void {
  const known = caseFilesOf(host).get(group)?.cases ?? [];
  const texts = new Set(known.map(({ text }) => text));
  const fresh = found
    .filter(({ question }) => !texts.has(question.text))
    .map(
      ({ question, there }, index): Case => ({
        id: `${group}-${known.length + index + 1}`,
        path: question.path,
        text: question.text,
        facts: there,
        ...(question.context && { context: question.context }),
        ...(question.around && { around: question.around }),
      }),
    );
  if (fresh.length > 0) storeCases(group, { host, version, cases: [...known, ...fresh] });
}

/** The answers to questions as the cases of a group. */
export function recordGroup(
  host: string,
  version: string,
  name: string,
  found: readonly Compared[],
): void {
  const known = caseFilesOf(host).get(name)?.cases ?? [];
  const answered = found.filter(({ there }) => Object.keys(there).length > 0);
  if (answered.length > 0) storeCases(name, { host, version, cases: withAnswers(known, answered) });
}

/**
 * The cases of a group after its questions were asked again: a question that it has gets the new answer, one with the title of a case
 * takes its place, others are added.
 */
export function withAnswers(
  known: readonly Case[],
  found: readonly Pick<Compared, 'question' | 'there'>[],
): readonly Case[] {
  const cases = [...known];
  for (const { question, there } of found) {
    const same = cases.findIndex((one) => caseKey(one) === caseKey(question));
    const at = same < 0 ? cases.findIndex(({ id }) => id === question.id) : same;
    const old = cases[same];
    if (at < 0) cases.push({ ...question, facts: there });
    else cases[at] = old ? { ...old, facts: renewed(old, there) } : { ...question, facts: there };
  }
  return cases;
}
