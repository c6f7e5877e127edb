// Names in a list, or in a string, for hosts that split a string at commas only.
import { type Token, tokensOf } from '../../../agent/name-tokens';
import type { Value } from '../../../yaml/value';
import { stringItems } from '../mentions/reference-builders';

/** The names in a list, or in a string that is split at commas only. @param file the text of the file. */
export function commaNamesIn(file: string, value: Value | undefined): readonly Token[] {
  if (value?.kind === 'list')
    return stringItems(value).map((item) => {
      const written = file.slice(item.span.start, item.span.end);
      const isQuoted = /^(["']).*\1$/s.test(written) && written.slice(1, -1) === item.text;
      const { start, end } = item.span;
      return {
        text: item.text,
        span: isQuoted ? { start: start + 1, end: end - 1 } : item.span,
      };
    });
  if (value?.kind !== 'text') return [];
  // A comma in parentheses ends a name too, unlike in other programs.
  if (!value.text.includes('(')) return tokensOf(file, value, ',');
  let from = value.span.start;
  return value.text.split(',').flatMap((part): Token[] => {
    const text = part.trim();
    if (text === '') return [];
    const at = file.indexOf(text, from);
    if (at < 0 || at >= value.span.end) return [{ text, span: value.span }];
    from = at + text.length;
    return [{ text, span: { start: at, end: from } }];
  });
}
