// Settings that guard what agents may do, or that define servers, in a file of their own.
import type { Entry } from '../../yaml/value';

/** What is lost with a settings file: what it denies, asks about or checks, or a server. */
export interface Guard {
  readonly kind: 'deny' | 'ask' | 'hook' | 'server';
  /** A rule as it is written, an event, or the name of a server. */
  readonly name: string;
}

/** What the top-level keys of settings guard, in source order. */
export type GuardReader = (settings: readonly Entry[]) => readonly Guard[];
