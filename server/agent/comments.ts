// Comments that stand inside a value, and would be lost with it.
import { lineFrom } from './caret-lines';
import type { Value } from './value';

/** Behind the last line of a list or map without brackets a comment is one of its own; behind brackets it stays. */
export function hasComment(text: string, value: Value): boolean {
  const { start, end } = value.span;
  const isBlock = (value.kind === 'list' || value.kind === 'map') && !value.flow;
  const stop = isBlock ? lineFrom(text, end, text.length).end : end;
  return /(?:^|\s)#/m.test(text.slice(start, stop));
}
