// What a YAML parser is here. The parser of record and the parsers of the hosts have this one shape, so that they can stand in
// for each other and be compared.
import type { Sentence } from '../text/message';
import type { Span } from '../text/span';
import type { Value } from './value';

/** An error that a parser found in a text, of YAML or of another syntax with the same values. */
export interface ParseError {
  /** The parser's own code. Those of the parser of record are in `parser-of-record.ts`. */
  readonly code: string;
  readonly span: Span;
  readonly message: Sentence;
}

export interface Yaml {
  /** Null for an empty source, and for one of which the parser returns nothing. */
  readonly root: Value | null;
  readonly errors: readonly ParseError[];
}

/** One way to read YAML. */
export interface YamlDialect {
  /**
   * Parses one document. Never throws.
   * @param base offset of `text` in the file: all spans are given in the file (UTF-16).
   */
  parse(text: string, base: number): Yaml;
  /**
   * The scalar of a simple text as this dialect reads it, for dialects that type scalars in their own way: a date, or a string
   * for every number. Returns the same value where it reads the scalar as the parser of record does.
   */
  readScalar?(value: Value): Value;
}
