import type { Span } from '../../text/span';

export type CompletionKind =
  | 'field'
  | 'value'
  | 'tool'
  | 'model'
  | 'color'
  | 'event'
  | 'skeleton'
  | 'reference';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A short label that is shown next to the item. */
  readonly detail: string;
  /** Markdown, made when the item is focused. */
  readonly documentation: () => string;
  readonly insert: string;
  readonly isSnippet: boolean;
  /** The token that the item replaces. */
  readonly span: Span;
  /** Lower comes first. */
  readonly rank: number;
  /** In how many real files it is used here: within a rank, the most used come first. */
  readonly uses?: number;
  /** The text that typed characters are matched with. Default: the label. */
  readonly prefix?: string;
  /** Something must follow it, such as a colon or a part after a slash. */
  readonly isUnfinished?: true;
  /** Never offered, but accepted by the host, so a user who types it has finished the word. */
  readonly isOnlyKnown?: true;
  /** Undocumented name, offered only once its beginning is typed. */
  readonly isInternal?: true;
  readonly deprecated: boolean;
  /** For colors: `#rrggbb`. */
  readonly hex?: string;
  /** Accepting the item requests the next list. */
  readonly goesOn?: true;
}

export const ranks = { likely: 0, ordinary: 1, seldom: 2, old: 3 } as const;
