// Reads a whole header: its value and its faults.

import type { Span } from '../../../text/span';
import type { Value } from '../../../yaml/value';
import { readValue } from './blocks';
import { type Cursor, fault, peek, skip, skipTrivia, type YamlFault } from './cursor';
import { scan } from './scan';

export interface Header {
  /** Undefined for a header without content. */
  readonly root: Value | undefined;
  readonly faults: readonly YamlFault[];
}

/**
 * Reads the text between the fences as VS Code 1.139.1 does. Never throws.
 * @param head the span of the header in `text`; all returned spans are UTF-16 offsets in `text`.
 */
export function readHeader(text: string, head: Span): Header {
  const tokens = scan(text.slice(head.start, head.end), head.start);
  const cursor: Cursor = { tokens, faults: [], at: 0, depth: 0 };
  const root = readRoot(cursor);
  if (root?.kind === 'map') reportUnreadLines(cursor);
  return { root, faults: cursor.faults };
}

function readRoot(cursor: Cursor): Value | undefined {
  skipTrivia(cursor);
  skip(cursor, 'document-start');
  skipTrivia(cursor);
  const { kind } = peek(cursor);
  return kind === 'end' || kind === 'document-end' ? undefined : readValue(cursor, -1);
}

/** VS Code does not report lines that it never reads, although their keys are lost. */
function reportUnreadLines(cursor: Cursor): void {
  skipTrivia(cursor);
  skip(cursor, 'indent');
  const { start, kind } = peek(cursor);
  if (kind === 'end') return;
  const line = cursor.tokens
    .slice(cursor.at)
    .find((token) => token.kind === 'newline' || token.kind === 'end');
  const span = { start, end: Math.max(start, line?.start ?? start) };
  fault(cursor, 'syntax', span, 'this line is not "key: value", so nothing below it is read');
}
