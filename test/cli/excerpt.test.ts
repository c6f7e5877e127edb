// Which part of a long line is shown, and where its token is underlined.
import assert from 'node:assert/strict';
import { excerpt, isSeenWhole } from '../../server/cli/report/excerpt';

const line = '0123456789abcdefghij';
const shown = (text: string, from: number, to: number, columns = 10): readonly [string, string] => {
  const found = excerpt(text, [{ from, to, color: 0 }], columns, (carets) => carets);
  return [found.line, found.marks];
};

describe('an excerpt of a line', () => {
  // The line has 20 columns, of which 10 are shown.
  for (const [from, to, text, marks] of [
    [0, 1, '012345678…', '^'],
    [4, 6, '012345678…', '    ^^'],
    [5, 6, '…23456789…', '    ^'],
    [8, 12, '…56789abc…', '    ^^^^'],
    [13, 14, '…abcdefgh…', '    ^'],
    [14, 15, '…bcdefghij', '    ^'],
    [18, 20, '…bcdefghij', '        ^^'],
    [19, 20, '…bcdefghij', '         ^'],
    [0, 20, '012345678…', '^^^^^^^^^'],
  ] as const)
    it(`shows ${line.slice(from, to)}`, () => {
      assert.deepEqual(shown(line, from, to), [text, marks]);
    });

  it('is the whole line up to the width', () => {
    assert.deepEqual(shown(line, 18, 20, 20), [line, `${' '.repeat(18)}^^`]);
    assert.deepEqual(shown('審査する', 2, 4, 8), ['審査する', '    ^^^^']);
    assert.deepEqual(shown('', 0, 0), ['', '^']);
    assert.deepEqual(shown('tools:', 6, 6), ['tools:', '      ^']);
  });

  it('splits no wide character', () => {
    for (const columns of [5, 6, 7]) {
      const [text] = shown('審査する審査する', 5, 6, columns);
      assert.match(text, /^… ?[審査する]+…?$/);
    }
  });

  it('is one for several tokens only if they fit into half of it', () => {
    const marks = (from: number, to: number) => [
      { from, to: from + 1, color: 0 },
      { from: to - 1, to, color: 0 },
    ];
    assert.equal(isSeenWhole(line, marks(8, 13), 10), true);
    assert.equal(isSeenWhole(line, marks(8, 14), 10), false);
    assert.equal(isSeenWhole(line, marks(0, 20), 20), true);
  });
});
