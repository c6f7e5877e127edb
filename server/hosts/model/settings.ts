// Settings that guard what agents may do, in a file of their own.
import type { Entry } from '../../yaml/value';

/** What a settings file denies, asks about or checks. */
export interface Guard {
  readonly kind: 'deny' | 'ask' | 'hook';
  /** A rule as it is written, or an event. */
  readonly name: string;
}

/** What the top-level keys of settings guard, in source order. */
export type GuardReader = (settings: readonly Entry[]) => readonly Guard[];
