// Claude Code over the corpus, as recorded next to it.
import { readCorpus, recordedOfCorpus } from '../../support/resources';
import type { Case } from '../case-file';
import { type Facts, facts, names, quoted, yesNo } from '../facts';

interface Answer {
  readonly loaded: boolean;
  readonly name?: string;
  readonly description?: string;
  readonly sentModel?: string;
  readonly tools?: readonly string[];
  readonly refused?: string | null;
}

export function claudeCodeCorpus(): Readonly<Record<string, readonly Case[]>> {
  const cases = Object.entries(recordedOfCorpus<Answer>('claude-code')).map(
    ([file, answer], index): Case => ({
      id: file,
      path: `.claude/agents/f${index}.md`,
      text: readCorpus(file),
      facts: factsOf(answer),
    }),
  );
  return { 'in .claude/agents': cases };
}

function factsOf({ loaded, name, description, sentModel, tools, refused }: Answer): Facts {
  if (!loaded) return { agent: 'no' };
  const zero = /zero tools/.test(refused ?? '');
  return facts({
    agent: 'yes',
    name: quoted(name),
    description: quoted(description),
    starts: sentModel !== undefined || zero ? yesNo(!zero) : undefined,
    model: sentModel === undefined ? undefined : quoted(sentModel),
    tools: sentModel === undefined ? undefined : names(tools ?? []),
  });
}
