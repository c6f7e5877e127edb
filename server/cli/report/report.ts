// Types that all report formats share.
import type { Edit, Finding } from '../../contract/library';

export const checkFormats = ['human', 'concise', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** A finding, with what reports need besides. */
export interface Located extends Finding {
  readonly fixTitle: string | null;
  /** Whether there is a fix was not determined, because the report does not depend on it. */
  readonly isFixUnknown?: true;
  /** Other files for which the same finding is reported. */
  readonly sharedWith?: readonly string[] | undefined;
  /** The edits of the fix. All ranges refer to the original text. */
  readonly fixEdits?: readonly Edit[];
  /** Whether the text in the range is sensitive and must not be printed. */
  readonly isConfidential?: true | undefined;
}

/** A suppressed finding and the reason for its suppression. */
export interface Suppressed extends Located {
  /** Whether it is suppressed by a comment in the file or by a baseline. */
  readonly by: 'comment' | 'list';
  /** Empty if no reason was given. */
  readonly reason: string;
}

export interface Checked {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Located[];
  /** Present only if suppressed findings were requested. */
  readonly suppressed?: readonly Suppressed[];
}

export interface Trouble {
  readonly file: string;
  readonly message: string;
}

export interface Totals {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** The number of findings with the severity information or hint. */
  readonly notes: number;
  /** The number of notes that are counted but not printed. Zero if only errors were requested. */
  readonly hidden: number;
  /** Whether every finding was printed, except those by which an editor only fades code. */
  readonly isAllPrinted: boolean;
  /** The number of printed findings with a safe fix. */
  readonly fixable: number;
  /** Whether a finding that is not printed has a safe fix. Determined only while no printed finding has one. */
  readonly hasFixableHidden: boolean;
  readonly fixed: number;
  /** The number of files that could not be read. */
  readonly failed: number;
  /** Files that could not be read or fixed. */
  readonly troubles: readonly Trouble[];
}

export interface Reporter {
  file(checked: Checked): void;
  end(totals: Totals): void;
}
