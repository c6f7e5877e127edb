// VS Code over the corpus, as recorded next to it: in the folder of GitHub and in that of Claude Code.
import { readCorpus, recordedOfCorpus } from '../../support/resources';
import type { Case } from '../case-file';
import { type Answer, answerFacts } from '../oracles/vscode/answer';

type Recorded = Omit<Answer, 'messages'> & {
  readonly diagnostics: readonly (readonly [severity: string, message: string])[];
};

const places = {
  github: ['in .github/agents', '.github/agents/probe.agent.md'],
  claude: ['in .claude/agents', '.claude/agents/probe.md'],
} as const;

export function vscodeCorpus(): Readonly<Record<string, readonly Case[]>> {
  const all = Object.entries(
    recordedOfCorpus<Readonly<Record<keyof typeof places, Recorded>>>('vscode'),
  );
  const casesIn = (key: keyof typeof places): readonly Case[] =>
    all.map(([file, answers]) => ({
      id: file,
      path: places[key][1],
      text: readCorpus(file),
      facts: answerFacts({
        ...answers[key],
        messages: answers[key].diagnostics.map(([, message]) => message),
      }),
    }));
  return { [places.github[0]]: casesIn('github'), [places.claude[0]]: casesIn('claude') };
}
