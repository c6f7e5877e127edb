// The kinds of setting values. Each one provides both its JSON Schema and its parser, so that editor completions match
// what is accepted.
import { oneOf } from '../hosts/judge/expectation';
import { isVersion } from '../hosts/model/version';
import { composed, type Message, t, verbatim } from '../text/message';
import { nearest } from '../text/nearest';

/** Reports a problem at a path within the value, so that the caller can locate it. */
export type ReportProblem = (path: readonly (string | number)[], message: Message) => void;

export interface Kind<T> {
  readonly schema: Readonly<Record<string, unknown>>;
  /** A shorter schema for the extension manifest, which the editor reads at every start. */
  readonly brief?: Readonly<Record<string, unknown>>;
  /** Returns the valid part of the value, or undefined if no part of it is valid. */
  readonly read: (value: unknown, report: ReportProblem) => T | undefined;
}

/** A boolean. */
export const flag: Kind<boolean> = {
  schema: { type: 'boolean' },
  read: (value, report) => {
    if (typeof value === 'boolean') return value;
    report([], t('Expected true or false.'));
    return undefined;
  },
};

/** One of several strings. `means` describes the effect of each one. */
export const oneWord = <T extends string>(
  choices: readonly T[],
  means?: Readonly<Record<T, string>>,
): Kind<T> => ({
  schema: {
    type: 'string',
    enum: choices,
    ...(means && { markdownEnumDescriptions: choices.map((word) => means[word]) }),
  },
  read: (value, report) => {
    const found = choices.find((word) => word === value);
    if (found === undefined) report([], wordsExpected(value, choices));
    return found;
  },
});

/** A version of a program: one of those that are suggested, or any other that has the form of one. */
export const version = (suggested: readonly string[]): Kind<string> => ({
  schema: {
    anyOf: [
      { type: 'string', enum: suggested },
      { type: 'string', pattern: '^\\d+(?:\\.\\d+)*(?:-\\S+)?$' },
    ],
  },
  read: (value, report) => {
    if (typeof value === 'string' && (suggested.includes(value) || isVersion(value))) return value;
    report([], wordsExpected(value, suggested));
    return undefined;
  },
});

/** A list of strings. With `choices`, only these strings are accepted. */
export const texts = (choices?: readonly string[]): Kind<readonly string[]> => ({
  schema: {
    type: 'array',
    uniqueItems: true,
    items: { type: 'string', ...(choices && { enum: choices }) },
  },
  read: (value, report) => {
    if (!Array.isArray(value)) {
      report([], t('Expected a list of strings.'));
      return undefined;
    }
    return value.filter((one, index): one is string => {
      if (typeof one !== 'string') report([index], t('Expected a string.'));
      else if (choices && !choices.includes(one)) report([index], wordsExpected(one, choices));
      else return true;
      return false;
    });
  },
});

/** Either a string or a list. */
export const wordOrTexts = <T extends string>(
  word: Kind<T>,
  list: Kind<readonly string[]>,
): Kind<T | readonly string[]> => ({
  schema: { anyOf: [word.schema, list.schema] },
  read: (value, report) =>
    Array.isArray(value) ? list.read(value, report) : word.read(value, report),
});

/**
 * An object that maps names to strings.
 * @param names the accepted names with their descriptions.
 * @param what the kind of name for messages.
 */
export const wordsByName = <T extends string>(
  what: 'host' | 'rule',
  names: readonly string[],
  /** The description of a name, for the schema. */
  meaningOf: (name: string) => string,
  word: Kind<T>,
): Kind<Readonly<Record<string, T>>> => ({
  // Computed lazily, because the server reads settings but does not need their schema.
  get schema() {
    return {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        names.map((name) => [name, { ...word.schema, markdownDescription: meaningOf(name) }]),
      ),
    };
  },
  // Names only, because the manifest of the extension would otherwise repeat the values for each of them.
  get brief() {
    return {
      properties: undefined,
      propertyNames: { enum: names, markdownEnumDescriptions: names.map(meaningOf) },
      additionalProperties: word.schema,
    };
  },
  read: (value, report) => {
    const unknown = (name: string): Message =>
      what === 'rule'
        ? t('There is no rule "{name}".', { name })
        : t('There is no program "{name}" with several versions.', { name });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      report([], t('Expected a map: {form}.', { form: `{ "${what}": "word" }` }));
      return undefined;
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]): [string, T][] => {
        if (!names.includes(name)) {
          report([name], composed`${unknown(name)}${meant(name, names)}`);
          return [];
        }
        const read = word.read(one, (path, message) => report([name, ...path], message));
        return read === undefined ? [] : [[name, read]];
      }),
    );
  },
});

/**
 * An object that maps any names to objects, each of which maps some of the given names to strings.
 * @param what the kind of the inner names for messages.
 */
export const textTable = (
  what: 'host',
  names: readonly string[],
): Kind<Readonly<Record<string, Readonly<Record<string, string>>>>> => {
  const inner = {
    type: 'object',
    propertyNames: { enum: names },
    additionalProperties: { type: 'string' },
  };
  const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return {
    schema: { type: 'object', additionalProperties: inner },
    read: (value, report) => {
      const expected = t('Expected a map: {form}.', { form: `{ "name": { "${what}": "text" } }` });
      if (!isMap(value)) {
        report([], expected);
        return undefined;
      }
      return Object.fromEntries(
        Object.entries(value).map(([name, row]) => {
          if (!isMap(row)) report([name], expected);
          const cells = Object.entries(isMap(row) ? row : {}).filter(([id, text]) => {
            if (typeof text !== 'string') report([name, id], t('Expected a string.'));
            else if (!names.includes(id)) report([name, id], wordsExpected(id, names));
            else return true;
            return false;
          });
          return [name, Object.fromEntries(cells.map(([id, text]) => [id, String(text)]))];
        }),
      );
    },
  };
};

/** Returns a "Did you mean" suggestion to append to a message, or an empty string if there is no similar name. */
export function meant(word: string, words: readonly string[]): Message {
  const near = nearest(word, words);
  return near === undefined
    ? verbatim('')
    : composed` ${t('Did you mean "{meant}"?', { meant: near })}`;
}

function wordsExpected(value: unknown, choices: readonly string[]): Message {
  const near = typeof value === 'string' ? meant(value, choices) : '';
  return composed`${t('Expected {choices}, not {value}.', { value: JSON.stringify(value) ?? '', choices: oneOf(choices) })}${near}`;
}
