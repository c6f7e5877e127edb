// Which kind of value a problem asks for, where a fix depends on it. Problems that a host's own code finds have no declared
// type and are recognized by their words.
import { expectation } from '../hosts/judge/check';
import type { Problem } from '../hosts/model/problem';
import type { Type } from '../hosts/model/type';

/** A string, perhaps among other kinds. */
export const expectsString = ({ type, expected }: Problem): boolean =>
  type
    ? isString(type)
    : [expectation({ type: 'text' }), expectation({ type: 'text', nonEmpty: true })].includes(
        expected,
      ) || /^a text\b/.test(expected);

/** A list of anything but maps. */
export const expectsList = ({ type, expected }: Problem): boolean =>
  type
    ? type.type === 'list' && !type.nonEmpty && type.of.type !== 'map'
    : expected === expectation({ type: 'list', of: { type: 'text' } });

/** A number and nothing else. */
export const expectsNumber = ({ type, expected }: Problem): boolean =>
  type
    ? type.type === 'number' || type.type === 'integer'
    : /^an? (?:whole |positive )?(?:number|integer)\b/.test(expected);

/** One word, and no list or map. */
export const expectsWord = (problem: Problem): boolean =>
  problem.type
    ? isWord(problem.type)
    : expectsString(problem) ||
      !/\b(?:list|map|true|number|integer|anything)\b/.test(problem.expected);

const isString = (type: Type): boolean =>
  type.type === 'text' || (type.type === 'any-of' && type.types[0]?.type === 'text');

const isWord = (type: Type): boolean =>
  isString(type) ||
  type.type === 'one-of' ||
  (type.type === 'any-of' && type.types.every((one) => isWord(one)));
