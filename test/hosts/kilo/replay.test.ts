// Compares our verdicts with all recorded answers of Kilo 7.7.9: the outcome, the agent and the warnings.
import { kilo } from '../../../server/hosts/kilo/host';
import { family } from '../../../server/hosts/kilo/persona';
import type { Verdict } from '../../../server/hosts/model/verdict';
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
  family,
  recorded: (one) => one.kilo,
  place: (path) => path.replace(/^\.opencode\//, '.kilo/'),
  // The files that the recorded prompts reference do not exist, so Kilo inserts nothing.
  filled: (prompt) => prompt.replaceAll(/(?<!\$)\{file:[^}]+\}/g, '').trim(),
};

const files = recordedOfCorpus<CorpusAnswer>('kilo');

/** For a built-in agent that a file changed, the recordings show only that the file was not dropped. */
function corpusAnswer({ dropped, agent }: CorpusAnswer, mine: Answer): Answer {
  if (!dropped && !agent && mine.agent && family.builtin(mine.agent.name)) return mine;
  return agent ? { outcome: 'agent', agent: theirs(agent) } : { outcome: 'absent' };
}

/** The difference between the recorded warning and our verdict; empty if both are about the same field or the frontmatter. */
function warningDiffers({ warnings }: CorpusAnswer, verdict: Verdict | null): string {
  const [first] = warnings ?? [];
  if (first === undefined) return verdict?.outcome === 'refused' ? 'no warning was recorded' : '';
  if (verdict?.outcome !== 'refused') return `no warning: ${first}`;
  if (first.includes('Failed to parse YAML frontmatter'))
    return verdict.reason === 'yaml' ? '' : `${verdict.reason} instead of ${first}`;
  const [, field = ''] = / is invalid: ([^:]+):/.exec(first) ?? [];
  return faultsOf(verdict).includes(field) ? '' : `another field: ${first}`;
}

replayCases(member);
replayCorpus(member, files, (file, mine, real, verdict) => [
  ...differs(file, mine, corpusAnswer(real, mine)),
  ...differs(file, warningDiffers(real, verdict), ''),
]);
