// What a host lists to its model of the skills and commands of a project, where that is less than all their descriptions.

import { definesSkills, type Host } from '../../model/host';
import { rootOf } from '../../model/located-file';
import { documentKindOf, type Place } from '../../model/place';
import type { ListBudget, Skill } from '../../model/skill';

/** A skill or command of a host; `skill` is null where the host loads none from the file. */
export interface PlacedSkill {
  readonly place: Place;
  readonly skill: Skill | null;
}

/** What a host lists of one project. Lengths are in UTF-16 units. */
export interface SkillListing {
  readonly host: Host;
  readonly budget: ListBudget;
  /** In the order of their names. */
  readonly entries: readonly ListEntry[];
  /** The length of all entries with their descriptions. */
  readonly characters: number;
  /** How many entries have a description, although it may be cut. In the order of names, these are the first ones. */
  readonly described: number;
}

export interface ListEntry {
  readonly name: string;
  readonly path: string;
  /** With its description. */
  readonly whole: number;
  /** With its name only. */
  readonly rest: number;
}

export interface SkillListings {
  /** What the host lists in a session in the folder: that of a project, a plugin or the home folder. */
  readonly at: (root: string) => SkillListing;
  /** The longest list; null where nothing is listed. */
  readonly longest: () => SkillListing | null;
}

/** Whether not all descriptions fit. */
export const isOverBudget = ({ characters, budget }: SkillListing): boolean =>
  characters > budget.characters;

/** @param skills of one host. Null where the room in its list is not known. */
export function skillListings(host: Host, skills: readonly PlacedSkill[]): SkillListings | null {
  const budget = budgetOf(host);
  if (!budget) return null;
  const groups = groupsOf(skills);
  const made = new Map<string, SkillListing>();
  const at = (root: string): SkillListing => {
    const found = made.get(root) ?? listingOf(host, budget, seenFrom(root, groups));
    made.set(root, found);
    return found;
  };
  return {
    at,
    longest: () => {
      const [first] = [...groups.byRoot.keys()].map(at).sort((a, b) => b.characters - a.characters);
      return first ?? null;
    },
  };
}

const budgetOf = ({ kinds }: Host): ListBudget | undefined =>
  Object.values(kinds).find(definesSkills)?.listBudget;

interface Listed {
  readonly place: Place;
  readonly skill: Skill;
}

interface Groups {
  /** By the folder of the project, the plugin or the home. */
  readonly byRoot: ReadonlyMap<string, readonly Listed[]>;
  readonly ofUser: readonly Listed[];
}

function groupsOf(skills: readonly PlacedSkill[]): Groups {
  const byRoot = new Map<string, Listed[]>();
  const ofUser: Listed[] = [];
  for (const { place, skill } of skills) {
    if (!skill || !isListed(skill)) continue;
    const root = rootOf(place);
    const group = byRoot.get(root) ?? [];
    byRoot.set(root, group);
    group.push({ place, skill });
    if (place.location.scope === 'user') ofUser.push({ place, skill });
  }
  return { byRoot, ofUser };
}

const isListed = ({ description, modelInvocable, paths }: Skill): boolean =>
  description !== null && modelInvocable !== 'no' && paths.length === 0;

/** Those of the project and of the folders around it, or of the plugin alone, and those of the user. */
function seenFrom(root: string, { byRoot, ofUser }: Groups): readonly Listed[] {
  const own = byRoot.get(root) ?? [];
  if (own.some(({ place }) => place.location.scope !== 'project'))
    return own[0]?.place.location.scope === 'user' ? own : [...ofUser, ...own];
  const around = foldersAround(root).flatMap((folder) =>
    (byRoot.get(folder) ?? []).filter(({ place }) => place.location.scope === 'project'),
  );
  return [...ofUser, ...around, ...own];
}

/** `''`, `a` for `a/b`: the outermost first. */
const foldersAround = (folder: string): readonly string[] =>
  folder === ''
    ? []
    : ['', ...Array.from(folder.matchAll(/(?!^)\//g), ({ index }) => folder.slice(0, index))];

function listingOf(host: Host, budget: ListBudget, seen: readonly Listed[]): SkillListing {
  const { characters: limit, perEntry, perName, perDescription, beyond } = budget;
  const entries = withOneOfEachName(seen)
    .map(({ place: { path }, skill: { id: name, description } }): ListEntry => {
      const text = Math.min(description?.length ?? 0, perDescription);
      const rest = perName === null ? 0 : name.length + perName;
      return { name, path, rest, whole: name.length + perEntry + text };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const characters = entries.reduce((sum, { whole }) => sum + whole, 0);
  const isWhole = characters <= limit || beyond === 'shortened';
  return {
    ...{ host, budget, entries, characters },
    described: isWhole ? entries.length : describedWithin(limit, entries),
  };
}

/** How many entries have room for their descriptions, in the order of names. */
function describedWithin(limit: number, entries: readonly ListEntry[]): number {
  let used = entries.reduce((sum, { rest }) => sum + rest, 0);
  const first = entries.findIndex(({ whole, rest }) => {
    used += whole - rest;
    return used > limit;
  });
  return first < 0 ? entries.length : first;
}

/** Of several with one name, most hosts list one. */
function withOneOfEachName(seen: readonly Listed[]): readonly Listed[] {
  const [first] = seen;
  if (!first) return seen;
  const kind = documentKindOf(first.place);
  return definesSkills(kind) && kind.sameName
    ? [...new Map(seen.map((one) => [one.skill.id, one])).values()]
    : seen;
}
