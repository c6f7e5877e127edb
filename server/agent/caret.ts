// Determines what is at a caret position, for every state of a text: incomplete, invalid, empty. It uses lines and
// indentation instead of the YAML tree, because the tree of an incomplete line is seldom what the author means.

import { maxHeadLength } from '../yaml/limits';
import { inHead } from './caret-head';
import { lineFrom, lineStart } from './caret-lines';
import type { Caret } from './caret-types';
import { inJson } from './json-caret';
import type { Outline } from './outline';

export type {
  AfterCaret,
  BodyCaret,
  Caret,
  CommentCaret,
  EmptyCaret,
  FenceCaret,
  KeyCaret,
  QuoteMark,
  ValueCaret,
} from './caret-types';
export { nameAtCaret, namesIn } from './names';

/** What is at `offset` (UTF-16). Never throws; the token of a key or value always touches the offset. */
export function caretAt(outline: Outline, offset: number): Caret {
  const { text, shape, opening, closing, head } = outline;
  const at = Math.max(0, Math.min(offset, text.length));
  if (outline.form === 'toml') return inToml(outline, at);
  if (outline.form === 'json') return isBlank(outline) ? blank(outline) : inJson(outline, at);
  if (shape === 'none' || !opening) return outside(outline, at);
  if (at < opening.start) return { in: 'body', offset: at };
  if (at <= opening.end || at < head.start) {
    return {
      in: 'fence',
      fence: 'opening',
      span: { start: opening.start, end: Math.max(opening.end, at) },
    };
  }
  if (closing && at >= closing.start) {
    return at <= closing.end
      ? { in: 'fence', fence: 'closing', span: closing }
      : { in: 'body', offset: at };
  }
  if (!closing && !isStillHead(text, head.end, at)) return { in: 'body', offset: at };
  // No host's verdict is known of such a head, and searching it would take too long at each key.
  if (head.end - head.start > maxHeadLength) return { in: 'after', path: [] };
  const caret = inHead(outline, at);
  const isFence = !closing && caret.in === 'key' && !caret.hasColon && caret.text === '--';
  return isFence ? { in: 'fence', fence: 'closing', span: caret.token } : caret;
}

/** The whole file is a head, and the prompt is one of its values. */
function inToml(outline: Outline, at: number): Caret {
  const { head, body } = outline;
  if (outline.isInline || (outline.isTable && at < head.start)) return { in: 'after', path: [] };
  if (isBlank(outline)) return blank(outline);
  if (body.start < body.end && body.start <= at && at <= body.end)
    return { in: 'body', offset: at };
  return inHead(outline, Math.max(head.start, at));
}

const isBlank = ({ text }: Outline): boolean => !/\S/.test(text);

const blank = ({ text, head }: Outline): Caret => ({
  in: 'nothing',
  span: { start: head.start, end: text.length },
});

/** Blank lines after an unclosed frontmatter belong to it, because a key may be typed there. */
function isStillHead(text: string, headEnd: number, at: number): boolean {
  if (at < headEnd) return true;
  const lf = text.indexOf('\n', at);
  return !/\S/.test(text.slice(headEnd, lf < 0 ? text.length : lf));
}

function outside({ text, bom }: Outline, at: number): Caret {
  const from = bom ? 1 : 0;
  const start = Math.max(from, lineStart(text, at));
  if (at >= from && /\S/.test(text.slice(from, start))) return { in: 'body', offset: at };
  const line = lineFrom(text, start, text.length);
  const written = text.slice(line.start, line.end).trim();
  if (written !== '' && written !== '-' && written !== '--') return { in: 'body', offset: at };
  const isEmpty = !/\S/.test(text.slice(line.end));
  return {
    in: 'nothing',
    span: { start: Math.min(from, at), end: Math.max(at, isEmpty ? text.length : line.end) },
  };
}
