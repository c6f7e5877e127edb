// Recordings that were made before there was a form for cases.
import type { Case } from '../case-file';

export interface Taken {
  readonly host: string;
  readonly version: string;
  /** By the name of the group. */
  readonly groups: Readonly<Record<string, readonly Case[]>>;
  /** What no case can hold, and why. */
  readonly left: readonly { readonly what: string; readonly why: string }[];
}
