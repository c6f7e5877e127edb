// A skill or a command in the public JSON format, where it takes the place of the persona.

import type { Skill as ExplainedSkill } from '../contract/library';
import { usedText } from '../hosts/judge/skills/skill-values';
import type { Skill } from '../hosts/model/skill';
import type { Verdict } from '../hosts/model/verdict';

export function explainedSkill(
  { id, description, cutAt, userInvocable, modelInvocable }: Skill,
  { fields, tools, agent }: Verdict,
): ExplainedSkill {
  const written = usedText(fields, 'description');
  const entries = (outcome: 'granted' | 'denied'): readonly string[] =>
    tools.flatMap((tool) => (tool.outcome === outcome ? [tool.written] : []));
  const isListed = modelInvocable !== 'no';
  return {
    id,
    name: usedText(fields, 'name') ?? id,
    description: cutAt === null ? description : (written ?? description),
    listed: isListed ? description : null,
    userInvocable,
    modelInvocable: isListed,
    asksFirst: modelInvocable === 'asks',
    grants: entries('granted'),
    denies: entries('denied'),
    promptLength: agent?.prompt.text.length ?? 0,
  };
}
