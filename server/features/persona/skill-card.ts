// A skill or command as a host lists it, as plain data for the preview.
import { toolEntries } from '../../hosts/judge/skills/skill-values';
import { bodyLanguageAt, callOf, subjectAt } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import type { SkillCard } from '../../protocol/protocol';

/** Null where the host loads no skill or command. */
export function skillCard(verdict: Verdict): SkillCard | null {
  const { skill, place } = verdict;
  if (!skill) return null;
  return {
    call: callOf(place, skill.id),
    subject: subjectAt(place) === 'command' ? 'command' : 'skill',
    listed: skill.modelInvocable === 'no' ? null : skill.description,
    cutAt: skill.cutAt,
    ...toolEntries(verdict),
    canBeCalled: skill.userInvocable !== false && bodyLanguageAt(place) !== undefined,
  };
}
