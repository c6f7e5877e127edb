// Checks a value against a declared type.

import type { Sentence } from '../../text/message';
import type { Path, Value } from '../../yaml/value';
import { wordsOf } from '../model/choices';
import { keysOf } from '../model/field';
import type { Expected, KeyType, Problem, Type } from '../model/type';

export interface Checked {
  readonly problems: readonly Problem[];
  /** The value matches only after the host has converted its type. */
  readonly coerced: boolean;
}

const fits: Checked = { problems: [], coerced: false };
const coerced: Checked = { problems: [], coerced: true };

const top: Path = [];

export function check(type: Type, value: Value, path: Path = top): Checked {
  switch (type.type) {
    case 'any':
      return fits;
    case 'text':
      if (value.kind === 'text')
        return type.nonEmpty && value.text === '' ? wrong(type, value, path, 'value') : fits;
      if (!type.anyScalar || value.kind === 'list' || value.kind === 'map')
        return wrong(type, value, path);
      return value.kind === 'null' ? wrong(type, value, path) : coerced;
    case 'one-of':
      return checkChoice(type, value, path);
    case 'boolean':
      return checkBoolean(type, value, path);
    case 'number':
      if (value.kind !== 'number') return wrong(type, value, path);
      return Number.isFinite(value.number) ? fits : wrong(type, value, path, 'value');
    case 'integer':
      return checkInteger(type, value, path);
    case 'list':
      if (value.kind !== 'list') return wrong(type, value, path);
      if (type.nonEmpty && value.items.length === 0) return wrong(type, value, path, 'value');
      return all(value.items.map((item, index) => check(type.of, item, [...path, index])));
    case 'names':
      if (value.kind === 'text') return fits;
      if (value.kind !== 'list') return wrong(type, value, path);
      if (value.items.every(({ kind }) => kind === 'text')) return fits;
      return all(value.items.map((item, index) => check({ type: 'text' }, item, [...path, index])));
    case 'map':
      return value.kind === 'map'
        ? checkMap(type, value.entries, value, path)
        : wrong(type, value, path);
    case 'any-of':
      return checkAnyOf(type, value, path);
  }
}

const wrong = (
  type: Type,
  value: Value,
  path: Path,
  kind: Problem['kind'] = 'type',
  choices?: readonly string[],
  meant?: string,
): Checked => ({
  problems: [
    {
      ...problem(kind, value, type, path),
      ...(choices && { choices }),
      ...(meant !== undefined && { meant }),
    },
  ],
  coerced: false,
});

function checkChoice(type: Extract<Type, { type: 'one-of' }>, value: Value, path: Path): Checked {
  if (value.kind !== 'text') return wrong(type, value, path, 'type', wordsOf(type.choices));
  const { text } = value;
  for (const choice of type.choices) if (choice.value === text) return fits;
  const lower = type.ignoreCase === true ? text.toLowerCase() : null;
  const fitting =
    (lower !== null && type.choices.some((choice) => choice.value.toLowerCase() === lower)) ||
    type.pattern?.matches.test(text);
  if (fitting) return fits;
  const word = text.trim().toLowerCase();
  const meant = type.choices.find(({ alsoWritten }) => alsoWritten?.includes(word))?.value;
  return wrong(type, value, path, 'value', wordsOf(type.choices), meant);
}

function checkBoolean(type: Extract<Type, { type: 'boolean' }>, value: Value, path: Path): Checked {
  const mismatch = (kind: Problem['kind']): Checked => {
    const words = type.only === undefined ? ['true', 'false'] : [String(type.only)];
    return wrong(type, value, path, kind, words);
  };
  if (value.kind === 'boolean')
    return type.lowerCaseOnly && !/^(?:true|false)$/.test(value.source) ? mismatch('value') : fits;
  if (value.kind !== 'text') return mismatch('type');
  if (type.lowerCaseOnly && value.style === 'plain' && /^(?:true|false)$/.test(value.text))
    return fits;
  const isWord = type.words && [...type.words.true, ...type.words.false].includes(value.text);
  return isWord ? coerced : mismatch('value');
}

function checkInteger(type: Extract<Type, { type: 'integer' }>, value: Value, path: Path): Checked {
  const minimum = type.min ?? Number.MIN_SAFE_INTEGER;
  if (value.kind === 'text' && type.digits && /^\s*[+-]?\d/.test(value.text)) {
    return Number.parseInt(value.text, 10) >= minimum ? coerced : wrong(type, value, path, 'value');
  }
  if (value.kind !== 'number') return wrong(type, value, path);
  const isValid =
    Number.isSafeInteger(value.number) &&
    value.number >= minimum &&
    value.number <= (type.max ?? Number.MAX_SAFE_INTEGER);
  return isValid ? fits : wrong(type, value, path, 'value');
}

function checkMap(
  type: Extract<Type, { type: 'map' }>,
  entries: Extract<Value, { kind: 'map' }>['entries'],
  map: Value,
  path: Path,
): Checked {
  const keys: Readonly<Record<string, KeyType>> = type.keys ?? {};
  const found = entries.map((entry): Checked => {
    const known = Object.hasOwn(keys, entry.key) ? keys[entry.key] : undefined;
    const of = known?.type ?? type.rest;
    if (of) return check(of, entry.value, [...path, entry.key]);
    const names = keysOf(keys);
    return {
      problems: [
        {
          kind: 'unknown-key',
          path: [...path, entry.key],
          span: entry.keySpan,
          expected: { type: 'words', words: names },
          value: entry.value,
          choices: names,
        },
      ],
      coerced: false,
    };
  });
  const missing = Object.entries(keys).flatMap(([key, { required }]): readonly Problem[] =>
    required && !entries.some((entry) => entry.key === key)
      ? [missingKey(map, [...path, key])]
      : [],
  );
  return all([...found, { problems: missing, coerced: false }]);
}

function checkAnyOf(type: Extract<Type, { type: 'any-of' }>, value: Value, path: Path): Checked {
  let nearest: Checked | undefined;
  for (const one of type.types) {
    const checked = check(one, value, path);
    if (checked.problems.length === 0) return checked;
    // The problems inside a value of the right shape are more specific than "none of these".
    if (sameShape(one, value)) nearest ??= checked;
  }
  return nearest ?? wrong(type, value, path);
}

const sameShape = (type: Type, value: Value): boolean =>
  (type.type === 'map' && value.kind === 'map') ||
  (type.type === 'list' && value.kind === 'list') ||
  (type.type === 'one-of' && value.kind === 'text');

const all = (parts: readonly Checked[]): Checked => ({
  problems: parts.flatMap((part) => part.problems),
  coerced: parts.some((part) => part.coerced),
});

/**
 * What no type states, such as `a URL`.
 * @param words for the placeholder `{words}`.
 * @param action what the author should do; without it, correct the value.
 */
export const phrase = (
  text: string,
  words: readonly string[] = [],
  action?: Sentence,
): Expected => ({
  type: 'phrase',
  phrase: text,
  words,
  ...(action !== undefined && { action }),
});

/** A problem that a host's own code finds in a value. @param path below the field. */
export const problem = (
  kind: Problem['kind'],
  value: Value,
  expected: Expected,
  path: Path = [],
): Problem => ({ kind, path, span: value.span, expected, value });

/** The required key that a map lacks. @param path of the key, below the field. */
export const missingKey = (map: Value, path: Path): Problem =>
  problem('missing-key', map, { type: 'keys', keys: [String(path.at(-1))] }, path);
