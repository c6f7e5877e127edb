// The results of caretAt: one type for each kind of position.
import type { Span } from '../text/span';
import type { Path } from '../yaml/value';

export type QuoteMark = '' | '"' | "'";

/** An empty file: a whole frontmatter can replace `span`, which may contain spaces or `--`. */
export interface EmptyCaret {
  readonly in: 'nothing';
  readonly span: Span;
}

export interface FenceCaret {
  readonly in: 'fence';
  readonly fence: 'opening' | 'closing';
  readonly span: Span;
}

/** In a key, or where one may be written: indentation determines the map to which an empty line belongs. */
export interface KeyCaret {
  readonly in: 'key';
  /** The path of the map that contains the key; empty at the top level. */
  readonly path: Path;
  /** The span of the key without quotes; empty on an empty line. */
  readonly token: Span;
  readonly text: string;
  readonly quote: QuoteMark;
  readonly hasColon: boolean;
  /** All other keys of the map. */
  readonly siblings: readonly string[];
  /** The column of the key. */
  readonly indent: number;
  /** The map is a flow map: `{...}`. */
  readonly flow: boolean;
  /** In TOML, the name of a table: `[name]`. */
  readonly isTable?: true;
  /** The items of the list that starts here: `- item` is expected instead of a key. */
  readonly items?: readonly string[];
}

export interface ValueCaret {
  readonly in: 'value';
  /** The path of the value, including its own key or index. */
  readonly path: Path;
  /** The span of the value as written, without quotes; may span several lines. */
  readonly token: Span;
  readonly text: string;
  readonly quote: QuoteMark;
  /** The kind of token: a value, an item of a list, a value of a flow map, or the content of a block scalar. */
  readonly form: 'scalar' | 'flow-list' | 'block-list' | 'flow-map' | 'block-scalar';
  /** The space that YAML requires before the token and that is missing: `model:|`, `-|`. */
  readonly before: '' | ' ';
  /** For an item of a list. */
  readonly item?: { readonly index: number; readonly others: readonly string[] };
}

/** After a complete value: `"sonnet" |`, `[a] |`. Nothing can be inserted here. */
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
  | EmptyCaret
  | FenceCaret
  | KeyCaret
  | ValueCaret
  | AfterCaret
  | CommentCaret
  | BodyCaret;
