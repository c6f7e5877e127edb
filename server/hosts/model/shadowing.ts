// Shadowing: a file that is no agent (because it is disabled or refused) and still prevents other files with its name from
// being loaded as agents.

import { type LocatedFile, rootOf } from './located-file';
import { against, type NamePrecedence } from './name-precedence';

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
