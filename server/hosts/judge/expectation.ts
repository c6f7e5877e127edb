// Describes what a host expects, in the words of the document.

import type { DocumentForm } from '../../agent/outline';
import { composed, joined, type Message, type MessagePart, t, verbatim } from '../../text/message';
import { english } from '../../text/translate';
import { wordsOf } from '../model/choices';
import type { ExpectedValue, Type } from '../model/type';
import { valueTerms } from './value-terms';

/**
 * For messages and hovers: `red, blue or green`; `a list of strings`.
 * @param form of the document, whose terms are used.
 */
export function expectation(expected: ExpectedValue, form: DocumentForm = 'markdown'): Message {
  const terms = valueTerms[form];
  switch (expected.type) {
    case 'any':
      return t('anything');
    case 'text':
      return expected.nonEmpty ? t('a non-empty string') : t('a string');
    case 'one-of': {
      const words = wordsOf(expected.choices);
      return expected.pattern ? oneOf([t(expected.pattern.description), ...words]) : oneOf(words);
    }
    case 'boolean':
      return expected.only === undefined ? t('true or false') : verbatim(String(expected.only));
    case 'number':
      return t('a number');
    case 'integer':
      return expected.min === undefined
        ? t('an integer')
        : expected.max === undefined
          ? t('an integer of at least {minimum}', { minimum: expected.min })
          : expected.min === expected.max
            ? t('the number {number}', { number: expected.min })
            : t('an integer from {minimum} to {maximum}', {
                minimum: expected.min,
                maximum: expected.max,
              });
    case 'list':
      return listIn(form, expected);
    case 'names':
      return terms.listOrString;
    case 'map':
      return terms.map;
    case 'any-of':
      return alternatives(expected.types, form);
    case 'phrase':
      return t(expected.phrase, { words: oneOf(expected.words) });
    case 'words':
      return oneOf(expected.words);
    case 'keys':
      return oneOf(expected.keys.map((key) => `"${key}"`));
  }
}

function listIn(form: DocumentForm, { of, nonEmpty }: Extract<Type, { type: 'list' }>): Message {
  const terms = valueTerms[form];
  if (of.type === 'text') return nonEmpty ? terms.nonEmptyListOfStrings : terms.listOfStrings;
  if (of.type === 'map') return nonEmpty ? terms.nonEmptyListOfMaps : terms.listOfMaps;
  return nonEmpty ? terms.nonEmptyList : terms.list;
}

/** `a or b`, or `a, b, or c` where a part is a list itself. Leaves out parts that another part begins with. */
function alternatives(types: readonly Type[], form: DocumentForm): Message {
  const all = types.map((type) => expectation(type, form));
  const texts = all.map(english);
  const parts = all.filter((part, index) => {
    const beginnings = [composed`${part}, `, oneOf([part, ''])].map(english);
    return !texts.some((text, otherIndex) =>
      text === texts[index]
        ? otherIndex < index
        : beginnings.some((beginning) => text.startsWith(beginning)),
    );
  });
  return types.some(({ type }) => listing.has(type))
    ? parts.reduce((first, second) => t('{first}, or {second}', { first, second }))
    : oneOf(parts);
}

/** Types whose expectation is a list of alternatives. */
const listing: ReadonlySet<Type['type']> = new Set(['one-of', 'boolean', 'names', 'any-of']);

/** `a, b or c` */
export function oneOf(words: readonly MessagePart[]): Message {
  const [first = '', ...more] = words;
  const last = more.at(-1);
  return last === undefined
    ? composed`${first}`
    : t('{list} or {last}', { list: joined(words.slice(0, -1), ', '), last });
}
