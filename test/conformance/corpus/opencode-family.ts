// OpenCode and Kilo over the corpus, as recorded next to it.
import { readCorpus, recordedOfCorpus } from '../../support/resources';
import type { Case } from '../case-file';
import { type Agent, answerFacts } from '../oracles/opencode-family/answer';

interface Recorded {
  readonly dropped: boolean;
  readonly refused?: boolean;
  readonly issues?: readonly { readonly path: string }[] | null;
  readonly agent: Agent | null;
}

const corpusOf = (host: string, place: string) => (): Readonly<Record<string, readonly Case[]>> => {
  const cases = Object.entries(recordedOfCorpus<Recorded>(host)).map(([file, recorded]): Case => {
    const text = readCorpus(file);
    return { id: file, path: `${place}/probe.md`, text, facts: factsOf(recorded, text) };
  });
  return { [`in ${place}`]: cases };
};

function factsOf({ dropped, refused, issues, agent }: Recorded, text: string): Case['facts'] {
  if (refused) return answerFacts({ stopsFor: (issues ?? []).map(({ path }) => path) });
  // Of an agent of the program that a file changed, by its name, nothing was written down.
  if (!agent && !dropped && /^name:/m.test(text)) return {};
  return answerFacts({
    agent: agent && {
      ...agent,
      ownRules: agent.ownRules.map((rule) => rule.replace(/<root>\/home\d+/, '<home>')),
    },
  });
}

export const opencodeCorpus = corpusOf('opencode', '.opencode/agent');
export const kiloCorpus = corpusOf('kilo', '.kilo/agent');
