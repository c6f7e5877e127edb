// What each host lists to its model of the skills of a workspace, where that is less than all their descriptions.

import type { ListedSkill, SkillList } from '../contract/library';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { definesSkills, type Host } from '../hosts/model/host';
import type { ListBudget } from '../hosts/model/skill';

/** One for each host whose list is limited and that lists any of the skills or commands. */
export const skillLists = (
  all: readonly ListedSkill[],
  catalog: HostCatalog,
): readonly SkillList[] =>
  [...new Set(all.map(({ host }) => host))].flatMap((id) => {
    const host = catalog.hostById(id);
    const budget = host && budgetOf(host);
    const listed = all.filter(
      (one) => one.host === id && one.description !== null && isListed(one.modelInvocable),
    );
    return budget && listed.length > 0 ? [listOf(id, listed, budget)] : [];
  });

const budgetOf = ({ kinds }: Host): ListBudget | undefined =>
  Object.values(kinds).find(definesSkills)?.listBudget;

const isListed = (invocable: ListedSkill['modelInvocable']): boolean =>
  invocable === 'yes' || invocable === 'asks';

function listOf(
  host: string,
  skills: readonly ListedSkill[],
  { characters: limit, perEntry, perName, perDescription, beyond, isMost }: ListBudget,
): SkillList {
  const entries = skills
    .map(({ id, description }) => {
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
