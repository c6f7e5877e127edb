// A skill or a command in the public JSON format, where it takes the place of the persona.

import { usedText } from '../hosts/judge/skills/skill-values';
import type { Skill } from '../hosts/model/skill';
import type { Verdict } from '../hosts/model/verdict';

export interface ExplainedSkill {
  /** By what users and the model call it. */
  readonly id: string;
  /** The label that lists show. */
  readonly name: string;
  /** As the program has it; null where it has none. */
  readonly description: string | null;
  /** What the model's list shows of it; null where it is not listed. */
  readonly listed: string | null;
  /** Null where that is not known. */
  readonly userInvocable: boolean | null;
  readonly modelInvocable: boolean;
  /** The user is asked before the model may use it. */
  readonly asksFirst: boolean;
  /** The entries of its lists of tools, as written, that grant or deny something. */
  readonly grants: readonly string[];
  readonly denies: readonly string[];
  /** In UTF-16 units, after the program's own trimming. */
  readonly promptLength: number;
}

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
