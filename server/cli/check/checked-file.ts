// What `dossier check` found in one file.
import type { FileContent } from '../../workspace/index';
import type { Checked } from '../report/report';

export interface CheckedFile extends Checked {
  /** The number of applied fixes. */
  readonly fixed: number;
  /** Whether it may have findings that depend on companion files. */
  readonly hasOpen?: boolean;
  /** The diff of the fixes. Present only if it was requested. */
  readonly difference?: string;
  /** The reason why the fixes were not applied. */
  readonly unfixed?: string;
  /** The agents, skills and commands in the file, as seen by the reported hosts. */
  readonly content: () => FileContent;
  /** The names of the reported hosts. */
  readonly hosts: readonly string[];
  /** The reason why the file was not checked. */
  readonly notJudged?: string;
  /** Whether findings may be missing because the file takes too long. */
  readonly isIncomplete?: boolean;
  /** Whether it is a configuration file that cannot be read. */
  readonly isBroken?: boolean;
}
