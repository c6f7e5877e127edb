// Compares our verdicts with the recorded cases and the recorded answers for the corpus, for OpenCode and Kilo.
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { allRules, type Family } from '../../../server/hosts/opencode/family';
import { describeWith, noAnswers, noOracles, readCorpus } from '../../support/resources';
import { type Answer, answerOf, theirs, verdictOf } from './answers';
import { type Case, cases, laidOut, type Recorded, single, textOfCase } from './cases';
import { assertNone, differs } from './compare';

/** A program of the family and how to read its recorded answers. */
export interface Member {
  readonly host: Host;
  readonly family: Family;
  readonly recorded: (one: Case) => Recorded;
  /** The path of the file of a case when the answer of this program was recorded. */
  readonly place: (path: string) => string;
  readonly filled?: (prompt: string) => string;
}

export const answer = ({ host, filled }: Member, text: string, path: string): Answer =>
  answerOf(verdictOf(host, text, path), filled);

export function replayCases(member: Member): void {
  describeWith(cases.length > 0, noOracles, `${member.host.name}, recorded cases`, () => {
    it(`agrees on all ${single.length} of one file`, function () {
      this.timeout(60_000);
      assertNone(
        single.flatMap((one) => {
          const mine = answer(member, textOfCase(one), member.place(one.path ?? ''));
          // Only files with code, which a host would run, cannot be predicted.
          if (mine.outcome === 'unknown') return isCode(one) ? [] : [`${one.id}: not predicted`];
          return differs(one.id, comparable(member, mine), realAnswer(member, one));
        }),
      );
    });

    it(`agrees on the files of all ${laidOut.length} of several`, function () {
      this.timeout(60_000);
      assertNone(laidOut.flatMap((one) => layoutDiffers(member, one)));
    });
  });
}

const isCode = (one: Case): boolean => /^---\s*(?:js|javascript)\b/.test(textOfCase(one));

const outcomes: Readonly<Record<string, Answer['outcome']>> = {
  accepted: 'agent',
  'accepted-frontmatter-lost': 'lost',
  refused: 'refused',
  absent: 'absent',
  'accepted-listing-broken': 'broken',
};

export const pathsOf = (
  issues: readonly { readonly path: string }[] | null | undefined,
): string[] => [...new Set((issues ?? []).map(({ path }) => path))].sort();

/** A disabled agent is recorded as accepted without agents; here it is absent, like an agent whose name is lost. */
function realAnswer(member: Member, one: Case): Answer {
  const { outcome, error, agents } = member.recorded(one);
  const [agent] = agents ?? [];
  const result = outcomes[outcome] ?? 'unknown';
  if (result === 'refused') return { outcome: result, faults: pathsOf(error?.issues) };
  if (result === 'broken') return { outcome: result };
  if (!agent) return { outcome: 'absent' };
  return { outcome: result, agent: comparableAgent(member, theirs(agent)) };
}

const comparable = (member: Member, mine: Answer): Answer =>
  mine.agent ? { ...mine, agent: comparableAgent(member, mine.agent) } : mine;

/** The recordings of a built-in agent include its own rules, with temporary folders of the recording. */
function comparableAgent({ family }: Member, agent: Answer['agent']): Answer['agent'] {
  if (!agent || !family.builtin(agent.name)) return agent;
  const own = allRules(family, agent.name, []).map(
    ({ permission, pattern, action }) => `${permission} ${pattern} ${action}`,
  );
  const added = agent.ownRules.filter(
    (rule) => !own.includes(rule) && !/plans\/|<home>|<root>/.test(rule),
  );
  return { ...agent, ownRules: added };
}

function layoutDiffers(member: Member, one: Case): string[] {
  const { files = {}, id } = one;
  const real = member.recorded(one);
  const markdown = Object.entries(files).filter(([path]) => path.endsWith('.md'));
  if (markdown.length < Object.keys(files).length) return [];
  const answers = markdown.map(([path, text]) => answer(member, text, member.place(path)));
  if (real.outcome === 'refused') {
    const stops = answers.some(({ outcome }) => outcome === 'refused');
    return stops ? [] : [`${id}: no file of it stops the program`];
  }
  const mine = new Set(answers.flatMap(({ agent }) => (agent ? [agent.name] : [])));
  const theirs = new Set((real.agents ?? []).map(({ name }) => name));
  return differs(id, [...mine].sort(), [...theirs].sort());
}

/** Compares our verdicts with the recorded answers for the corpus, one for each file. */
export function replayCorpus<Recording>(
  member: Member,
  files: Readonly<Record<string, Recording>>,
  agrees: (file: string, mine: Answer, real: Recording, verdict: Verdict | null) => string[],
): void {
  const all = Object.entries(files);
  const title = `${member.host.name}, recorded answers to the corpus`;
  describeWith(all.length > 0, noAnswers, title, () => {
    it(`agrees on all ${all.length} files`, function () {
      this.timeout(60_000);
      assertNone(
        all.flatMap(([file, real]) => {
          const path = member.place('.opencode/agent/probe.md');
          const verdict = verdictOf(member.host, readCorpus(file), path);
          const mine = answerOf(verdict, member.filled);
          if (mine.outcome === 'unknown') return [`${file}: not predicted`];
          return agrees(
            file,
            mine.outcome === 'lost' ? { ...mine, outcome: 'agent' } : mine,
            real,
            verdict,
          );
        }),
      );
    });
  });
}
