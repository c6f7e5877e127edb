import type { CompletedWord } from '../../agent/writer';
import type { Completion } from './item';

/** A value to insert, before it is put into the form that its place needs. */
export interface Word extends CompletedWord {
  readonly kind: Completion['kind'];
  readonly detail: string;
  readonly documentation: () => string;
  readonly rank?: number;
  readonly deprecated?: boolean;
  readonly hex?: string;
  readonly goesOn?: true;
  /** The text that typed characters are matched with, where it is not the label. */
  readonly prefix?: string;
  readonly isInternal?: true;
  readonly isOnlyKnown?: true;
  /** Its position, from 1, among the values that the documentation recommends. */
  readonly documented?: number;
  /** It grants permissions, so it is offered last. */
  readonly grants?: true;
}
