// A word in the form that its place asks for: with quotes where YAML needs them, without where quotes stand already.
import type { ValueCaret } from '../../agent/caret';
import { flowScalar, isSafePlain, scalar } from '../../agent/write';
import { plainSnippet } from '../../text/snippet';
import type { Word } from './values';

type Place = Pick<ValueCaret, 'quote' | 'form'>;

/** The word as a value of its own. */
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

/** The word as one name of several in a text; null where the text would need quotes for it. */
export function writtenAmong(word: Word, place: Place, others: readonly string[]): string | null {
  if (others.length === 0) return written(word, place);
  const text = word.snippet ?? word.label;
  return place.quote !== '' || isSafePlain(plainSnippet(text)) ? text : null;
}
