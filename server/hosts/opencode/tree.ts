// The tolerant tree of what the host takes for the settings: it knows where everything stands, which the host's own
// parser does not say.

import type { Outline } from '../../agent/outline';
import type { Value } from '../../agent/value';
import { parseYaml, type Yaml } from '../../agent/yaml';
import { applyEdits } from '../../text/edit';
import { mapBack } from '../../text/remap';
import { type Span, shift, slice } from '../../text/span';
import type { RepairedLine } from './repair';

export interface Tree {
  readonly root: Value | null;
  /** Carries the tree's spans to the text as it was written. */
  readonly back: (span: Span) => Span;
}

/** With more changed lines than that, values are shown at their key's line. */
const maxLines = 500;

/** The tree of the text as it was parsed: after the repair, where there was one. */
export function treeOf(outline: Outline, head: Span, repaired: readonly RepairedLine[]): Tree {
  if (repaired.length === 0) return { root: writtenTree(outline, head).root, back: (span) => span };
  if (repaired.length > maxLines) return { root: null, back: (span) => span };
  const edits = repaired.map(({ edit }) => ({ ...edit, span: shift(edit.span, -head.start) }));
  const { root } = parseYaml(applyEdits(slice(outline.text, head), edits), head.start);
  return { root, back: mapBack(repaired.map(({ edit }) => edit)) };
}

/** The tree of the text as it was written: the outline has it already, as a rule. */
export function writtenTree(
  { text, shape, opening, closing, root, errors, isPlain, bom }: Outline,
  head: Span,
): Yaml {
  const same =
    shape === 'closed' && opening?.start === (bom ? 1 : 0) && closing?.start === head.end + 1;
  return same ? { root, errors, isPlain } : parseYaml(slice(text, head), head.start);
}

/** A key at the beginning of a line and what stands behind it, for keys that the tree lacks; null for none. */
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
      const behind = text.indexOf(':', colon) + 1;
      const rest = text.slice(behind, end).trim();
      const from = rest === '' ? behind : text.indexOf(rest, behind);
      return { key: { start, end: colon }, value: { start: from, end: from + rest.length } };
    }
    start = end + 1;
  }
  return null;
}
