// The README's animations, and the file format in which they are written.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { animationOf, decode } from '../../scripts/pictures/apng.mjs';

interface Chunk {
  readonly type: string;
  readonly content: Buffer;
}

/** Fails where a checksum is wrong. */
function chunksOf(png: Buffer): readonly Chunk[] {
  const found: Chunk[] = [];
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    assert.equal(png.readUInt32BE(end), crc32(png.subarray(at + 4, end)), type);
    found.push({ type, content: png.subarray(at + 8, end) });
    at = end + 4;
  }
  return found;
}

const typesOf = (png: Buffer): readonly string[] => chunksOf(png).map(({ type }) => type);

/** The fields of a frame: its size, its place and its duration in milliseconds. */
const framesOf = (png: Buffer): readonly (readonly number[])[] =>
  chunksOf(png)
    .filter(({ type }) => type === 'fcTL')
    .map(({ content }) => [
      ...[4, 8, 12, 16].map((at) => content.readUInt32BE(at)),
      content.readUInt16BE(20),
    ]);

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** A PNG with alpha whose rows have these filters. All bytes are the same, so each filter can be computed by hand. */
function pngOf(rows: readonly (readonly number[])[], width: number, alpha = true): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, alpha ? 6 : 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Without alpha and filters. */
const plain = (pixels: readonly (readonly number[])[]): Buffer =>
  pngOf(
    pixels.map((row) => [0, ...row.flatMap((value) => [value, value, value])]),
    pixels[0]?.length ?? 0,
    false,
  );

describe('messages/animation', () => {
  it('reads each filter of a PNG', () => {
    const png = pngOf(
      [
        [0, 10, 10, 10, 255, 10, 10, 10, 255],
        [1, 10, 10, 10, 255, 0, 0, 0, 0],
        [2, 0, 0, 0, 0, 0, 0, 0, 0],
        // Half of the pixel above; then half of the sum of the left one and the one above.
        [3, 5, 5, 5, 128, 0, 0, 0, 0],
        [4, 0, 0, 0, 0, 0, 0, 0, 0],
      ],
      2,
    );
    const { width, height, rgb } = decode(png);
    assert.deepEqual([width, height], [2, 5]);
    assert.deepEqual([...new Set(rgb)], [10]);
    assert.equal(rgb.length, 2 * 5 * 3);
  });

  it('writes the first frame whole, and of the others what changed', () => {
    const [first, second] = [
      [1, 1, 1, 1],
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ].reduce<[number[][], number[][]]>(
      ([a, b], row, y) => [
        [...a, row],
        [...b, y === 1 ? [1, 7, 9, 1] : y === 2 ? [1, 1, 8, 1] : row],
      ],
      [[], []],
    );
    const png = animationOf([
      { png: plain(first), milliseconds: 100 },
      { png: plain(second), milliseconds: 2500 },
    ]);
    assert.deepEqual(typesOf(png), ['IHDR', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'IEND']);
    assert.deepEqual(framesOf(png), [
      [4, 3, 0, 0, 100],
      [2, 2, 1, 1, 2500],
    ]);
    assert.deepEqual([...new Set(decode(png).rgb)], [1]);
    const data = chunksOf(png)
      .find(({ type }) => type === 'fdAT')
      ?.content.subarray(4);
    assert.ok(data);
    // Each row is written as the difference to the one above. What did not change is transparent.
    assert.deepEqual(
      [...inflateSync(data)],
      [2, 7, 7, 7, 255, 9, 9, 9, 255, 2, 249, 249, 249, 1, 255, 255, 255, 0],
    );
  });

  it('keeps a frame in which nothing changed', () => {
    const same = { png: plain([[5, 5]]), milliseconds: 10 };
    assert.deepEqual(framesOf(animationOf([same, same]))[1], [1, 1, 0, 0, 10]);
  });

  it('refuses what it cannot write', () => {
    assert.throws(() => animationOf([]), /needs a frame/);
    const frames = [plain([[1]]), plain([[1, 1]])].map((png) => ({ png, milliseconds: 1 }));
    assert.throws(() => animationOf(frames), /several sizes/);
    assert.throws(() => decode(Buffer.from('GIF89a..')), /Not a PNG/);
  });

  for (const theme of ['dark', 'light'])
    it(`images/editor-${theme}.png shows the typing, and is small`, () => {
      const png = readFileSync(`images/editor-${theme}.png`);
      assert.ok(framesOf(png).length >= 6, String(framesOf(png).length));
      assert.ok(png.length < 600_000, String(png.length));
    });
});
