// A skill or command as a host lists it, as plain data for the preview.
import { bodyLanguageAt, callOf, subjectAt } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import type { SkillCard } from '../../protocol/protocol';

/** Null where the host loads no skill or command. */
export function skillCard({ skill, tools, place }: Verdict): SkillCard | null {
  if (!skill) return null;
  const named = (outcome: Verdict['tools'][number]['outcome']): readonly string[] => [
    ...new Set(tools.flatMap((tool) => (tool.outcome === outcome ? [tool.written] : []))),
  ];
  return {
    call: callOf(place, skill.id),
    subject: subjectAt(place) === 'command' ? 'command' : 'skill',
    listed: skill.modelInvocable === 'no' ? null : skill.description,
    cutAt: skill.cutAt,
    grants: named('granted'),
    denies: named('denied'),
    canBeCalled: skill.userInvocable !== false && bodyLanguageAt(place) !== undefined,
  };
}
