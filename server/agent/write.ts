// Writers that edit a frontmatter and keep its style, comments, order and line breaks. All give edits; none
// touches a line that it is not about.
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Outline } from './outline';
import { scalar } from './scalar';
import type { Entry, Path, TextValue, Value } from './value';

export { flowScalar, isSafePlain, scalar, type ScalarStyle } from './scalar';

/** Puts a text in place of a value, in the value's own quotes, with quotes where YAML needs them. */
export function replaceScalar(outline: Outline, value: Value, text: string): readonly Edit[] {
  return outline ? [{ span: value.span, text: scalar(text) }] : [];
}

/** Takes one item out of a flow or block list; `path` ends with its index. */
export function removeItem(_outline: Outline, _path: Path): readonly Edit[] {
  return [];
}

/** Adds an item to the list, the text of names or the empty value at `path`. */
export function addItem(_outline: Outline, _path: Path, _text: string): readonly Edit[] {
  return [];
}

/** Takes one name out of a text of names, with its separator. */
export function removeName(_outline: Outline, _value: TextValue, _name: Span): readonly Edit[] {
  return [];
}

/** Puts another name in place of one, in a text of names or as a whole item. */
export function replaceName(_outline: Outline, _name: Span, _text: string): readonly Edit[] {
  return [];
}

/** Takes a field out, with the lines that belong to it and its own line break. */
export function removeField(_outline: Outline, _entry: Entry): readonly Edit[] {
  return [];
}

export function renameKey(_outline: Outline, _entry: Entry, _key: string): readonly Edit[] {
  return [];
}

/** Writes a new field at the top level. `valueText` is YAML, behind the colon; several lines are taken as they are. */
export function insertField(_outline: Outline, _key: string, _valueText: string, _after?: string): readonly Edit[] {
  return [];
}

/** Writes a whole frontmatter before the body; `text` holds the lines between the fences. */
export function insertFrontmatter(_outline: Outline, _text: string): readonly Edit[] {
  return [];
}

/** Writes the closing fence where the head seems to end. */
export function closeFence(_outline: Outline): readonly Edit[] {
  return [];
}

/** Quotes the raw text of a plain value as it stands on its lines: mends `description: Use when: x`. */
export function quoteValue(_outline: Outline, _entry: Entry): readonly Edit[] {
  return [];
}

/** Makes a block scalar of a broken plain value of several lines, those at column 0 included. Keeps the words. */
export function foldIntoBlock(_outline: Outline, _entry: Entry): readonly Edit[] {
  return [];
}

/** Writes the field's value as a list of these names. */
export function toList(_outline: Outline, _entry: Entry, _names: readonly string[], _style: 'flow' | 'block'): readonly Edit[] {
  return [];
}

/** Writes the field's value as one text of names, separated by comma and blank. */
export function toCommaText(_outline: Outline, _entry: Entry, _names: readonly string[]): readonly Edit[] {
  return [];
}

/** Writes the field's value as a block map; the second of each pair is YAML. */
export function toMap(_outline: Outline, _entry: Entry, _pairs: readonly (readonly [string, string])[]): readonly Edit[] {
  return [];
}
