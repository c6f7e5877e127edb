// In which order the programs of OpenCode's family lay agents of one name over each other: the configuration, then folder
// after folder, and within a folder its configuration, its agents and its modes.
import type { Evidence } from '../evidence';
import type { Place } from '../place';
import type { SameName } from '../same-name';

interface Folders {
  /** The project's, which a user has too, beside the one in `.config`. What stands first is laid over the next. */
  readonly names: readonly string[];
  /** Of two files of configuration in one of them, the ending of the one that is laid over the other. */
  readonly stronger: 'json' | 'jsonc';
}

export const sameName = (
  { names, stronger }: Folders,
  evidence: Evidence,
): Omit<SameName, 'own'> => {
  const folderOf = ({ path }: Place): number =>
    names.findIndex((name) => path.includes(`/${name}/`) || path.startsWith(`${name}/`));
  /** Configuration in the root of a project, and not in its folder. */
  const isAtRoot = (place: Place): boolean => isConfiguration(place) && folderOf(place) < 0;
  const rank = (place: Place): number =>
    // Modes of the configuration come last of all, from wherever.
    folderRank(place) + (isConfiguration(place) && place.location.dialect === 'mode' ? 5 : 0);
  const folderRank = (place: Place): number => {
    const isUsers = place.location.scope === 'user';
    if (isUsers && place.path.includes('/.config/')) return isConfiguration(place) ? 0 : 2;
    if (isUsers) return 4;
    return isAtRoot(place) ? 1 : 3;
  };
  /** What is laid over the others comes first. */
  const part = (place: Place): string => {
    if (!isConfiguration(place)) return place.location.dialect === 'mode' ? 'a' : 'b';
    const ending = place.path.slice(place.path.lastIndexOf('.') + 1);
    return ending === (folderOf(place) < 0 ? 'jsonc' : stronger) ? 'c' : 'd';
  };
  return {
    rank,
    wins: 'lays the one of the stronger folder over it, field by field',
    nested: (place) =>
      isAtRoot(place)
        ? {
            first: 'inner',
            effect: '{host} lays the one nearest to its start over it, field by field.',
          }
        : {
            first: 'outer',
            effect: '{host} lays the one that lies further up over it, field by field.',
          },
    within: {
      order: (place) => `${folderOf(place)} ${part(place)}`,
      effect:
        "{host} lays modes over agents, and a folder's agents over its configuration, field by field.",
    },
    tie: '{host} takes whichever it happens to read last, without a word.',
    // `disable` is a field like the others: laid over them, and looked at in the end.
    silent: {
      is: (fate, reason) => fate === 'ignored' && reason === 'disabled',
      takes: 'everywhere',
      effect: '{host} switches off all of that name with it.',
      evidence,
    },
    behind: {
      becomes: 'under',
      effect: '{host} takes from this agent only what the other does not say.',
    },
    evidence,
  };
};

const isConfiguration = ({ path }: Place): boolean => /\.jsonc?$/.test(path);
