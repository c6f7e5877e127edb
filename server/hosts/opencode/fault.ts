// Where and why the frontmatter cannot be parsed. The tolerant parser mostly fails at the same place as the host's parser
// and reports it more precisely, because the host's parser often notices a fault only at the end.

import type { Outline } from '../../agent/outline';
import { type Span, shift, slice } from '../../text/span';
import type { Failed, Fences } from './gray-matter';
import { writtenTree } from './tree';

export interface Fault {
  /** The error code of the tolerant parser if there is one, else the message of the host's parser. */
  readonly reason: string;
  readonly at: Span;
}

/** @param base the offset in the file at which the parser's text begins; it has no byte order mark. */
export function faultOf(outline: Outline, base: number, fences: Fences, failed: Failed): Fault {
  const head = shift(fences.head, base);
  const [error] = writtenTree(outline, head).errors;
  if (error && failed.at !== null) return { reason: error.code, at: error.span };
  const [, code] = codesByMessage.find(([message]) => failed.reason.startsWith(message)) ?? [];
  return {
    reason: code ?? failed.reason,
    at: spanOf(outline.text, head, shift(fences.language, base), failed),
  };
}

/** Faults that the tolerant parser accepts, by the beginning of the host parser's message. */
const codesByMessage: readonly (readonly [string, string])[] = [
  ['duplicated mapping key', 'DUPLICATE_KEY'],
  ['null byte', 'NUL'],
  ['bad indentation', 'BAD_INDENT'],
  ['unknown tag', 'TAG_RESOLVE_FAILED'],
  ['expected a single document', 'MULTIPLE_DOCS'],
  ['end of the stream or a document separator', 'MULTIPLE_DOCS'],
];

function spanOf(text: string, head: Span, language: Span, { at, reason }: Failed): Span {
  if (at !== null) return lineAround(text, head, head.start + at);
  const end = reason.startsWith('expected a single document')
    ? slice(text, head).indexOf('\n...')
    : -1;
  if (end >= 0) return { start: head.start + end + 1, end: head.start + end + 4 };
  return language.end > language.start ? language : head;
}

/** From the position of the parser to the end of the line; the whole line if the parser was at its end. */
function lineAround(text: string, head: Span, offset: number): Span {
  const start = Math.min(offset, head.end);
  const next = text.indexOf('\n', start);
  const end = Math.max(start, next < 0 ? head.end : Math.min(next, head.end));
  if (text.slice(start, end).trim() !== '') return { start, end };
  const before = text.slice(head.start, start).trimEnd();
  const line = before.lastIndexOf('\n') + 1;
  return { start: head.start + line, end: head.start + before.length };
}
