// Copilot CLI over the corpus, as recorded next to it.
import { readCorpus, recordedOfCorpus } from '../../support/resources';
import type { Case } from '../case-file';
import { facts } from '../facts';
import { type Answer, answerFacts } from '../oracles/copilot-cli/answer';

type Recorded = Answer & { readonly promptLength: number | null };

export function copilotCliCorpus(): Readonly<Record<string, readonly Case[]>> {
  const cases = Object.entries(recordedOfCorpus<Recorded>('copilot-cli')).map(
    ([file, { promptLength, ...answer }], index): Case => ({
      id: file,
      path: `.github/agents/f${index}.md`,
      text: readCorpus(file),
      facts: facts({
        ...answerFacts(answer),
        prompt: promptLength === null ? undefined : String(promptLength),
      }),
    }),
  );
  return { 'in .github/agents': cases };
}
