// Every recorded answer of OpenCode 1.18.33, replayed: its outcome, and the agent it made.
import assert from 'node:assert/strict';
import { builtinAgent } from '../../../server/hosts/opencode/builtin';
import { describeWithShared, readShared, sharedJson } from '../../support/shared';
import { type Answer, ours, type RecordedAgent, theirs } from './recorded';

interface Case {
  readonly id: string;
  readonly category: string;
  readonly path?: string;
  readonly text?: string | { readonly base64: string };
  readonly files?: Readonly<Record<string, string>>;
  readonly opencode: {
    readonly outcome: string;
    readonly error?: { readonly issues: readonly { readonly path: string }[] };
    readonly agents?: readonly RecordedAgent[];
  };
}

interface CorpusAnswer {
  readonly dropped: boolean;
  readonly refused: boolean;
  readonly issues: readonly { readonly path: string }[] | null;
  readonly agent: RecordedAgent | null;
}

const outcomes: Readonly<Record<string, Answer['outcome']>> = {
  accepted: 'agent',
  'accepted-frontmatter-lost': 'lost',
  refused: 'refused',
  absent: 'absent',
  'accepted-listing-broken': 'broken',
};

const pathsOf = (issues: readonly { readonly path: string }[] | null | undefined): string[] =>
  [...new Set((issues ?? []).map(({ path }) => path))].sort();

/** A case is said to disagree by its name and the first thing in which the two differ. */
function differs(name: string, mine: Answer, real: Answer): string[] {
  try {
    assert.deepEqual(mine, real);
    return [];
  } catch {
    return [`${name}\n  ours ${JSON.stringify(mine)}\n  real ${JSON.stringify(real)}`];
  }
}

const tally = (what: string, all: number, wrong: readonly string[], left: number): void => {
  console.log(
    `      ${what}: ${all - left - wrong.length} agree, ${wrong.length} disagree, ${left} not predicted`,
  );
  assert.equal(wrong.length, 0, `\n${wrong.slice(0, 20).join('\n')}`);
};

describeWithShared('OpenCode, recorded cases', () => {
  const cases = (): readonly Case[] =>
    sharedJson<{ cases: readonly Case[] }>('oracles/opencode-cases.json').cases;

  it('agrees on every case of one file', function () {
    this.timeout(60_000);
    const wrong: string[] = [];
    let left = 0;
    const single = cases().filter((one) => one.path !== undefined);
    for (const { id, path = '', text = '', opencode: real } of single) {
      const written =
        typeof text === 'string' ? text : Buffer.from(text.base64, 'base64').toString('utf8');
      const mine = ours(written, path);
      if (mine.outcome === 'unknown') left++;
      else wrong.push(...differs(id, comparable(mine), realAnswer(real)));
    }
    tally('cases of one file', single.length, wrong, left);
  });

  it('agrees on the files of every laid-out case', function () {
    this.timeout(60_000);
    const wrong: string[] = [];
    const laid = cases().filter((one) => one.files !== undefined);
    for (const { id, files = {}, opencode: real } of laid)
      wrong.push(...layoutDiffers(id, files, real));
    tally('cases of several files', laid.length, wrong, 0);
  });
});

/** A disabled agent, and one whose name is lost, is no agent: the recordings call the first accepted, without agents. */
function realAnswer({ outcome, error, agents }: Case['opencode']): Answer {
  const [agent] = agents ?? [];
  const told = outcomes[outcome] ?? 'unknown';
  if (told === 'refused') return { outcome: told, faults: pathsOf(error?.issues) };
  if (told === 'broken') return { outcome: told };
  if (!agent) return { outcome: 'absent' };
  return { outcome: told, agent: comparableAgent(theirs(agent)) };
}

const comparable = (answer: Answer): Answer =>
  answer.agent ? { ...answer, agent: comparableAgent(answer.agent) } : answer;

/** Of a built-in agent the recordings hold its own rules too, with folders of the run. */
function comparableAgent(agent: Answer['agent']): Answer['agent'] {
  if (!agent) return undefined;
  const builtin = builtinAgent(agent.name);
  if (!builtin) return agent;
  const own = builtin.rules.map(
    ({ permission, pattern, action }) => `${permission} ${pattern} ${action}`,
  );
  const added = agent.ownRules.filter(
    (rule) => !own.includes(rule) && !/plans\/|<home>/.test(rule),
  );
  return { ...agent, ownRules: added };
}

function layoutDiffers(
  id: string,
  files: Readonly<Record<string, string>>,
  real: Case['opencode'],
): string[] {
  const markdown = Object.entries(files).filter(([path]) => path.endsWith('.md'));
  const answers = markdown.map(([path, text]) => ours(text, path));
  if (real.outcome === 'refused' && markdown.length === Object.keys(files).length) {
    const stops = answers.some(({ outcome }) => outcome === 'refused');
    return stops ? [] : [`${id}: no file of it stops the program`];
  }
  const names = answers.flatMap(({ agent }) => (agent ? [agent.name] : []));
  return (real.agents ?? [])
    .filter(({ native }) => !native)
    .filter(({ name }) => markdown.length === Object.keys(files).length && !names.includes(name))
    .map(({ name }) => `${id}: ${name} is missing`);
}

describeWithShared('OpenCode, recorded answers to the corpus', () => {
  it('agrees on every file', function () {
    this.timeout(60_000);
    const corpus = sharedJson<{ files: Readonly<Record<string, CorpusAnswer>> }>(
      'oracles/corpus/opencode.json',
    );
    const wrong: string[] = [];
    let left = 0;
    const files = Object.entries(corpus.files);
    for (const [file, real] of files) {
      const mine = ours(readShared(`corpus/${file}`), '.opencode/agent/probe.md');
      if (mine.outcome === 'unknown') left++;
      else
        wrong.push(
          ...differs(
            file,
            mine.outcome === 'lost' ? { ...mine, outcome: 'agent' } : mine,
            corpusAnswer(real, mine),
          ),
        );
    }
    tally('corpus files', files.length, wrong, left);
  });
});

/** Of a built-in agent that a file changed, the recordings of the corpus hold only that the file was not dropped. */
function corpusAnswer({ dropped, refused, issues, agent }: CorpusAnswer, mine: Answer): Answer {
  if (!dropped && !refused && !agent && mine.agent && builtinAgent(mine.agent.name)) return mine;
  if (refused) return { outcome: 'refused', faults: pathsOf(issues) };
  if (!agent) return { outcome: 'absent' };
  return { outcome: 'agent', agent: theirs(agent) };
}
