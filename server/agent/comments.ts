// Comments inside of a value, which replacing the value would remove.

import type { Value } from '../yaml/value';
import { lineFrom } from './caret-lines';

/**
 * Whether the value contains a comment. A comment after the last line of a block list or map belongs to it; one after a closing
 * bracket does not.
 */
export function hasComment(text: string, value: Value): boolean {
  const { start, end } = value.span;
  const isBlock = (value.kind === 'list' || value.kind === 'map') && !value.flow;
  const stop = isBlock ? lineFrom(text, end, text.length).end : end;
  return /(?:^|\s)#/m.test(text.slice(start, stop));
}
