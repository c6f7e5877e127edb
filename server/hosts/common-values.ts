// What several hosts take alike for one key, by the types that they declare.
import type { TextValue, Value } from '../agent/value';
import { check } from './check';
import type { Choice, Type } from './type';

export interface CommonValues {
  /** No value is taken by all: of the kinds, or of the words, none is shared. */
  readonly isEmpty: boolean;
  /** The words that all take, where their types list words. There may be others that no list holds. */
  readonly words: readonly string[];
}

/** Types that say nothing of their values (`any`) shut out none. */
export function commonValues(types: readonly Type[]): CommonValues {
  const kinds = types.map(kindsOf).reduce((all, one) => all.filter((kind) => one.includes(kind)));
  if (kinds.length === 0) return { isEmpty: true, words: [] };
  const lists = types.map(wordsOf);
  const all = lists.flatMap((choices) => choices ?? []);
  const old = new Set(all.flatMap(({ value, deprecated }) => (deprecated ? [value] : [])));
  const words = [...new Set(all.map(({ value }) => value))].filter((word) =>
    types.every((type) => takes(type, word)),
  );
  // Where one of them takes texts out of a list and no others, that list is all that there can be.
  const isClosed = types.some((type, index) => lists[index] && !hasPattern(type));
  return {
    isEmpty: words.length === 0 && isClosed && kinds.every((kind) => kind === 'text'),
    words: words.filter((word) => !old.has(word)),
  };
}

type Kind = Value['kind'];

const scalars: readonly Kind[] = ['text', 'number', 'boolean', 'date', 'null'];

/** The kinds of values of which at least some fit. */
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

/** The words that a type lists for texts; null where it takes other texts too, or none. */
function wordsOf(type: Type): readonly Choice[] | null {
  if (type.type === 'one-of') return type.choices;
  if (type.type !== 'any-of') return null;
  const texts = type.types.filter((one) => kindsOf(one).includes('text'));
  const lists = texts.map(wordsOf);
  return lists.length > 0 && !lists.includes(null) ? lists.flatMap((list) => list ?? []) : null;
}

const hasPattern = (type: Type): boolean =>
  type.type === 'one-of'
    ? type.pattern !== undefined
    : type.type === 'any-of' && type.types.some(hasPattern);

const nowhere = { start: 0, end: 0 };

const takes = (type: Type, word: string): boolean => {
  const value: TextValue = { kind: 'text', text: word, style: 'double', span: nowhere };
  return check(type, value).problems.length === 0;
};
