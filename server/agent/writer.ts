// How the text of a frontmatter is changed. Each syntax has its own writer, because what repairs a value in one syntax breaks it
// in another: a host that reads lines keeps the quotes that YAML needs. Rules and features write through this interface only.
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Entry, Path, StringValue, Value } from '../yaml/value';
import type { ValueCaret } from './caret-types';
import type { Outline } from './outline';

/**
 * How a host reads a frontmatter.
 * - `yaml`: with a YAML parser, or with one that accepts the same files.
 * - `line-scanner`: line by line, as `key: value`. Quotes, brackets and `#` are part of the value, which ends with its line.
 * - `toml`: the whole file as TOML.
 * - `json`: an object in a JSON file with comments.
 */
export type Syntax = 'yaml' | 'line-scanner' | 'toml' | 'json';

/** Null where the syntax cannot express the change: then it is not offered. Empty where there is nothing to change. */
export type Edits = readonly Edit[] | null;

/** The changes of one version of a document. Edits keep its style, comments, order and line breaks. */
export interface Writer {
  readonly outline: Outline;
  /** Whether every host of the file reads YAML, so that no change is refused. */
  readonly isYaml: boolean;
  /** What separates a key from the text of its value: `:` or ` =`. */
  readonly separator: string;

  /** Whether all hosts read these lines of a frontmatter alike, such as a field that a host declares as a snippet. */
  accepts(lines: string): boolean;
  /** A completed value, in the form that the place of the caret needs; null where it cannot be written there. */
  completed(word: CompletedWord, place: ValuePlace): string | null;
  /** A completed name after `others` in one string of names; null where the string would then need quotes. */
  completedName(word: CompletedWord, place: ValuePlace, others: readonly string[]): string | null;
  /** A key inside of a field; null in a syntax without nested keys. */
  nestedKey(key: string): string | null;
  /** A comment on a line of its own, without a line break. */
  comment(text: string): string | null;

  /** Inserts a frontmatter of these strings before the body. */
  insertFrontmatter(fields: readonly (readonly [key: string, text: string])[]): Edits;
  closeFence(): Edits;
  /** Inserts a string as the last field. */
  insertField(key: string, text: string): Edits;
  removeField(entry: Entry): Edits;
  renameKey(entry: Entry, key: string): Edits;

  /** Replaces a value with a string. */
  replaceScalar(value: Value, text: string): Edits;
  /** Replaces a value with a word that is not a string: a number, `true` or `false`. */
  replaceLiteral(value: Value, word: string): Edits;
  /** Writes the value of the field, which has several lines, as a string on the line of its key. */
  toOneLine(entry: Entry, text: string): Edits;
  /** Puts quotes around the text at the span, which is read as something else without them. */
  quote(span: Span): Edits;
  /** Quotes the source of a value that is invalid without quotes. */
  quoteValue(entry: Entry): Edits;
  /**
   * Converts an invalid value of several lines to a block scalar.
   * @param isKey whether a line at the column of the key that looks like `key:` is a field.
   */
  foldIntoBlock(entry: Entry, isKey: (key: string) => boolean): Edits;

  /** Adds a name to the list or the string of names at `path`; a missing field is inserted. */
  addItem(path: Path, name: string): Edits;
  /** Removes an item of a list; `path` ends with its index. */
  removeItem(path: Path): Edits;
  /** Removes a name with its separator from a string of names. No edit for the only name. */
  removeName(value: StringValue, name: Span): Edits;
  /** Replaces a name in a string of names, or a whole item. */
  replaceName(name: Span, text: string): Edits;
  /** Writes the value of the field as a list of names. */
  toList(entry: Entry, names: readonly string[], style: 'flow' | 'block'): Edits;
  /** Writes the value of the field as one string of names, separated by commas. */
  toCommaText(entry: Entry, names: readonly string[]): Edits;
  /** Writes the value of the field as a map of keys and YAML values. */
  toMap(entry: Entry, pairs: readonly (readonly [key: string, yaml: string])[]): Edits;
  /** Sets the field to names: in the form of its value, as the form of a new list otherwise. */
  setNames(key: string, names: readonly string[]): Edits;

  /** Edits that were made for YAML, such as those of nested maps. Every other syntax refuses them. */
  inYaml(edits: readonly Edit[]): Edits;
}

/** A value or a name that completion inserts. */
export interface CompletedWord {
  readonly label: string;
  /** A snippet that is inserted instead of the label. */
  readonly snippet?: string;
  /** Not a string, so it must not be quoted. */
  readonly bare?: true;
}

export type ValuePlace = Pick<ValueCaret, 'quote' | 'form'>;

/** Edits that belong together: null where one of them cannot be written. */
export function allEdits(...parts: readonly Edits[]): Edits {
  const edits: Edit[] = [];
  for (const part of parts) {
    if (part === null) return null;
    edits.push(...part);
  }
  return edits;
}
