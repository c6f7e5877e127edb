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
  /** Beside the label, a few words. */
  readonly detail: string;
  /** Markdown, built when the item is looked at. */
  readonly documentation: () => string;
  readonly insert: string;
  readonly isSnippet: boolean;
  /** Exactly the token that the item replaces. */
  readonly span: Span;
  /** Lower comes first. */
  readonly rank: number;
  /** In how many real files authors wrote it here: of one rank, the most written come first. */
  readonly uses?: number;
  /** Another word of the item that typed letters may begin. Default: its label. */
  readonly prefix?: string;
  /** Something has to follow: a colon, a part after a slash. */
  readonly isUnfinished?: true;
  /** Never offered: a word that the host takes all the same, so that one who writes it has finished it. */
  readonly isOnlyKnown?: true;
  /** Only offered once it is being typed: a name that documentation does not mention. */
  readonly isInternal?: true;
  readonly deprecated: boolean;
  /** For colours: `#rrggbb`. */
  readonly hex?: string;
  /** The next list is asked for when this item is taken. */
  readonly goesOn?: true;
}

export const ranks = { likely: 0, ordinary: 1, seldom: 2, old: 3 } as const;
