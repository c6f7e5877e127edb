// Our verdict for VS Code in the words of its answers.
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { vscode } from '../../../server/hosts/vscode/host';
import { describeVerdict } from '../../hosts/vscode/said';
import { type Facts, facts, listed, names, notPredicted, quoted, yesNo } from '../facts';
import type { Question } from '../question';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';

export function vscodeFacts(question: Question, host: Host = vscode): Facts {
  const ofSkill = skillFacts(question, host);
  if (ofSkill) return ofSkill;
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no' };
  return facts({
    agent: 'yes',
    name: quoted(persona.name),
    description: quoted(persona.description),
    model: keptModels(verdict),
    tools: keptTools(verdict),
    prompt: String(persona.prompt.length),
    user: yesNo(persona.userInvocable),
    called: yesNo(persona.modelInvocable),
    said: listed(describeVerdict(verdict)),
  });
}

/** The names as VS Code keeps them: unknown ones too in its own folders, mapped ones in Claude Code's. */
function keptTools({ persona, tools, place }: Verdict): string {
  if (!persona || persona.tools.all) return '*';
  if (place.location.dialect === 'claude') return names(persona.tools.granted);
  return names(
    tools
      .filter((tool) => tool.key === 'tools' && tool.why !== 'not-text')
      .map((tool) => tool.written),
  );
}

/** The models as VS Code keeps them. */
function keptModels({ persona, place }: Verdict): string {
  const { written, effective } = persona?.model ?? { written: null, effective: null };
  if (written === null) return '(none)';
  if (place.location.dialect === 'claude')
    return listed(effective === 'inherit' ? [] : [effective ?? ''].filter((one) => one !== ''));
  return listed([written].flat().filter((one) => one !== ''));
}
