// Our verdict for OpenCode 2 in the words of its answers.
import type { Host } from '../../../server/hosts/model/host';
import { hasAgent } from '../../../server/hosts/model/outcome';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { opencode2 } from '../../../server/hosts/opencode-2/host';
import { answerOf } from '../../hosts/opencode-2/answers';
import { type Facts, notPredicted } from '../facts';
import { type Agent, agentFacts } from '../oracles/opencode-2/answer';
import type { Question } from '../question';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';

export function opencode2Facts(question: Question, host: Host = opencode2): Facts {
  const ofSkill = skillFacts(question, host);
  if (ofSkill) return ofSkill;
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  if (verdict.outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!hasAgent(verdict.outcome))
    return { agent: verdict.outcome === 'stops-host' ? 'none' : 'no' };
  return factsOf(verdict);
}

function factsOf(verdict: Verdict): Facts {
  const { agent } = JSON.parse(JSON.stringify(answerOf(verdict))) as {
    agent: Agent & { readonly systemLength: number };
  };
  const rules = (agent.permissions ?? []).map(
    ({ action, resource, effect }) =>
      `${action} ${resource.replace('<root>/home', '<home>')} ${effect}`,
  );
  const facts = agentFacts({ ...agent, id: verdict.persona?.id ?? '' }, rules);
  return { ...facts, prompt: String(agent.systemLength) };
}
