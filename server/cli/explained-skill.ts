// A skill or a command in the public JSON format, where it takes the place of the persona.

import type { Skill as ExplainedSkill } from '../contract/library';
import { toolEntries, usedText } from '../hosts/judge/skills/skill-values';
import type { Skill } from '../hosts/model/skill';
import type { Verdict } from '../hosts/model/verdict';

export function explainedSkill(
  { id, description, cutAt, userInvocable, modelInvocable }: Skill,
  verdict: Verdict,
): ExplainedSkill {
  const { fields, agent } = verdict;
  const written = usedText(fields, 'description');
  const { only, ...entries } = toolEntries(verdict);
  const isListed = modelInvocable !== 'no';
  return {
    id,
    name: usedText(fields, 'name') ?? id,
    description: cutAt === null ? description : (written ?? description),
    listed: isListed ? description : null,
    userInvocable,
    modelInvocable: isListed,
    asksFirst: modelInvocable === 'asks',
    ...entries,
    ...(only && { only }),
    promptLength: agent?.prompt.text.length ?? 0,
  };
}
