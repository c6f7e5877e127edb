// A skill or a command as one host lists it, without its text.
import { causeOf } from '../hosts/judge/file-outcome';
import type { Place } from '../hosts/model/place';
import type { Skill } from '../hosts/model/skill';
import type { Verdict } from '../hosts/model/verdict';
import type { Message } from '../text/message';

export interface KnownSkill extends Pick<Verdict, 'outcome' | 'reason'> {
  readonly path: string;
  readonly place: Place;
  /** Null where the host loads none from the file. */
  readonly skill: Skill | null;
  /** Why it does not load; null where it does, or where that is not known. */
  readonly cause: Message | null;
}

/** @param verdict on a skill or a command. */
export function knownSkill(verdict: Verdict): KnownSkill {
  const { place, outcome, reason, skill } = verdict;
  const cause = skill === null ? causeOf(verdict) : null;
  return { path: place.path, place, outcome, reason, skill, cause };
}

/** Whether everything that is shown of the skills of a file is equal. */
export const isSameSkills = (before: readonly KnownSkill[], now: readonly KnownSkill[]): boolean =>
  JSON.stringify(before.map(shownOf)) === JSON.stringify(now.map(shownOf));

const shownOf = ({ place, outcome, reason, skill, cause }: KnownSkill): unknown[] => [
  ...[place.host.id, outcome, reason, skill, cause],
];
