// The kinds of values that settings have. Each knows its JSON Schema and how it is read, so that what an editor
// completes and what is understood are the same.
import { nearest } from '../rules/nearest';

/** What is wrong at a path within the value: for whoever can point at it. */
export type Tell = (path: readonly (string | number)[], message: string) => void;

export interface Kind<T> {
  readonly schema: Readonly<Record<string, unknown>>;
  /** The schema in fewer words, for the manifest of the extension, which is read at every start of the editor. */
  readonly brief?: Readonly<Record<string, unknown>>;
  /** What of the value can be used; undefined where nothing can. */
  readonly read: (value: unknown, tell: Tell) => T | undefined;
}

/** Yes or no. */
export const flag: Kind<boolean> = {
  schema: { type: 'boolean' },
  read: (value, tell) => {
    if (typeof value === 'boolean') return value;
    tell([], 'This must be true or false.');
    return undefined;
  },
};

/** One of some words; `means` says of each what it does. */
export const oneWord = <T extends string>(
  choices: readonly T[],
  means?: Readonly<Record<T, string>>,
): Kind<T> => ({
  schema: {
    type: 'string',
    enum: choices,
    ...(means && { markdownEnumDescriptions: choices.map((word) => means[word]) }),
  },
  read: (value, tell) => {
    const found = choices.find((word) => word === value);
    if (found === undefined) tell([], wordsExpected(value, choices));
    return found;
  },
});

/** A list of texts; with `choices`, of these alone. */
export const texts = (choices?: readonly string[]): Kind<readonly string[]> => ({
  schema: {
    type: 'array',
    uniqueItems: true,
    items: { type: 'string', ...(choices && { enum: choices }) },
  },
  read: (value, tell) => {
    if (!Array.isArray(value)) {
      tell([], 'This must be a list of texts.');
      return undefined;
    }
    return value.filter((one, index): one is string => {
      if (typeof one !== 'string') tell([index], 'This must be a text.');
      else if (choices && !choices.includes(one)) tell([index], wordsExpected(one, choices));
      else return true;
      return false;
    });
  },
});

/** Either a word or a list. */
export const wordOrTexts = <T extends string>(
  word: Kind<T>,
  list: Kind<readonly string[]>,
): Kind<T | readonly string[]> => ({
  schema: { anyOf: [word.schema, list.schema] },
  read: (value, tell) => (Array.isArray(value) ? list.read(value, tell) : word.read(value, tell)),
});

/**
 * A word for each of some names.
 * @param names with what each stands for.
 * @param what they are names of: `rule`.
 */
export const wordsByName = <T extends string>(
  what: string,
  names: readonly string[],
  /** What a name stands for, for the schema. */
  meaningOf: (name: string) => string,
  word: Kind<T>,
): Kind<Readonly<Record<string, T>>> => ({
  // Made when asked for: a server reads settings and has no use for their schema.
  get schema() {
    return {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        names.map((name) => [name, { ...word.schema, markdownDescription: meaningOf(name) }]),
      ),
    };
  },
  brief: { properties: undefined, additionalProperties: word.schema },
  read: (value, tell) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      tell([], `This must be a map: { "${what}": "word" }.`);
      return undefined;
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]): [string, T][] => {
        if (!names.includes(name)) {
          tell([name], `There is no ${what} "${name}".${meant(name, names)}`);
          return [];
        }
        const read = word.read(one, (path, message) => tell([name, ...path], message));
        return read === undefined ? [] : [[name, read]];
      }),
    );
  },
});

/** "Did you mean", as the tail of a sentence; empty where nothing is near. */
export function meant(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

function wordsExpected(value: unknown, choices: readonly string[]): string {
  const near = typeof value === 'string' ? meant(value, choices) : '';
  return `${JSON.stringify(value)} is none of ${choices.join(', ')}.${near}`;
}
