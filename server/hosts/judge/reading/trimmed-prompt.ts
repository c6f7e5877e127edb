// The prompt of hosts that remove white space around it.
import { type Span, slice } from '../../../text/span';
import type { ReadAgent } from '../../model/reading';

/** The span without white space at both ends; empty at its end where nothing else is in it. */
export function trimmedSpan(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}

/** The prompt from an offset (UTF-16) to the end of the text. */
export function promptFrom(text: string, from: number): ReadAgent['prompt'] {
  const span = trimmedSpan(text, { start: from, end: text.length });
  return { text: slice(text, span), span };
}
