// Positions in the units of each encoding, also where a line ends with CR and LF, and within a character.
import assert from 'node:assert/strict';
import {
  encodedDocument,
  encodingFor,
  unitsBetween,
  updatedDocument,
} from '../../server/lsp/documents/encoded-document';

// One character of each length: 1, 2, 3 and 4 bytes in UTF-8.
const text = 'aé審🎉b\r\n🎉last';
/** For each character of the first line, its offset and its column in each encoding. */
const columns = {
  'utf-8': [0, 1, 3, 6, 10, 11],
  'utf-16': [0, 1, 2, 3, 5, 6],
  'utf-32': [0, 1, 2, 3, 4, 5],
} as const;
const offsets = columns['utf-16'];

describe('a document', () => {
  for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
    const document = () => encodedDocument(encoding, 'file:///a.md', 'markdown', 1, text);

    it(`in ${encoding} has a position for each offset, and the other way round`, () => {
      offsets.forEach((offset, index) => {
        const position = { line: 0, character: columns[encoding][index] ?? 0 };
        assert.deepEqual(document().positionAt(offset), position);
        assert.equal(document().offsetAt(position), offset);
      });
      assert.deepEqual(document().positionAt(text.indexOf('last')), {
        line: 1,
        character: { 'utf-8': 4, 'utf-16': 2, 'utf-32': 1 }[encoding],
      });
      assert.equal(document().offsetAt({ line: 1, character: 99 }), text.length);
      assert.equal(document().offsetAt({ line: 9, character: 0 }), text.length);
      assert.equal(unitsBetween(document(), 3, 5), columns[encoding][4] - columns[encoding][3]);
    });

    it(`in ${encoding} is changed at such positions`, () => {
      const at = (index: number) => ({ line: 0, character: columns[encoding][index] ?? 0 });
      const changed = updatedDocument(
        document(),
        [
          { range: { start: at(3), end: at(4) }, text: '🎊🎊' },
          {
            range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
            text: '-',
          },
        ],
        2,
      );
      assert.equal(changed.getText(), 'aé審🎊🎊b\r\n-🎉last');
      assert.equal(changed.version, 2);
      assert.equal(changed.getText({ start: at(0), end: at(3) }), 'aé審');
    });
  }

  for (const encoding of ['utf-8', 'utf-32'] as const)
    it(`in ${encoding} has no position within a character`, () => {
      const document = encodedDocument(encoding, 'file:///a.md', 'markdown', 1, text);
      const start = document.positionAt(3);
      assert.deepEqual(document.positionAt(4), start, 'between the halves of a pair');
      const within = { line: 0, character: start.character + 1 };
      assert.equal(document.offsetAt(within), encoding === 'utf-8' ? 3 : 5);
    });

  it('uses the first encoding of the client that the server knows', () => {
    assert.equal(encodingFor(undefined), 'utf-16');
    assert.equal(encodingFor([]), 'utf-16');
    assert.equal(encodingFor(['utf-7', 'utf-32', 'utf-8']), 'utf-32');
    assert.equal(encodingFor(['toString']), 'utf-16');
  });
});
