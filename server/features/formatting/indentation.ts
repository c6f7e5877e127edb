// The indentation of a new line below a key whose value is written on lines of its own.
import { caretAt } from '../../agent/caret';
import { lineFrom, lineStart } from '../../agent/caret-lines';
import { fieldAt, typesAt } from '../completion/keys';
import type { View } from '../view/view';

/**
 * The spaces to insert at the start of the line at `offset` (UTF-16 units), which is empty, or in which a word was just begun. Empty
 * unless the line above ends with the colon of a key that a host reads as a map or a list.
 */
export function indentationAt(whole: View, offset: number): string {
  const { outline, lanes, writer } = whole.at(offset);
  const { text, form, head } = outline;
  if (form !== 'markdown' || !writer.isYaml || offset <= head.start) return '';
  const line = lineFrom(text, lineStart(text, offset), text.length);
  const written = text.slice(line.start, line.end);
  const above = lineFrom(text, lineStart(text, line.start - 1), text.length);
  const key = /^([ ]*(?:- +)*)[^\s#-].*:[ ]*$/.exec(text.slice(above.start, above.end));
  if (!key || !/^[ ]*[\w-]*$/.test(written)) return '';
  const caret = caretAt(outline, above.end);
  if (caret.in !== 'value' || caret.text !== '') return '';
  const [field, ...path] = caret.path;
  const isNested = lanes.some(({ dialect }) => {
    const declared = fieldAt(dialect, field);
    return declared && typesAt(declared.type, path).some(isOnLines);
  });
  return isNested ? ' '.repeat(Math.max(0, (key[1] ?? '').length + 2 - indentOf(written))) : '';
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

const isOnLines = ({ type }: { readonly type: string }): boolean =>
  type === 'map' || type === 'list' || type === 'names';
