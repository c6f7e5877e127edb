// If a frontmatter contains only YAML that all parsers read alike, the tree of the outline equals that of a host's own
// parser. Dates and words such as `yes` are strings in the tree, and each host converts them as its parser would.
import type { Outline } from '../../agent/outline';
import type { Span } from '../../text/span';
import type { Entry, Value } from '../../yaml/value';

/** The head and body, where a host that searches for fences itself would find those of the outline; null elsewhere. */
export function simpleRegions(outline: Outline): {
  readonly head: Span;
  readonly body: Span;
} | null {
  const { shape, opening, language, head, bom, body } = outline;
  if (!isSimple(outline) || shape !== 'closed' || language !== '') return null;
  return opening?.start === (bom ? 1 : 0) ? { head, body } : null;
}

/**
 * The fields between the fences as the host finds them; null where its own parser is needed.
 * @param head the host's head, with or without the last line break.
 */
export function simpleFields(outline: Outline, { start, end }: Span): readonly Entry[] | null {
  const { shape, head, text, fields } = outline;
  if (!isSimple(outline) || shape !== 'closed' || start !== head.start) return null;
  return end === head.end || (end === head.end - 1 && text.charCodeAt(end) === 10) ? fields : null;
}

/** Whether the head was read without a parser and has no errors. */
const isSimple = ({ isScanned, errors }: Outline): boolean =>
  isScanned === true && errors.length === 0;

/** The fields with each scalar in them replaced by `convert(scalar)`; unchanged entries stay identical. */
export const convertScalars = (
  fields: readonly Entry[],
  convert: (value: Value) => Value,
): readonly Entry[] =>
  fields.map((entry) => {
    const value = retypedValue(entry.value, convert);
    return value === entry.value ? entry : { ...entry, value };
  });

function retypedValue(value: Value, convert: (value: Value) => Value): Value {
  if (value.kind === 'map') return { ...value, entries: convertScalars(value.entries, convert) };
  if (value.kind !== 'list') return convert(value);
  const items = value.items.map((item) => retypedValue(item, convert));
  return items.every((item, index) => item === value.items[index]) ? value : { ...value, items };
}
