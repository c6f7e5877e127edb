// Every recorded answer of Kilo 7.7.9, replayed: its outcome, the agent it made, and what it warned of.
import { kilo } from '../../../server/hosts/kilo/host';
import { kin } from '../../../server/hosts/kilo/persona';
import type { Verdict } from '../../../server/hosts/verdict';
import { recordedOfCorpus } from '../../support/resources';
import { type Answer, faultsOf, type RecordedAgent, theirs } from '../opencode-family/answers';
import { differs } from '../opencode-family/compare';
import { type Member, replayCases, replayCorpus } from '../opencode-family/replay';

interface CorpusAnswer {
  readonly dropped: boolean;
  readonly warnings: readonly string[] | null;
  readonly agent: RecordedAgent | null;
}

const member: Member = {
  host: kilo,
  kin,
  recorded: (one) => one.kilo,
  place: (path) => path.replace(/^\.opencode\//, '.kilo/'),
  // The files that a prompt of the recordings refers to are not there: Kilo puts nothing in their place.
  filled: (prompt) => prompt.replaceAll(/(?<!\$)\{file:[^}]+\}/g, '').trim(),
};

const files = recordedOfCorpus<CorpusAnswer>('kilo');

/** Of a built-in agent that a file changed, the recordings of the corpus hold only that the file was not dropped. */
function corpusAnswer({ dropped, agent }: CorpusAnswer, mine: Answer): Answer {
  if (!dropped && !agent && mine.agent && kin.builtin(mine.agent.name)) return mine;
  return agent ? { outcome: 'agent', agent: theirs(agent) } : { outcome: 'absent' };
}

/** A file that is left out is left out with a word about the same field, or about the frontmatter. */
function warned({ warnings }: CorpusAnswer, verdict: Verdict | null): string {
  const [first] = warnings ?? [];
  if (first === undefined) return verdict?.fate === 'refused' ? 'a warning too many' : '';
  if (verdict?.fate !== 'refused') return `no warning: ${first}`;
  if (first.includes('Failed to parse YAML frontmatter'))
    return verdict.reason === 'yaml' ? '' : `${verdict.reason} instead of ${first}`;
  const [, field = ''] = / is invalid: ([^:]+):/.exec(first) ?? [];
  return faultsOf(verdict).includes(field) ? '' : `another field: ${first}`;
}

replayCases(member);
replayCorpus(member, files, (file, mine, real, verdict) => [
  ...differs(file, mine, corpusAnswer(real, mine)),
  ...differs(file, warned(real, verdict), ''),
]);
