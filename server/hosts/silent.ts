// A file that is no agent and still keeps others of its name from being one: switched off, or refused after it was chosen.

import type { Message } from '../text/message';
import type { Evidence } from './evidence';
import type { FileFate, Reason } from './fate';
import { type Place, rootOf } from './place';
import { against, type SameName } from './same-name';

export interface Silent {
  /** Whether a file that became this is one. */
  readonly is: (fate: FileFate, reason: Reason | null) => boolean;
  /** What its agent would be called, where the path says it: a file may be refused before anything in it is read. */
  readonly idOf?: (place: Place) => string;
  /**
   * `everywhere`: wherever the others lie, but for one that goes before it and says that it stays on. `behind`: those that
   * it goes before, below the same folder.
   */
  readonly takes: 'everywhere' | 'behind';
  /** Completes "<Host> ...": `switches off all of that name with it`. */
  readonly effect: Message;
  readonly evidence: Evidence;
}

/** What is asked of a file of a name, agent or not. */
export interface Bearer {
  readonly path: string;
  readonly place: Place;
  /** Its own text says that it is not switched off. */
  readonly staysOn: boolean;
}

/**
 * Who keeps `one` from being an agent; undefined for nobody, and where chance decides. All of them are read together.
 * @param silent those of its name that are no agents.
 * @param called the agents of its name, it among them.
 */
export function silencerOf<T extends Bearer>(
  one: T,
  silent: readonly T[],
  called: readonly T[],
  order: SameName | undefined,
): T | undefined {
  if (!order?.silent || silent.length === 0) return undefined;
  const { takes } = order.silent;
  return silent.find((other) =>
    takes === 'behind'
      ? isBelowSame(other.place, one.place) &&
        against(other.place, one.place, order)?.goes === 'before'
      : called.every((each) => isSureBehind(each, other, order)),
  );
}

/** One that would be no agent, but for another that goes before it and says that it stays on: it is laid under that one. */
export const isOverruled = <T extends Bearer>(
  silent: T,
  called: readonly T[],
  order: SameName | undefined,
): boolean =>
  order?.silent?.takes === 'everywhere' &&
  called.some((one) => one.staysOn && against(one.place, silent.place, order)?.goes === 'before');

/** Whatever it says of itself, the other is switched off in the end. */
function isSureBehind(one: Bearer, silent: Bearer, order: SameName): boolean {
  const stands = against(one.place, silent.place, order)?.goes;
  return stands === 'behind' || (stands === 'before' && !one.staysOn);
}

const isBelowSame = (one: Place, other: Place): boolean =>
  one.location === other.location && rootOf(one) === rootOf(other);
