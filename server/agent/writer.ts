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

/** How a syntax spells what completion and comments insert. */
export interface Spelling {
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
}

/** A string, in double quotes also where none are needed if `isQuoted`; or a word that is no string: a number, `true`, `false`. */
export type NewScalar =
  | { readonly text: string; readonly isQuoted?: true }
  | { readonly word: string };

/** What a field becomes: also names, in this form, or a map of keys and YAML values. */
export type NewValue =
  | NewScalar
  | { readonly names: readonly string[]; readonly form: 'flow' | 'block' | 'commas' }
  | { readonly pairs: readonly (readonly [key: string, yaml: string])[] };

/** The changes of one version of a document. Edits keep its style, comments, order and line breaks. */
export interface Writer extends Spelling {
  readonly outline: Outline;
  /** Whether every host of the file reads YAML, so that no change is refused. */
  readonly isYaml: boolean;

  /** Inserts a frontmatter of these strings before the body. */
  insertFrontmatter(fields: readonly (readonly [key: string, text: string])[]): Edits;
  /** Inserts a string as the last field. */
  insertField(key: string, text: string): Edits;
  /** Inserts a word that is no string, such as `true`, as the last field. */
  insertWord(key: string, word: string): Edits;
  removeField(entry: Entry): Edits;
  renameKey(entry: Entry, key: string): Edits;
  /** Writes the value of a field again, whatever its form is. */
  setField(entry: Entry, value: NewValue): Edits;
  /** Sets the field to names: in the form of its value, as the form of a new list otherwise. */
  setNames(key: string, names: readonly string[]): Edits;
  /** Replaces a value, which may be inside of a field. */
  replaceValue(value: Pick<Value, 'kind' | 'span'>, by: NewScalar): Edits;

  /** Adds a name to the list or the string of names at `path`; a missing field is inserted. */
  addItem(path: Path, name: string): Edits;
  /** Removes an item of a list; `path` ends with its index. */
  removeItem(path: Path): Edits;
  /** Removes a name with its separator from a string of names. No edit for the only name. */
  removeName(value: StringValue, name: Span): Edits;
  /** Replaces a name in a string of names, or a whole item. */
  replaceName(name: Span, text: string): Edits;

  /** Edits that only YAML has a form for, such as block scalars and nested maps. Every other syntax refuses them. */
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

/** Edits that belong together: null where one of them cannot be written, or where two rewrite the same text. */
export function allEdits(...parts: readonly Edits[]): Edits {
  const edits: Edit[] = [];
  for (const part of parts) {
    if (part === null) return null;
    edits.push(...part);
  }
  const inOrder = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  const overlap = inOrder.some(({ start }, at) => start < (inOrder[at - 1]?.end ?? 0));
  return overlap ? null : edits;
}
