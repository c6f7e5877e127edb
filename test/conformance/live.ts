// Puts questions to the program and to our judge, and counts where the two agree.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../../server/hosts/model/host';
import { type Difference, differences, type Facts, openFor } from './facts';
import type { Tested } from './hosts';
import { installed } from './install';
import type { Witness } from './oracle';
import { askedApart, type Question } from './question';
import { shrink } from './shrink';

export interface Compared {
  readonly question: Question;
  readonly there: Facts;
  readonly differences: readonly Difference[];
  /** Why the verdict leaves something open; null where it does not. */
  readonly open: string | null;
}

/** @param host the host as the version behaves that is asked; by default as it is declared */
export function compared(
  question: Question,
  there: Facts,
  { facts }: Tested,
  host?: Host,
): Compared {
  const here = facts(question, host);
  return { question, there, differences: differences(there, here), open: openFor(there, here) };
}

/** Where its packages are; fetches what is not there yet. */
export const fetched = (
  { oracle }: Tested,
  version: string | undefined,
  isFetching = false,
): string =>
  installed(
    oracle.packages.map((one, index) =>
      index === 0 && version !== undefined ? { ...one, version } : one,
    ),
    isFetching,
  );

/** The version of the installed program, also where `latest` was asked for. */
export function fetchedVersion(one: Tested, version: string | undefined): string {
  const [first] = one.oracle.packages;
  const file = path.join(fetched(one, version), 'node_modules', first?.name ?? '', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Whether it is asked about anything: about agents, or only about what is asked apart from them. */
export const isAsked = ({ oracle, asks }: Tested): boolean =>
  oracle.start !== undefined || Object.values(asks).some((ask) => ask !== undefined);

/** For a program that is not asked about agents. */
const withoutAgents = (version: string): Witness => ({
  version,
  ask: async () => [],
  close: async () => {},
});

/** Questions about skills, commands, settings, servers and plugins go to those who ask about them. */
export async function witnessOf(tested: Tested, version: string | undefined): Promise<Witness> {
  const { oracle, asks } = tested;
  const folder = fetched(tested, version);
  const witness = (await oracle.start?.(folder)) ?? withoutAgents(fetchedVersion(tested, version));
  return {
    ...witness,
    ask: async (questions) => {
      const answers = new Map<Question, Facts>();
      for (const subject of [null, 'skill', 'command', 'settings', 'servers', 'plugin'] as const) {
        const asked = questions.filter((one) => askedApart(one) === subject);
        if (asked.length === 0) continue;
        const said =
          subject === null
            ? await witness.ask(asked)
            : ((await asks[subject]?.(folder, asked)) ?? []);
        asked.forEach((one, index) => {
          answers.set(one, said[index] ?? {});
        });
      }
      return questions.map((one) => answers.get(one) ?? {});
    },
  };
}

export async function askAll(
  witness: Witness,
  tested: Tested,
  questions: readonly Question[],
  host?: Host,
): Promise<readonly Compared[]> {
  const answers = await witness.ask(questions);
  const found = questions.map((question, index) =>
    compared(question, answers[index] ?? {}, tested, host),
  );
  // In a crowd an answer may be taken for another's: where the two differ, the program is asked about that text alone.
  for (const [index, each] of found.entries()) {
    const subject = askedApart(each.question);
    // Plugins are asked about alone in any case.
    const isCertain =
      questions.length === 1 || subject === 'plugin' || (subject && tested.isByPath(subject));
    if (each.differences.length === 0 || isCertain) continue;
    const [alone] = await witness.ask([each.question]);
    found[index] = compared(each.question, alone ?? {}, tested, host);
  }
  return found;
}

/** The smallest text that still differs in the same fact. */
export async function smallest(
  witness: Witness,
  tested: Tested,
  { question, differences: [first] }: Compared,
): Promise<string> {
  let asked = 0;
  return shrink(question.text, async (texts) => {
    const round = asked++;
    const questions = texts.map((text, number) => ({
      ...question,
      id: `shrink-${round}-${number}`,
      path: question.path.replace(/([^/]+)\.(md|toml)$/, `$1-${round}-${number}.$2`),
      text,
    }));
    const answers = await witness.ask(questions);
    return questions.map((one, index) =>
      compared(one, answers[index] ?? {}, tested).differences.some(
        ({ fact }) => fact === first?.fact,
      ),
    );
  });
}
