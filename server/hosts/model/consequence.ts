import type { Sentence } from '../../text/message';
import type { FieldOutcome, FileOutcome, Reason } from './outcome';

/** What a host does about an invalid, empty or missing value. */
export interface Consequence {
  readonly outcome: FieldOutcome;
  /** The outcome of the whole file, where it is affected. */
  readonly file?: Exclude<FileOutcome, 'loads'>;
  readonly reason?: Reason;
  /** A sentence with `{host}`: `{host} ignores it.` */
  readonly effect: Sentence;
  /** The field restricts the agent, and the restriction is lost. */
  readonly losesLimit?: true;
  /** It happens only when agents are listed, so not where the file was ignored or refused before. */
  readonly late?: true;
}
