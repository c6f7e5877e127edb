// Edits of single values.
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { fitsBlockScalar, flowScalar, scalar } from '../yaml/scalar';
import type { Value } from '../yaml/value';
import { isQuote, skipSpaces, trimSpaces } from './caret-lines';
import { sketchOf } from './caret-sketch';
import type { Outline } from './outline';
import type { Slot } from './sketch-types';
import { isInFlow, tight } from './write-place';

/**
 * Replaces a value with a string: in the quotes of the old value, with quotes where YAML needs them, and as a block scalar if the
 * string contains line breaks and a block scalar is possible.
 */
export function replaceScalar(
  outline: Outline,
  value: Pick<Value, 'kind' | 'span'>,
  text: string,
): readonly Edit[] {
  const write = isInFlow(outline, value.span) ? flowScalar : scalar;
  const span = tight(outline.text, value.span);
  if (span.start === span.end) return intoEmpty(outline, span.start, write(text));
  const block = text.includes('\n') ? asBlock(outline, span, text) : null;
  if (block !== null) return [{ span, text: block }];
  const quote = outline.text.charAt(span.start);
  if (value.kind !== 'text' || !isQuote(quote)) return [{ span, text: write(text) }];
  return [{ span, text: write(text, quote === '"' ? 'double' : 'single') }];
}

/** The string as a literal block scalar; null where the string or the position does not allow one. */
function asBlock(outline: Outline, span: Span, text: string): string | null {
  const { eol } = outline;
  const slot = sketchOf(outline).slots.find(({ content }) => startOf(content) === span.start);
  if (!slot || slot.content.comment || (slot.content.form !== 'block' && slot.end > span.end))
    return null;
  const isPossible = fitsBlockScalar(text) && !text.endsWith('\n\n') && /^\n*[^\s]/.test(text);
  if (!isPossible) return null;
  const indent = ' '.repeat(slot.indent + 2);
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  const written = lines.map((line) => (line === '' ? '' : `${indent}${line}`));
  return [text.endsWith('\n') ? '|' : '|-', ...written].join(eol);
}

const startOf = (content: Slot['content']): number => {
  if (content.form === 'block') return content.header.start;
  return content.form === 'plain' || content.form === 'quoted' ? content.span.start : -1;
};

/** Fills an empty value. The parser locates it after the key or the colon; it must be after the colon and a space. */
function intoEmpty({ text }: Outline, offset: number, written: string): readonly Edit[] {
  const ahead = skipSpaces(text, offset, text.length);
  const from = text.charAt(ahead) === ':' ? ahead + 1 : offset;
  const end = skipSpaces(text, from, text.length);
  const start = trimSpaces(text, 0, from);
  const before = text.charAt(start - 1);
  const gap = before === ':' || before === '-' || before === ',' ? ' ' : before === '[' ? '' : ': ';
  const isOver = end >= text.length || '\r\n,]}'.includes(text.charAt(end));
  return [{ span: { start, end: isOver ? end : start }, text: `${gap}${written}` }];
}
