// What a rule states of a finding so that findings with one cause are reported as one (`merge-findings.ts`).
import type { Message } from '../text/message';
import type { Span } from '../text/span';

export interface Merging {
  /** Findings of this host within this span that are effects become part of this finding. */
  readonly covers?: Span | undefined;
  /**
   * Findings of this host within these spans follow from this one alone and are not reported; their fixes would be wrong. The most
   * severe of them gives its severity to this finding.
   */
  readonly replaces?: readonly Span[] | undefined;
  /** Whether it may be an effect that another finding covers. */
  readonly isEffect?: boolean | undefined;
  readonly joins?: MergeKey | undefined;
  /**
   * Orders the findings of several owners of the file on the same word, of which only the first is reported. Ranks are compared
   * number by number.
   */
  readonly rank?: readonly number[] | undefined;
}

/** How findings that differ only in a name are reported as one. */
export interface MergeKey {
  /** The key that such findings share. */
  readonly by: string;
  readonly name: string;
  /** What the message advises to write instead of the name; empty or undefined where it is to be removed. */
  readonly instead?: readonly string[] | undefined;
  /** The message for all of these names, in the order of the text. */
  readonly message: (names: readonly string[], all: readonly MergeKey[]) => Message;
}
