// The programs that the user works with, and the order in which everything that lists programs shows them.
import type { Host } from '../../hosts/model/host';
import type { Place } from '../../hosts/model/place';
import type { Settings } from '../../settings/settings';

export interface Programs {
  /** The ids of the programs that the user chose, most important first. Empty: the user has not chosen any. */
  readonly chosen: readonly string[];
  /** The id of the program that is the running editor; null where none is. */
  readonly editor: string | null;
}

export const programsOf = ({ programs }: Settings, editor: string | null): Programs => ({
  chosen: programs,
  editor,
});

type Program = Pick<Host, 'id' | 'profileOf'>;

/** The position in the user's choice; -1 for a program that was not chosen. A profile counts as its main program. */
const positionOf = ({ id, profileOf }: Program, chosen: readonly string[]): number =>
  chosen.findIndex((one) => one === id || one === profileOf);

export const isChosen = (host: Program, { programs }: Pick<Settings, 'programs'>): boolean =>
  positionOf(host, programs) >= 0;

/** Whether the order depends on the user or on the editor; otherwise the owners of a file come first. */
export const isPersonal = ({ chosen, editor }: Programs): boolean =>
  chosen.length > 0 || editor !== null;

/** The rank of a program without regard to a file: the lower, the more important. */
export const programRank = (host: Program, { chosen, editor }: Programs): number => {
  const position = positionOf(host, chosen);
  if (position >= 0) return position;
  return chosen.length + (chosen.length === 0 && host.id === editor ? 0 : 1);
};

/**
 * The rank of a program among those that have agents in a project: those that the user chose; then the ones to which folders of it
 * belong, then the editor.
 * @param isFirst whether the folder of the agent belongs to the program first
 */
export const groupRank = (
  host: Program,
  { chosen, editor }: Programs,
  isFirst: boolean,
): number => {
  const position = positionOf(host, chosen);
  if (position >= 0) return position;
  return chosen.length + (isFirst ? 0 : host.id === editor ? 1 : 2);
};

/**
 * The items in the order in which to show their programs: those that the user chose, in that order; then the owners of the file, of
 * which the editor comes first without a choice; then the others, the editor first.
 */
export function inProgramOrder<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => Pick<Place, 'role'> & { readonly host: Program },
  programs: Programs,
): readonly Item[] {
  const last = programs.chosen.length + 1;
  const rankOf = (item: Item): number => {
    const { host, role } = placeOf(item);
    const rank = programRank(host, programs);
    const isMine = positionOf(host, programs.chosen) >= 0;
    return role === 'guest' && !isMine ? rank - programs.chosen.length + last + 1 : rank;
  };
  return items.length < 2
    ? items
    : items
        .map((item) => ({ item, rank: rankOf(item) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item);
}
