// Precedence: which of several agents with one name a host uses. Each host declares its own order.

import type { Sentence } from '../../text/message';
import type { Evidence } from './evidence';
import { type LocatedFile, rootOf } from './located-file';
import type { FileOutcome, Reason } from './outcome';

// Shadowing: a file that is no agent (because it is disabled or refused) and still prevents other files with its name from
// being loaded as agents.

/** A file that has a name, whether or not it is an agent. */
export interface NamedAgent {
  readonly path: string;
  readonly place: LocatedFile;
  /** The file states explicitly that it is not disabled. */
  readonly staysOn: boolean;
}

/**
 * The file that prevents `one` from being an agent; undefined if there is none or where the order is undetermined.
 * @param silent the files with its name that are no agents.
 * @param called the agents with its name, including `one`.
 */
export function shadowingAgentOf<T extends NamedAgent>(
  one: T,
  silent: readonly T[],
  called: readonly T[],
  order: NamePrecedence | undefined,
): T | undefined {
  if (!order?.silent || silent.length === 0) return undefined;
  const { takes } = order.silent;
  return silent.find((other) =>
    takes === 'behind'
      ? areBelowSameFolder(other.place, one.place) &&
        against(other.place, one.place, order)?.goes === 'before'
      : called.every((each) => isCertainlyShadowed(each, other, order)),
  );
}

/** Whether a disabled file shadows nothing, because one with higher precedence explicitly stays enabled. */
export const isOverridden = <T extends NamedAgent>(
  silent: T,
  called: readonly T[],
  order: NamePrecedence | undefined,
): boolean =>
  order?.silent?.takes === 'everywhere' &&
  called.some((one) => one.staysOn && against(one.place, silent.place, order)?.goes === 'before');

/** Whether the disabled file certainly determines that `one` is disabled too. */
function isCertainlyShadowed(one: NamedAgent, silent: NamedAgent, order: NamePrecedence): boolean {
  const position = against(one.place, silent.place, order)?.goes;
  return position === 'behind' || (position === 'before' && !one.staysOn);
}

const areBelowSameFolder = (one: LocatedFile, other: LocatedFile): boolean =>
  one.location === other.location && rootOf(one) === rootOf(other);

export interface NamePrecedence {
  /** The agent whose place has the higher rank takes precedence. Null for places that were not tested. */
  readonly rank: (place: LocatedFile) => number | null;
  /** The effect where the ranks decide: a sentence with `{host}`. */
  readonly wins: string;
  /** The order of two agents of equal rank in projects of which one contains the other. */
  readonly nested?: (place: LocatedFile) => NestedPrecedence;
  /** The order of two agents of equal rank below the same folder. Where absent or equal, `tie` applies. */
  readonly within?: SameFolderPrecedence;
  /** The effect where the order is undetermined: a sentence with `{host}`; absent where unknown. */
  readonly tie?: string;
  /** What happens to the agent with lower precedence. In a tie, one of the two is always lost. */
  readonly behind: LowerPrecedence;
  /** Which files prevent others of the same name from loading although they are no agents themselves; absent where none do. */
  readonly silent?: Shadowing;
  /**
   * What a file does to the host's built-in agent with this name: replaces it, changes it, or leaves it; null if there is none.
   * @param place where the file is, for a host in which that decides; absent for a file in the host's own folder of a project.
   */
  readonly own: (id: string, place?: LocatedFile) => 'replaced' | 'changed' | 'stays' | null;
  /**
   * Names of built-in agents of which it is not known what a file with this name does to them. Absent where `own` knows all
   * agents that are not in files; else extensions may add more.
   */
  readonly ownNames?: readonly string[];
  readonly evidence: Evidence;
}

export interface LowerPrecedence {
  /** `lost`: not used. `under`: the other agent overrides its fields. `listed`: it can be selected, but not called by name. */
  readonly becomes: 'lost' | 'under' | 'listed';
  /** A sentence with `{host}`. */
  readonly effect: Sentence;
}

/** The agent is not used at all. */
export const lost: LowerPrecedence = { becomes: 'lost', effect: '{host} does not use this agent.' };

/** Agents of the project take precedence over those of the user. */
export const projectFirst = {
  rank: ({ location: { scope } }: LocatedFile): number => (scope === 'project' ? 1 : 0),
  wins: '{host} prefers agents of the project to those of the user.',
  behind: lost,
} as const satisfies Partial<NamePrecedence>;

/** What a file does to the built-in agents with these names; it does nothing to any other. */
export const ownAgents =
  <T extends 'replaced' | 'changed' | 'stays'>(becomes: T, ...names: readonly string[]) =>
  (id: string): T | null =>
    names.includes(id) ? becomes : null;

export interface NestedPrecedence {
  /** Which one takes precedence when the host is started in the inner folder. Started outside of it, it reads only the outer. */
  readonly first: 'inner' | 'outer';
  /** A sentence with `{host}`. */
  readonly effect: Sentence;
}

export interface SameFolderPrecedence {
  /** The sort key: the smaller one takes precedence. */
  readonly order: (place: LocatedFile) => string;
  /** A sentence with `{host}`. */
  readonly effect: Sentence;
}

/** Of two agents below the same folder, the first one in the order of paths takes precedence. */
export const firstByPath: SameFolderPrecedence = {
  order: ({ path }) => path,
  effect: '{host} uses the first one in the order of their paths.',
};

/** Of two projects, the one nearest to the folder in which the host is started takes precedence. */
export const nearestFirst = (): NestedPrecedence => ({
  first: 'inner',
  effect: '{host} uses the one nearest to the folder in which it is started.',
});

/** The position of an agent relative to another with its name, for a host that is started where it reads both. */
export type PrecedenceComparison =
  | { readonly goes: 'before' | 'behind'; readonly effect: Sentence }
  | { readonly goes: 'either'; readonly effect: Sentence }
  | null;

/**
 * Compares the precedence of two agents; null where it is unknown or where the host never reads both.
 * @param isTogether whether two plugins are known to be loaded together; otherwise they are treated as separate.
 */
export function against(
  one: LocatedFile,
  other: LocatedFile,
  order: Pick<NamePrecedence, 'rank' | 'wins' | 'nested' | 'within' | 'tie'>,
  isTogether = false,
): PrecedenceComparison {
  const ordered = (difference: number, effect: Sentence): PrecedenceComparison => ({
    goes: difference < 0 ? 'before' : 'behind',
    effect,
  });
  const [mine, theirs] = [rootOf(one), rootOf(other)];
  if (areSeparatePlugins(one, other) && !isTogether) return null;
  const isNested = isInside(mine, theirs) || isInside(theirs, mine);
  const areProjects =
    one.location.scope === 'project' && other.location.scope === 'project' && mine !== theirs;
  if (areProjects && !isNested) return null;
  if (mine !== theirs && isBackup(mine, theirs)) return null;
  const [rank, otherRank] = [order.rank(one), order.rank(other)];
  if (rank === null || otherRank === null) return null;
  if (rank !== otherRank) return ordered(otherRank - rank, order.wins);
  if (areProjects) {
    if (!order.nested) return null;
    const { first, effect } = order.nested(one);
    return ordered(isInside(mine, theirs) === (first === 'inner') ? -1 : 1, effect);
  }
  const [first, second] = [order.within?.order(one) ?? '', order.within?.order(other) ?? ''];
  if (order.within && first !== second)
    return ordered(first < second ? -1 : 1, order.within.effect);
  return order.tie === undefined ? null : { goes: 'either', effect: order.tie };
}

/** Whether the agents are in different plugins, each of which is loaded only where it is enabled. */
export const areSeparatePlugins = (one: LocatedFile, other: LocatedFile): boolean =>
  one.location.scope === 'plugin' &&
  other.location.scope === 'plugin' &&
  rootOf(one) !== rootOf(other);

/** Whether one of the roots is a backup, by the names of the folders in which the two differ. */
function isBackup(mine: string, theirs: string): boolean {
  const [a, b] = [mine.split('/'), theirs.split('/')];
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return [...a.slice(shared), ...b.slice(shared)].some((part) => backupName.test(part));
}

const backupName =
  /^[._]*(?:backups?|bak|archived?|archives|old|trash|attic|graveyard)$|[._~-](?:bak|backup|old|orig|copy)$|^(?:bak|backup)[._-]/i;

/** The agent that the host uses among those with one name; several where the order is undetermined or unknown. */
export function highestPrecedence<T extends { readonly place: LocatedFile }>(
  among: readonly T[],
  order: NamePrecedence | undefined,
): readonly T[] {
  if (!order) return among;
  const isShadowed = (one: T): boolean =>
    among.some((other) => against(one.place, other.place, order)?.goes === 'behind');
  return among.filter((one) => !isShadowed(one));
}

/** Whether a host that is started where it reads `one` also reads `other`. */
export const isVisibleFrom = (other: LocatedFile, one: LocatedFile): boolean => {
  if (other.location.scope !== 'project' || one.location.scope !== 'project') return true;
  return rootOf(other) === rootOf(one) || isInside(rootOf(one), rootOf(other));
};

const isInside = (folder: string, outer: string): boolean =>
  folder !== outer && (outer === '' || folder.startsWith(`${outer}/`));
export interface Shadowing {
  /** Whether a file with this outcome shadows others. */
  readonly applies: (outcome: FileOutcome, reason: Reason | null) => boolean;
  /** The name of its agent, where it follows from the path: a file may be refused before its fields are read. */
  readonly idOf?: (place: LocatedFile) => string;
  /**
   * Which files it shadows. `everywhere`: all with its name, except one with higher precedence that explicitly stays enabled.
   * `behind`: those with lower precedence below the same folder.
   */
  readonly takes: 'everywhere' | 'behind';
  /** A sentence with `{host}`. */
  readonly effect: Sentence;
  readonly evidence: Evidence;
}
