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
  /** Lower comes first; equal ones by label. */
  readonly rank: number;
  readonly deprecated: boolean;
  /** For colours: `#rrggbb`. */
  readonly hex?: string;
  /** The next list is asked for when this item is taken. */
  readonly goesOn?: true;
}

export const ranks = { likely: 0, ordinary: 1, seldom: 2, old: 3 } as const;
