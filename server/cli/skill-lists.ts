// What each host lists to its model of the skills of a workspace, where that is less than all their descriptions.

import type { ListedSkill, SkillList } from '../contract/library';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { definesSkills, type Host } from '../hosts/model/host';
import { rootOf } from '../hosts/model/located-file';
import { isVisibleFrom } from '../hosts/model/name-precedence';
import { documentKindOf, type Place } from '../hosts/model/place';
import type { ListBudget } from '../hosts/model/skill';

/** A skill or command, and its place. */
export interface PlacedSkill {
  readonly row: ListedSkill;
  readonly place: Place;
}

/** One for each host whose list is limited and that lists any of the skills or commands: that of the project with the longest list. */
export const skillLists = (
  all: readonly PlacedSkill[],
  catalog: HostCatalog,
): readonly SkillList[] =>
  [...new Set(all.map(({ row }) => row.host))].flatMap((id) => {
    const host = catalog.hostById(id);
    const budget = host && budgetOf(host);
    const listed = all.filter(
      ({ row }) => row.host === id && row.description !== null && isListed(row.modelInvocable),
    );
    const [longest] = budget
      ? projectsOf(listed)
          .map((one) => listOf(id, one, budget))
          .sort((a, b) => b.characters - a.characters)
      : [];
    return longest ? [longest] : [];
  });

/** The skills that the host sees in each project, by the folder of the project. */
function projectsOf(listed: readonly PlacedSkill[]): readonly (readonly PlacedSkill[])[] {
  const byFolder = new Map(listed.map((one) => [rootOf(one.place), one.place]));
  return [...byFolder.values()].map((at) => {
    const visible = listed.filter(({ place }) => isVisibleFrom(place, at));
    return hasOneOfEachName(at)
      ? [...new Map(visible.map((one) => [one.row.id, one])).values()]
      : visible;
  });
}

/** Of several with one name, the host lists one. */
function hasOneOfEachName(place: Place): boolean {
  const kind = documentKindOf(place);
  return definesSkills(kind) && kind.sameName !== undefined;
}

const budgetOf = ({ kinds }: Host): ListBudget | undefined =>
  Object.values(kinds).find(definesSkills)?.listBudget;

const isListed = (invocable: ListedSkill['modelInvocable']): boolean =>
  invocable === 'yes' || invocable === 'asks';

function listOf(
  host: string,
  skills: readonly PlacedSkill[],
  { characters: limit, perEntry, perName, perDescription, beyond, isMost }: ListBudget,
): SkillList {
  const entries = skills
    .map(({ row: { id, description } }) => {
      const name = id ?? '';
      const text = Math.min(description?.length ?? 0, perDescription);
      const rest = perName === null ? 0 : name.length + perName;
      return { name, rest, whole: name.length + perEntry + text };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const characters = entries.reduce((sum, { whole }) => sum + whole, 0);
  let used = entries.reduce((sum, { rest }) => sum + rest, 0);
  let described = 0;
  for (const { whole, rest } of entries) {
    if (used + whole - rest > limit) break;
    used += whole - rest;
    described++;
  }
  return {
    ...{ host, skills: entries.length, characters, limit, beyond },
    isMost: isMost === true,
    described: characters <= limit || beyond === 'shortened' ? entries.length : described,
    firstUndescribed:
      characters > limit && beyond === 'alphabet' ? (entries[described]?.name ?? null) : null,
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
