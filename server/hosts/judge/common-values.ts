// The values of one key that several hosts accept, according to the types they declare.
import type { StringValue, Value } from '../../yaml/value';
import type { Choice, Type } from '../model/type';
import { check } from './check';

export interface CommonValues {
  /** No value is accepted by all: they share no kind of value, or no word. */
  readonly isEmpty: boolean;
  /** The words that all accept, where their types list words. Unlisted values may be accepted too. */
  readonly words: readonly string[];
}

/** What all of `types` accept. A type without restrictions (`any`) excludes nothing. */
export function commonValues(types: readonly Type[]): CommonValues {
  const kinds = types.map(kindsOf).reduce((all, one) => all.filter((kind) => one.includes(kind)));
  if (kinds.length === 0) return { isEmpty: true, words: [] };
  const lists = types.map(wordsOf);
  const all = lists.flatMap((choices) => choices ?? []);
  const deprecatedWords = new Set(
    all.flatMap(({ value, deprecated }) => (deprecated ? [value] : [])),
  );
  const words = [...new Set(all.map(({ value }) => value))].filter((word) =>
    types.every((type) => accepts(type, word)),
  );
  // Where one type accepts only listed strings, no unlisted string can be common.
  const isClosed = types.some((type, index) => lists[index] && !hasPattern(type));
  return {
    isEmpty: words.length === 0 && isClosed && kinds.every((kind) => kind === 'text'),
    words: words.filter((word) => !deprecatedWords.has(word)),
  };
}

type Kind = Value['kind'];

const scalars: readonly Kind[] = ['text', 'number', 'boolean', 'date', 'null'];

/** The kinds of which at least some values are accepted. */
function kindsOf(type: Type): readonly Kind[] {
  switch (type.type) {
    case 'any':
      return [...scalars, 'list', 'map'];
    case 'text':
      return type.anyScalar ? scalars : ['text'];
    case 'one-of':
      return ['text'];
    case 'boolean':
      return ['boolean', ...(type.words || type.lowerCaseOnly ? (['text'] as const) : [])];
    case 'number':
      return ['number'];
    case 'integer':
      return ['number', ...(type.digits ? (['text'] as const) : [])];
    case 'list':
      return ['list'];
    case 'names':
      return ['text', 'list'];
    case 'map':
      return ['map'];
    case 'any-of':
      return [...new Set(type.types.flatMap(kindsOf))];
  }
}

/** The strings that a type lists; null where it accepts other strings too, or no string. */
function wordsOf(type: Type): readonly Choice[] | null {
  if (type.type === 'one-of') return type.choices;
  if (type.type !== 'any-of') return null;
  const stringTypes = type.types.filter((one) => kindsOf(one).includes('text'));
  const lists = stringTypes.map(wordsOf);
  return lists.length > 0 && !lists.includes(null) ? lists.flatMap((list) => list ?? []) : null;
}

const hasPattern = (type: Type): boolean =>
  type.type === 'one-of'
    ? type.pattern !== undefined
    : type.type === 'any-of' && type.types.some(hasPattern);

const nowhere = { start: 0, end: 0 };

const accepts = (type: Type, word: string): boolean => {
  const value: StringValue = { kind: 'text', text: word, style: 'double', span: nowhere };
  return check(type, value).problems.length === 0;
};
