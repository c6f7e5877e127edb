// The parts of a sketch, which the syntaxes share: see `sketchOf`.
import type { Span } from '../text/span';
import type { Path } from '../yaml/value';
import type { Content } from './caret-content';
import type { KeyToken } from './caret-lines';

/** The keys of one map or the items of one list, all at one column. */
export interface Level {
  readonly kind: 'map' | 'list';
  readonly path: Path;
  readonly indent: number;
  readonly parent: Level | null;
  /** The key or dash that owns the level; null at the top level. */
  readonly owner: Slot | null;
  readonly slots: readonly Slot[];
  /** The list at the same column, where a key is being typed between its items. */
  readonly sibling?: Level;
}

/** A key or a dash with its content, up to the next one. */
export interface Slot {
  readonly level: Level;
  /** The path of its value. */
  readonly path: Path;
  /** Null for an item, and for a frontmatter that consists of one flow collection. */
  readonly key: KeyToken | null;
  /** The start of its key, including quotes, or of its dash. */
  readonly start: number;
  /** The column of `start`. */
  readonly indent: number;
  /** The offset after its colon or dash; after its key where there is no colon. */
  readonly after: number;
  readonly hasColon: boolean;
  readonly content: Content;
  /** In TOML, the table that begins at this line. */
  readonly opens?: Level;
  /** The end of its own last line. Nested keys and items have their own slots. */
  readonly end: number;
}

export interface Sketch {
  /** In source order. */
  readonly slots: readonly Slot[];
  readonly root: Level;
  /** Lines that contain only a comment. */
  readonly comments: readonly Span[];
}
