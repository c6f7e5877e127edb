// Findings in the forms that people and other programs read.
import type { Severity } from '../rules/rule';
import type { Range } from '../text/lines';
import type { Io } from './io';
import { githubReporter } from './report-github';
import { humanReporter } from './report-human';
import { sarifReporter } from './report-sarif';

export const checkFormats = ['human', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** A finding with its place, in the contract's words. */
export interface Located {
  readonly file: string;
  readonly host: string | null;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range | null;
  readonly fix: 'safe' | 'review' | null;
  readonly fixTitle: string | null;
  /** A hint by which an editor fades its place. People are not shown it elsewhere. */
  readonly onlyFades?: boolean | undefined;
  /** Other files in which the same is found from their side. */
  readonly sharedWith?: readonly string[] | undefined;
  /** What the fix puts where; all speak of the text before any of them. */
  readonly fixEdits?: readonly Replacement[];
  /** The text at its place is not to be shown. */
  readonly isConfidential?: true | undefined;
}

export interface Replacement {
  readonly range: Range;
  readonly text: string;
}

/** A finding that somebody has passed over, and why. */
export interface Suppressed extends Located {
  /** By a comment in the file, or by a list beside it. */
  readonly by: 'comment' | 'list';
  /** Empty where nobody said. */
  readonly reason: string;
}

export interface Checked {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Located[];
  /** Only where it was asked for. */
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
  /** Information and hints. */
  readonly notes: number;
  /** Notes that are counted and not printed, unless errors alone were asked for. */
  readonly hidden: number;
  /** Findings with a safe fix, printed or not. */
  readonly fixable: number;
  readonly fixed: number;
  /** Files that could not be read. */
  readonly failed: number;
  /** What could not be done: a file that could not be read, or not be mended. */
  readonly troubles: readonly Trouble[];
}

export interface Reporter {
  file(checked: Checked): void;
  end(totals: Totals): void;
}

export function reporterOf(format: CheckFormat, io: Io): Reporter {
  switch (format) {
    case 'human':
      return humanReporter(io);
    case 'json':
      return jsonReporter(io);
    case 'sarif':
      return sarifReporter(io);
    case 'github':
      return githubReporter(io);
  }
}

function jsonReporter(io: Io): Reporter {
  const findings: Omit<Located, 'fixTitle' | 'fixEdits' | 'sharedWith'>[] = [];
  return {
    file: (checked) => {
      for (const {
        fixTitle: _title,
        fixEdits: _edits,
        sharedWith: _twins,
        isConfidential: _,
        ...finding
      } of checked.findings)
        findings.push(finding);
    },
    end: ({ files }) => io.out(`${JSON.stringify({ files, findings })}\n`),
  };
}
