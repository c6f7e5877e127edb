// Lines of arbitrary characters: they are split where the operating system splits them, and the fast path agrees with the slow
// one.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Cell, cellsOf, cut, widthOf } from '../../server/cli/report/cells';
import { excerpt } from '../../server/cli/report/excerpt';
import { times } from '../support/share';

const character = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...'aZ0#*é\u00a0\u00a9ø—…', 'tools: ', 'a longer stretch'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...'審査を한ーㄱ\u1112\u1161\u11ab',
      '👩',
      '💻',
      '🎉',
      '🛠',
      '🇩',
      '🇪',
    ),
  },
  // What is joined to the sign before it, or to the one behind it.
  {
    weight: 3,
    arbitrary: fc.constantFrom(...'\u0301\u200d\ufe0f\u20e3\u0600\u0e33\u094d\u0915\u3099', '🏽'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...'\t\r\u001b\u007f\u00ad\u200b\u202e\u2028\ufeff',
      '\ud83d',
      '\udcbb',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) },
);
const line = fc
  .array(character, { maxLength: 30 })
  .map((characters) => characters.join('').replaceAll('\n', ''));

/** Where each sign begins. */
const startsOf = (cells: readonly Cell[]): readonly number[] =>
  cells.flatMap(({ isPlain, offset, length }) =>
    isPlain ? Array.from({ length }, (_, index) => offset + index) : offset,
  );

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

describe('a line of any letters', () => {
  it('counts the same characters as the operating system', () => {
    fc.assert(
      fc.property(line, (text) => {
        const segments = [...segmenter.segment(text)];
        const cells = cellsOf(text);
        assert.deepEqual(
          startsOf(cells),
          segments.map(({ index }) => index),
        );
        if (text.includes('\t')) return;
        const widths = segments.map(({ segment }) => widthOf(segment));
        assert.equal(
          widthOf(text),
          widths.reduce((sum, width) => sum + width, 0),
        );
      }),
      { numRuns: times(3000) },
    );
  });

  it('is cut to the columns that there are', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 40 }), (text, columns) => {
        const shown = cut(text, columns);
        assert.ok(widthOf(shown.replaceAll('\t', ' ')) <= columns || shown === text);
      }),
    );
  });

  it('is underlined alike where it is short and plain and where it is not', () => {
    const plain = fc.string({ maxLength: 50 });
    const place = fc.nat(60);
    fc.assert(
      fc.property(
        plain,
        place,
        place,
        fc.integer({ min: 40, max: 60 }),
        (text, from, to, columns) => {
          const mark = { from: Math.min(from, to), to: Math.max(from, to), color: 'red' };
          const paint = (carets: string, color: string): string => `${color}(${carets})`;
          // Two at one token take the long way.
          assert.deepEqual(
            excerpt(text, [mark], columns, paint),
            excerpt(text, [mark, mark], columns, paint),
          );
        },
      ),
    );
  });
});
