// The order in which OpenCode and Kilo merge agents with the same name: the configuration, then folder after folder, and
// within a folder its configuration, its agents and its modes. A later one overrides an earlier one.
import type { Evidence } from '../model/evidence';
import type { LocatedFile } from '../model/located-file';
import type { NamePrecedence } from '../model/name-precedence';

interface Folders {
  /** The folder names that a project and a home folder share, by precedence: an agent in the first overrides one in the next. */
  readonly names: readonly string[];
  /** The extension of the configuration file that overrides the other one in the same folder. */
  readonly stronger: 'json' | 'jsonc';
}

export const sameName = (
  { names, stronger }: Folders,
  evidence: Evidence,
): Omit<NamePrecedence, 'own'> => {
  const folderOf = ({ path }: LocatedFile): number =>
    names.findIndex((name) => path.includes(`/${name}/`) || path.startsWith(`${name}/`));
  /** Whether it is a configuration file in the root of a project, not in one of its folders. */
  const isAtRoot = (place: LocatedFile): boolean => isConfiguration(place) && folderOf(place) < 0;
  const rank = (place: LocatedFile): number =>
    // Modes in a configuration override everything else, wherever the configuration is.
    folderRank(place) + (place.entry?.key === 'mode' ? 5 : 0);
  const folderRank = (place: LocatedFile): number => {
    const isOfUser = place.location.scope === 'user';
    if (isOfUser && place.path.includes('/.config/')) return isConfiguration(place) ? 0 : 2;
    if (isOfUser) return 4;
    return isAtRoot(place) ? 1 : 3;
  };
  /** The part of the folder that overrides the others comes first. */
  const partOrder = (place: LocatedFile): string => {
    if (!isConfiguration(place)) return place.location.dialect === 'mode' ? 'a' : 'b';
    const ending = place.path.slice(place.path.lastIndexOf('.') + 1);
    return ending === (folderOf(place) < 0 ? 'jsonc' : stronger) ? 'c' : 'd';
  };
  return {
    rank,
    wins: '{host} merges them field by field, and the folder with higher precedence wins.',
    nested: (place) =>
      isAtRoot(place)
        ? {
            first: 'inner',
            effect:
              '{host} merges them field by field, and the one nearest to the folder that it is started in wins.',
          }
        : {
            first: 'outer',
            effect: '{host} merges them field by field, and the one further up wins.',
          },
    within: {
      order: (place) => `${folderOf(place)} ${partOrder(place)}`,
      effect:
        '{host} merges them field by field: modes override agents, and agents override the configuration of their folder.',
    },
    tie: '{host} silently uses whichever it reads last.',
    // `disable` is merged like the other fields and applied afterwards.
    silent: {
      applies: (_, reason) => reason === 'disabled',
      takes: 'everywhere',
      effect: '{host} disables all agents with that name because of it.',
      evidence,
    },
    behind: {
      becomes: 'under',
      effect: '{host} uses only those fields of this agent that the other one does not set.',
    },
    evidence,
  };
};

const isConfiguration = ({ path }: LocatedFile): boolean => /\.jsonc?$/.test(path);
