// Compares our verdicts with all recorded answers of OpenCode 1.18.33: the outcome and the agent.
import { opencode } from '../../../server/hosts/opencode/host';
import { family } from '../../../server/hosts/opencode/persona';
import { recordedOfCorpus } from '../../support/resources';
import { type Answer, type RecordedAgent, theirs } from '../opencode-family/answers';
import { differs } from '../opencode-family/compare';
import { type Member, pathsOf, replayCases, replayCorpus } from '../opencode-family/replay';

interface CorpusAnswer {
  readonly dropped: boolean;
  readonly refused: boolean;
  readonly issues: readonly { readonly path: string }[] | null;
  readonly agent: RecordedAgent | null;
}

const member: Member = {
  host: opencode,
  family,
  recorded: (one) => one.opencode,
  place: (path) => path,
};

const files = recordedOfCorpus<CorpusAnswer>('opencode');

/** For a built-in agent that a file changed, the recordings show only that the file was not dropped. */
function corpusAnswer({ dropped, refused, issues, agent }: CorpusAnswer, mine: Answer): Answer {
  if (!dropped && !refused && !agent && mine.agent && family.builtin(mine.agent.name)) return mine;
  if (refused) return { outcome: 'refused', faults: pathsOf(issues) };
  if (!agent) return { outcome: 'absent' };
  return { outcome: 'agent', agent: theirs(agent) };
}

replayCases(member);
replayCorpus(member, files, (file, mine, real) => differs(file, mine, corpusAnswer(real, mine)));
