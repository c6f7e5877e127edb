// Types that all report formats share.
import type { Subject } from '../../hosts/model/host';
import type { Severity } from '../../rules/rule';
import type { Range } from '../../text/lines';

export const checkFormats = ['human', 'concise', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** A finding with its location, in the terms of the public contract. */
export interface Located {
  readonly file: string;
  readonly host: string | null;
  /** Absent for agents. */
  readonly kind?: Exclude<Subject, 'agent'>;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range | null;
  /** Other places in the file with the same problem. */
  readonly also?: readonly Range[] | undefined;
  readonly fix: 'safe' | 'review' | null;
  readonly fixTitle: string | null;
  /** Whether there is a fix was not determined, because the report does not depend on it. */
  readonly isFixUnknown?: true;
  /** A hint that makes an editor fade the range. It is not shown to people in other formats. */
  readonly onlyFades?: boolean | undefined;
  /** Other files for which the same finding is reported. */
  readonly sharedWith?: readonly string[] | undefined;
  /** The edits of the fix. All ranges refer to the original text. */
  readonly fixEdits?: readonly Replacement[];
  /** Whether the text in the range is sensitive and must not be printed. */
  readonly isConfidential?: true | undefined;
}

export interface Replacement {
  readonly range: Range;
  readonly text: string;
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
