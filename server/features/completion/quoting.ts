// A value in the form that its place needs: with quotes where YAML requires them, without where the caret is inside quotes.
import type { ValueCaret } from '../../agent/caret';
import { flowScalar, isSafePlain, scalar } from '../../agent/write';
import { plainSnippet } from '../../text/snippet';
import type { Word } from './word';

type Place = Pick<ValueCaret, 'quote' | 'form'>;

/** The text to insert for a value of its own. */
export function written({ label, snippet, bare }: Word, { quote, form }: Place): string {
  const isFlow = form === 'flow-list' || form === 'flow-map';
  if (snippet === undefined) {
    if (quote !== '' || bare) return label;
    return isFlow ? flowScalar(label) : scalar(label);
  }
  const own = /^(["'])(.*)\1$/s.exec(snippet);
  if (quote !== '') return own?.[2] ?? snippet;
  const plain = plainSnippet(snippet);
  const isSafe = isFlow ? flowScalar(plain) === plain : isSafePlain(plain);
  return own || isSafe ? snippet : `"${snippet}"`;
}

/** The text to insert for one of several names in a string; null where the string would then need quotes. */
export function insertedTextAmong(
  word: Word,
  place: Place,
  others: readonly string[],
): string | null {
  if (others.length === 0) return written(word, place);
  const text = word.snippet ?? word.label;
  return place.quote !== '' || isSafePlain(plainSnippet(text)) ? text : null;
}
