// Parts of the judge that no file of the recorded cases reaches in every way: places of names, and values that hosts share.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { commonValues } from '../../server/hosts/judge/common-values';
import { commaNamesIn } from '../../server/hosts/judge/tools/comma-names';
import type { Type } from '../../server/hosts/model/type';

describe('the names in a string with commas', () => {
  for (const [value, names] of [
    ['a, bc', ['a', 'bc']],
    ['"a, bc"', ['a', 'bc']],
    ['[a, "b c", \'d\']', ['a', 'b c', 'd']],
    ['Bash(git, diff), Bash(git, log)', ['Bash(git', 'diff)', 'Bash(git', 'log)']],
    ['a(b), b, a(b)', ['a(b)', 'b', 'a(b)']],
    [', ,', []],
  ] as const)
    for (const end of ['\n', '\r\n'])
      it(`have their places in ${value}${end === '\n' ? '' : ' with CR'}`, () => {
        const text = ['---', `tools: ${value}`, '---', ''].join(end);
        const [field] = outlineOf(text).fields;
        const found = commaNamesIn(text, field?.value);
        assert.deepEqual(
          found.map((one) => one.text),
          names,
        );
        assert.deepEqual(
          found.map(({ span }) => text.slice(span.start, span.end)),
          names,
        );
        const starts = found.map(({ span }) => span.start);
        assert.deepEqual(
          [...new Set(starts)],
          starts.toSorted((a, b) => a - b),
        );
      });
});

describe('the values that several hosts accept', () => {
  const words = (...values: readonly string[]): Type => ({
    type: 'one-of',
    choices: values.map((value) => ({ value, means: '' })),
  });
  const open: Type = {
    type: 'one-of',
    choices: [{ value: 'b', means: '' }],
    pattern: { matches: /^x-/, description: '', example: 'x-1' },
  };
  const number: Type = { type: 'integer' };
  for (const [what, types, expected] of [
    ['the words of both', [words('a', 'b'), words('b', 'c')], { isEmpty: false, words: ['b'] }],
    ['no word', [words('a'), words('c')], { isEmpty: true, words: [] }],
    ['no kind of value', [words('a'), number], { isEmpty: true, words: [] }],
    [
      'words of a list of types',
      [{ type: 'any-of', types: [words('a', 'b'), number] }, words('b', 'c')],
      { isEmpty: false, words: ['b'] },
    ],
    [
      'a number, where both may be one',
      [
        { type: 'any-of', types: [words('a'), number] },
        { type: 'any-of', types: [words('b'), number] },
      ],
      { isEmpty: false, words: [] },
    ],
    [
      'what a pattern accepts',
      [open, { type: 'any-of', types: [open] }],
      { isEmpty: false, words: ['b'] },
    ],
    [
      'what no pattern lists',
      [{ type: 'any-of', types: [words('a')] }, open],
      { isEmpty: true, words: [] },
    ],
    ['anything', [{ type: 'any' }, words('a')], { isEmpty: false, words: ['a'] }],
  ] as const satisfies readonly (readonly [string, readonly Type[], object])[])
    it(`are ${what}`, () => {
      assert.deepEqual(commonValues(types), expected);
    });
});
