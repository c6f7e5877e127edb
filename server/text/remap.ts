// Maps spans of an edited text back to the original text: what a host read after repairing a text is shown where the author
// wrote it.
import type { Edit } from './edit';
import type { Span } from './span';

/**
 * Returns a function that maps a span of the text after `edits` to the text before. Offsets inside of a replacement map to the
 * bounds of the replaced span.
 */
export function mapSpansBack(edits: readonly Edit[]): (span: Span) => Span {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  const origin = (offset: number, side: 'start' | 'end'): number => {
    let grown = 0;
    for (const { span, text } of sorted) {
      const start = span.start + grown;
      const end = start + text.length;
      if (offset < start || (offset === start && side === 'end')) break;
      if (offset < end || (offset === end && side === 'end'))
        return side === 'start' ? span.start : span.end;
      grown += text.length - (span.end - span.start);
    }
    return offset - grown;
  };
  return ({ start, end }) => {
    const from = origin(start, 'start');
    return { start: from, end: Math.max(from, origin(end, 'end')) };
  };
}
