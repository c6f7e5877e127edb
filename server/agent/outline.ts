// The tolerant tree of a document: where its regions are and what stands in its frontmatter, whatever its state.
// It serves the caret, symbols, folding and highlighting. What a host makes of the same text is that host's reading.
import type { Span } from '../text/span';
import type { Entry, Value } from './value';

export type YamlErrorCode = string;

export interface YamlError {
  /** The parser's own code. */
  readonly code: YamlErrorCode;
  readonly span: Span;
  readonly message: string;
}

export interface Outline {
  readonly text: string;
  /** `none`: no frontmatter; `open`: no closing fence; `closed`: both fences are there. */
  readonly shape: 'none' | 'open' | 'closed';
  readonly bom: boolean;
  readonly eol: '\n' | '\r\n';
  /** The line `---` without its line break. */
  readonly opening: Span | null;
  readonly closing: Span | null;
  /** Between the fences, line breaks included. */
  readonly head: Span;
  readonly body: Span;
  /** Top-level keys in source order, doubles included. */
  readonly fields: readonly Entry[];
  /** Null for an empty head. */
  readonly root: Value | null;
  readonly errors: readonly YamlError[];
}
