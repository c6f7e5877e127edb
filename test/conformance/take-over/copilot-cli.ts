// The cases in which Copilot CLI was first measured, from the recordings outside the repository.
import { hosts, readJson, required } from '../../support/resources';
import type { Case } from '../case-file';
import { names } from '../facts';
import { type Answer, answerFacts } from '../oracles/copilot-cli/answer';
import type { Taken } from './taken';

interface Recorded {
  readonly matrix: Readonly<Record<string, Answer & { readonly src: string }>>;
  readonly toolAliases: Readonly<Record<string, readonly string[]>>;
}

const always = ['skill', 'sql'];

/** Texts that the record cuts short, as they were. */
const long: Readonly<Record<string, string>> = {
  'desc-long': head(`description: ${'a'.repeat(20_000)}`),
  'name-long': head(`description: d\nname: ${'n'.repeat(500)}`),
  'body-30k': head('description: d', 'x'.repeat(30_001)),
  'body-29999': head('description: d', 'x'.repeat(30_000)),
  'body-60k': head('description: d', 'x'.repeat(60_000)),
};

function head(fields: string, body = 'BODY\n'): string {
  return `---\n${fields}\n---\n${body}`;
}

export function copilotCliCases(): Taken {
  const { matrix, toolAliases } = readJson<{ copilotCli: Recorded }>(
    required(hosts, 'DOSSIER_HOSTS'),
    'vscode-copilot.json',
  ).copilotCli;
  return {
    host: 'copilot-cli',
    version: '1.0.102',
    groups: {
      matrix: Object.entries(matrix).map(
        ([id, answer]): Case => ({
          id,
          path: `.github/agents/${id}.agent.md`,
          text: long[id] ?? answer.src,
          facts:
            long[id] === undefined ? answerFacts({ ...answer, agent: answer.agent ?? null }) : {},
        }),
      ),
      toolnames: Object.entries(toolAliases).map(
        ([name, granted], index): Case => ({
          id: JSON.stringify(name),
          path: `.github/agents/t${index}.md`,
          text: `---\ndescription: d\ntools: [${JSON.stringify(name)}]\n---\nB\n`,
          context: { online: true },
          facts: {
            agent: 'yes',
            ...(granted[0] !== 'ALL' && { granted: names([...granted, ...always]) }),
          },
        }),
      ),
    },
    left: [],
  };
}
