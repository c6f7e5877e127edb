// The cases in which the preview of OpenCode 2 was first measured, from the recordings outside the repository.
import { oracles, readJson, required } from '../../support/resources';
import type { Case } from '../case-file';
import type { Facts } from '../facts';
import { type Agent, agentFacts } from '../oracles/opencode-2/answer';
import type { Taken } from './taken';

interface Written {
  readonly id: string;
  readonly category: string;
  readonly path?: string;
  readonly text?: string | { readonly base64: string };
  readonly opencode2preview?: {
    readonly outcome: 'accepted' | 'absent' | 'all-agents-lost';
    readonly agent?: Agent & { readonly systemLength: number };
  };
}

export function opencode2Cases(): Taken {
  const { cases } = readJson<{ cases: readonly Written[] }>(
    required(oracles, 'DOSSIER_ORACLES'),
    'opencode-cases.json',
  );
  const asked = cases.filter(({ path, opencode2preview }) => path && opencode2preview);
  const own = asked.filter(({ category }) => !/^(?:seed|composite)/.test(category));
  const groups: Record<string, Case[]> = {};
  for (const one of own) {
    const group = one.category.replaceAll(/[^a-z0-9]+/gi, '-');
    groups[group] = [...(groups[group] ?? []), caseOf(one)];
  }
  return {
    host: 'opencode@2',
    version: '1.18.18',
    groups,
    left: [
      { what: `${cases.length - asked.length} cases of several files`, why: 'a case is one text' },
      {
        what: `${asked.length - own.length} cases with several fields or made of the seeds`,
        why: 'replayed out of the record',
      },
    ],
  };
}

const caseOf = ({ id, path = '', text = '', opencode2preview }: Written): Case => ({
  id,
  path,
  text: typeof text === 'string' ? text : Buffer.from(text.base64, 'base64').toString('utf8'),
  facts: factsOf(path, opencode2preview),
});

function factsOf(path: string, answer: Written['opencode2preview']): Facts {
  if (answer?.outcome !== 'accepted' || !answer.agent)
    return { agent: answer?.outcome === 'all-agents-lost' ? 'none' : 'no' };
  const { agent } = answer;
  const rules = (agent.permissions ?? []).map(
    ({ action, resource, effect }) =>
      `${action} ${resource.replace(/^<root>\/home\d*/, '<home>')} ${effect}`,
  );
  const { name: _, ...facts } = agentFacts({ ...agent, id: path }, rules);
  return { ...facts, prompt: String(agent.systemLength) };
}
