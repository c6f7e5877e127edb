// What each host lists to its model of the skills of a workspace, where that is less than all their descriptions.

import type { SkillList } from '../contract/library';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import {
  isOverBudget,
  type PlacedSkill,
  type SkillListing,
  skillListings,
} from '../hosts/judge/skills/skill-listings';

/** One for each host whose list is limited and that lists any of the skills or commands: that of the project with the longest list. */
export const skillLists = (all: readonly PlacedSkill[]): readonly SkillList[] =>
  [...new Set(all.map(({ place }) => place.host))].flatMap((host) => {
    const ofHost = all.filter(({ place }) => place.host === host);
    const longest = skillListings(host, ofHost)?.longest();
    return longest ? [listOf(longest)] : [];
  });

function listOf(listing: SkillListing): SkillList {
  const { host, budget, entries, characters, described } = listing;
  const { characters: limit, beyond, isMost } = budget;
  return {
    ...{ host: host.id, skills: entries.length, characters, limit, beyond, described },
    isMost: isMost === true,
    firstUndescribed:
      isOverBudget(listing) && beyond === 'alphabet' ? (entries[described]?.name ?? null) : null,
  };
}

/** A sentence for each list that is longer than its limit; empty where there is none. */
export const humanLists = (lists: readonly SkillList[], catalog: HostCatalog): string =>
  lists
    .filter(({ characters, limit }) => characters > limit)
    .map((list) => `${sentenceOn(list, catalog.hostById(list.host)?.name ?? list.host)}\n`)
    .join('');

function sentenceOn(list: SkillList, name: string): string {
  const { skills, characters, limit, beyond, isMost, described, firstUndescribed } = list;
  const room = `${isMost ? 'at most about' : 'about'} ${count(limit)} of ${count(characters)} characters`;
  if (beyond === 'shortened')
    return `${name} lists ${room} to its model and cuts the descriptions of all ${skills} skills. Shorten them.`;
  const which = firstUndescribed === null ? 'those used least' : `from "${firstUndescribed}"`;
  return `${name} lists ${room} to its model: ${skills - described} of ${skills} skills have no description there (${which}). Shorten the descriptions.`;
}

const count = (number: number): string => number.toLocaleString('en');
