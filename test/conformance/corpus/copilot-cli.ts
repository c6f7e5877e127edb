// Copilot CLI over the corpus, as recorded beside it.
import { readShared, sharedJson } from '../../support/shared';
import type { Case } from '../case-file';
import { facts } from '../facts';
import { type Answer, answerFacts } from '../oracles/copilot-cli/answer';

type Recorded = Answer & { readonly promptLength: number | null };

export function copilotCliCorpus(): Readonly<Record<string, readonly Case[]>> {
  const { files } = sharedJson<{ files: Readonly<Record<string, Recorded>> }>(
    'oracles/corpus/copilot-cli.json',
  );
  const cases = Object.entries(files).map(
    ([file, { promptLength, ...answer }], index): Case => ({
      id: file,
      path: `.github/agents/f${index}.md`,
      text: readShared(`corpus/${file}`),
      facts: facts({
        ...answerFacts(answer),
        prompt: promptLength === null ? undefined : String(promptLength),
      }),
    }),
  );
  return { 'in .github/agents': cases };
}
