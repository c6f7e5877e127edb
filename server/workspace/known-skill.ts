// A skill or a command as one host lists it, without its text.
import type { Outline } from '../agent/outline';
import { judge } from '../hosts/judge/compute-verdict';
import { causeOf } from '../hosts/judge/file-outcome';
import type { Context } from '../hosts/model/context';
import { definesSkills } from '../hosts/model/host';
import { documentKindOf, type Place } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import type { KnownSkill } from '../rules/workspace-view';

/** @param verdict on a skill or a command. */
export function knownSkill(verdict: Verdict): KnownSkill {
  const { place, outcome, reason, skill } = verdict;
  const cause = skill === null ? causeOf(verdict) : null;
  return { path: place.path, place, outcome, reason, skill, cause };
}

/** One for each of the places where the file is a skill or a command. */
export const knownSkills = (
  outline: Outline,
  places: readonly Place[],
  context: Context,
): readonly KnownSkill[] =>
  places
    .filter((place) => definesSkills(documentKindOf(place)))
    .map((place) => knownSkill(judge(outline, place, context)));

/** Whether everything that is shown of the skills of a file is equal. */
export const isSameSkills = (before: readonly KnownSkill[], now: readonly KnownSkill[]): boolean =>
  JSON.stringify(before.map(shownOf)) === JSON.stringify(now.map(shownOf));

const shownOf = ({ place, outcome, reason, skill, cause }: KnownSkill): unknown[] => [
  ...[place.host.id, outcome, reason, skill, cause],
];
