// What caretAt answers: one shape for each kind of place that a caret can be in.
import type { Span } from '../text/span';
import type { Path } from './value';

export type Quote = '' | '"' | "'";

/** Nothing is written yet: a whole frontmatter fits in place of `span` (which may hold blanks or `--`). */
export interface NothingCaret {
  readonly in: 'nothing';
  readonly span: Span;
}

export interface FenceCaret {
  readonly in: 'fence';
  readonly fence: 'opening' | 'closing';
  readonly span: Span;
}

/** In a key, or where one may be written: an empty line belongs to the map that its indentation names. */
export interface KeyCaret {
  readonly in: 'key';
  /** Down to the map that holds the key; empty at the top. */
  readonly path: Path;
  /** The key without quotes; empty on an empty line. */
  readonly token: Span;
  readonly text: string;
  readonly quote: Quote;
  readonly hasColon: boolean;
  /** The other keys of this map, wherever they stand in it. */
  readonly siblings: readonly string[];
  /** Column of the key. */
  readonly indent: number;
  /** In `{...}`: entries are separated by commas. */
  readonly flow: boolean;
  /** The map is a list so far: `- item` fits here, not a key. These are its items. */
  readonly items?: readonly string[];
}

export interface ValueCaret {
  readonly in: 'value';
  /** Down to the value, its own key or index included. */
  readonly path: Path;
  /** Exactly what stands there, without quotes. Several lines where the text has several. */
  readonly token: Span;
  readonly text: string;
  readonly quote: Quote;
  /** What the token is: a plain value, one item of a list, a value in `{...}`, or the text of a block scalar. */
  readonly form: 'scalar' | 'flow-list' | 'block-list' | 'flow-map' | 'block-scalar';
  /** A blank that YAML wants before the token and that is not there yet: `model:|`, `-|`. */
  readonly before: '' | ' ';
  /** For an item of a list. */
  readonly item?: { readonly index: number; readonly others: readonly string[] };
}

/** Behind a finished value: `"sonnet" |`, `[a] |`. Nothing fits here. */
export interface AfterCaret {
  readonly in: 'after';
  readonly path: Path;
}

export interface CommentCaret {
  readonly in: 'comment';
  readonly span: Span;
}

export interface BodyCaret {
  readonly in: 'body';
  readonly offset: number;
}

export type Caret =
  | NothingCaret
  | FenceCaret
  | KeyCaret
  | ValueCaret
  | AfterCaret
  | CommentCaret
  | BodyCaret;
