// The tolerant tree of the text that the host reads as the settings. It has the spans that the host's own parser does not
// return.

import type { Outline } from '../../../agent/outline';
import { applyEdits, type Edit } from '../../../text/edit';
import { mapSpansBack } from '../../../text/remap';
import { type Span, shift, slice } from '../../../text/span';
import type { Yaml } from '../../../yaml/dialect';
import type { Value } from '../../../yaml/value';
import { parseYaml } from '../../../yaml/yaml';

export interface Tree {
  readonly root: Value | null;
  /** Maps a span of the tree to the original text. */
  readonly back: (span: Span) => Span;
}

/** With more edits than this, a value gets the span of its line. */
const maxEdits = 500;

/** The tree of the text that was parsed. @param repairs the edits by which the host repaired it, if it did. */
export function treeOf(outline: Outline, head: Span, repairs: readonly Edit[]): Tree {
  if (repairs.length === 0) return { root: writtenTree(outline, head).root, back: (span) => span };
  if (repairs.length > maxEdits) return { root: null, back: (span) => span };
  const edits = repairs.map((edit) => ({ ...edit, span: shift(edit.span, -head.start) }));
  const { root } = parseYaml(applyEdits(slice(outline.text, head), edits), head.start);
  return { root, back: mapSpansBack(repairs) };
}

/** The tree of the original text, which the outline usually has already. */
export function writtenTree(
  { text, shape, opening, closing, root, errors, bom }: Outline,
  head: Span,
): Yaml {
  const isSame =
    shape === 'closed' &&
    opening?.start === (bom ? 1 : 0) &&
    // Not one whose first key lost its indentation.
    head.start <= text.indexOf('\n', opening.end) &&
    closing?.start === head.end + 1;
  return isSame ? { root, errors } : parseYaml(slice(text, head), head.start);
}

/** The spans of a key at the beginning of a line and its value, for keys that the tree lacks; null if there is none. */
export function lineOfKey(
  key: string,
  text: string,
  head: Span,
): { key: Span; value: Span } | null {
  for (let start = head.start; start < head.end; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 || next > head.end ? head.end : next;
    const colon = start + key.length;
    if (text.startsWith(key, start) && /^[ \t]*:/.test(text.slice(colon, end))) {
      const afterColon = text.indexOf(':', colon) + 1;
      const rest = text.slice(afterColon, end).trim();
      const from = rest === '' ? afterColon : text.indexOf(rest, afterColon);
      return { key: { start, end: colon }, value: { start: from, end: from + rest.length } };
    }
    start = end + 1;
  }
  return null;
}
