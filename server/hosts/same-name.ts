// Of several agents that a host calls by one name, which of them is the one. Each host declares its own order.

import type { Message } from '../text/message';
import type { Evidence } from './evidence';
import { type Place, rootOf } from './place';
import type { Silent } from './silent';

export interface SameName {
  /** The agent of the higher place goes before the other, wherever the two lie. Null for a place that was not measured. */
  readonly rank: (place: Place) => number | null;
  /** Completes "<Host> ..." where the ranks decide: `takes the project's`. */
  readonly wins: string;
  /** Two of one rank in folders of which one holds the other; asked of either. */
  readonly nested?: (place: Place) => Nested;
  /** Two of one rank below the same folder. Equal or absent: see `tie`. */
  readonly within?: Within;
  /** Two that nothing of this tells apart: completes "<Host> ..."; absent where it is not known what becomes of them. */
  readonly tie?: string;
  /** What becomes of the one that goes behind. Of two that are tied one is always lost. */
  readonly behind: Behind;
  /** Absent where a file that is no agent leaves the others alone. */
  readonly silent?: Silent;
  /** The host's own agents: one of this name makes way for a file, takes on what the file says, or stays. */
  readonly own: (id: string) => 'replaced' | 'changed' | 'stays' | null;
  /** Not all of its own agents are known: one that is called by a single word may be among them. */
  readonly isOwnPartial?: true;
  readonly evidence: Evidence;
}

export interface Behind {
  /** `under`: the other is laid over it, field by field. `listed`: it can be chosen, and no name leads to it. */
  readonly becomes: 'lost' | 'under' | 'listed';
  /** Completes "<Host> ...": `does not use this agent`. */
  readonly effect: Message;
}

/** Nothing is left of it. */
export const lost: Behind = { becomes: 'lost', effect: '{host} does not use this agent.' };

export interface Nested {
  /** Which goes before when the host is started in the inner folder; started further up it does not see that one. */
  readonly first: 'inner' | 'outer';
  /** Completes "<Host> ...": `takes the one that lies further up`. */
  readonly effect: Message;
}

export interface Within {
  /** What is smaller goes before. */
  readonly order: (place: Place) => string;
  /** Completes "<Host> ...": `takes the one of a mode folder`. */
  readonly effect: Message;
}

/** How an agent stands to another of its name, to a host that is started where it reads both. */
export type Against =
  | { readonly goes: 'before' | 'behind'; readonly effect: Message }
  | { readonly goes: 'either'; readonly effect: Message }
  | null;

/**
 * Null where it is not known, or no start of the host reads both.
 * @param isTogether two plugins are known to be loaded together. Two of which that is not known are separate.
 */
export function against(one: Place, other: Place, order: SameName, isTogether = false): Against {
  const by = (difference: number, effect: Message): Against => ({
    goes: difference < 0 ? 'before' : 'behind',
    effect,
  });
  const [mine, theirs] = [rootOf(one), rootOf(other)];
  if (mine !== theirs && isBackup(mine, theirs)) return null;
  if (areApart(one, other) && !isTogether) return null;
  const isNested = isInside(mine, theirs) || isInside(theirs, mine);
  const areProjects =
    one.location.scope === 'project' && other.location.scope === 'project' && mine !== theirs;
  if (areProjects && !isNested) return null;
  const [rank, otherRank] = [order.rank(one), order.rank(other)];
  if (rank === null || otherRank === null) return null;
  if (rank !== otherRank) return by(otherRank - rank, order.wins);
  if (areProjects) {
    if (!order.nested) return null;
    const { first, effect } = order.nested(one);
    return by(isInside(mine, theirs) === (first === 'inner') ? -1 : 1, effect);
  }
  const [first, second] = [order.within?.order(one) ?? '', order.within?.order(other) ?? ''];
  if (order.within && first !== second) return by(first < second ? -1 : 1, order.within.effect);
  return order.tie === undefined ? null : { goes: 'either', effect: order.tie };
}

/** Two plugins: each is loaded only where somebody enables it. */
export const areApart = (one: Place, other: Place): boolean =>
  one.location.scope === 'plugin' &&
  other.location.scope === 'plugin' &&
  rootOf(one) !== rootOf(other);

/** One of them is a copy that is kept aside: so a folder is called in which the two differ. */
function isBackup(mine: string, theirs: string): boolean {
  const [a, b] = [mine.split('/'), theirs.split('/')];
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return [...a.slice(shared), ...b.slice(shared)].some((part) => keptAside.test(part));
}

const keptAside =
  /^[._]*(?:backups?|bak|archived?|archives|old|trash|attic|graveyard)$|[._~-](?:bak|backup|old|orig|copy)$|^(?:bak|backup)[._-]/i;

/**
 * Of agents of one name the one that the host takes; several where chance decides, or it is not known.
 */
export function foremost<T extends { readonly place: Place }>(
  among: readonly T[],
  order: SameName | undefined,
): readonly T[] {
  if (!order) return among;
  const goesBehind = (one: T): boolean =>
    among.some((other) => against(one.place, other.place, order)?.goes === 'behind');
  return among.filter((one) => !goesBehind(one));
}

/** Whoever starts the host where it reads `one` has it read `other` too. */
export const isReadBeside = (other: Place, one: Place): boolean => {
  if (other.location.scope !== 'project' || one.location.scope !== 'project') return true;
  return rootOf(other) === rootOf(one) || isInside(rootOf(one), rootOf(other));
};

const isInside = (folder: string, outer: string): boolean =>
  folder !== outer && (outer === '' || folder.startsWith(`${outer}/`));
