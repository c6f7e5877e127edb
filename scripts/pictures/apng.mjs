// Puts screenshots together as one animated PNG. Each frame after the first contains only the rectangle that changed, in which
// pixels that did not change are transparent.
// Format: https://www.w3.org/TR/png-3/ (acTL, fcTL, fdAT).
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * @param frames `{ png, milliseconds }`: 8-bit PNGs without interlacing, in RGB or RGBA, all of the same size
 * @returns an opaque animation that is repeated without end, as a Buffer
 */
export function animationOf(frames) {
  const images = frames.map(({ png }) => decode(png));
  const [first] = images;
  if (!first) throw new Error('An animation needs a frame.');
  const { width, height } = first;
  if (images.some((one) => one.width !== width || one.height !== height))
    throw new Error('The frames have several sizes.');
  let sequence = 0;
  const chunks = images.flatMap((image, index) => {
    const before = images[index - 1];
    const box = before ? changedBox(before, image) : { x: 0, y: 0, width, height };
    const data = deflateSync(filtered(image, box, before), { level: 9 });
    const control = chunk('fcTL', [
      ...[u32(sequence++), u32(box.width), u32(box.height), u32(box.x), u32(box.y)],
      ...[u16(frames[index].milliseconds), u16(1000), Buffer.from([0, before ? 1 : 0])],
    ]);
    return [control, index === 0 ? chunk('IDAT', [data]) : chunk('fdAT', [u32(sequence++), data])];
  });
  const header = [u32(width), u32(height), Buffer.from([8, 6, 0, 0, 0])];
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('acTL', [u32(images.length), u32(0)]),
    ...chunks,
    chunk('IEND', []),
  ]);
}

/** `{ width, height, rgb }`, of which `rgb` has three bytes for each pixel. Transparency is dropped. */
export function decode(png) {
  if (!png.subarray(0, 8).equals(signature)) throw new Error('Not a PNG.');
  const data = [];
  let header;
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = content;
    if (type === 'IDAT') data.push(content);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, color, , , interlace] = header.subarray(8);
  const size = { 2: 3, 6: 4 }[color];
  if (depth !== 8 || size === undefined || interlace !== 0)
    throw new Error('Only PNGs in RGB or RGBA, 8 bits, without interlacing.');
  return { width, height, rgb: unfiltered(inflateSync(Buffer.concat(data)), width, height, size) };
}

function unfiltered(raw, width, height, size) {
  const rgb = Buffer.alloc(width * height * 3);
  const length = width * size;
  let above = Buffer.alloc(length);
  for (let y = 0; y < height; y++) {
    const start = y * (length + 1);
    const filter = raw[start];
    const row = Buffer.from(raw.subarray(start + 1, start + 1 + length));
    for (let x = 0; x < length; x++) {
      const left = x < size ? 0 : row[x - size];
      const corner = x < size ? 0 : above[x - size];
      row[x] += predicted(filter, left, above[x], corner);
    }
    for (let x = 0; x < width; x++) row.copy(rgb, (y * width + x) * 3, x * size, x * size + 3);
    above = row;
  }
  return rgb;
}

function predicted(filter, left, up, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(left + up - corner - one));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The smallest rectangle with every changed pixel: one pixel where nothing changed, because a frame cannot be empty. */
function changedBox(before, { width, height, rgb }) {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      if (rgb.compare(before.rgb, at, at + 3, at, at + 3) === 0) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  if (right < 0) return { x: 0, y: 0, width: 1, height: 1 };
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The rows of the rectangle in RGBA. Each byte is the difference to the row above, which compresses flat areas best. */
function filtered({ width, rgb }, box, before) {
  const length = box.width * 4;
  const rows = Buffer.alloc(box.height * (length + 1));
  let above = Buffer.alloc(length);
  for (let y = 0; y < box.height; y++) {
    const row = Buffer.alloc(length);
    for (let x = 0; x < box.width; x++) {
      const at = ((box.y + y) * width + box.x + x) * 3;
      const isSame = before && rgb.compare(before.rgb, at, at + 3, at, at + 3) === 0;
      if (!isSame) row.set([rgb[at], rgb[at + 1], rgb[at + 2], 255], x * 4);
    }
    const to = y * (length + 1);
    rows[to] = 2;
    for (let x = 0; x < length; x++) rows[to + 1 + x] = row[x] - above[x];
    above = row;
  }
  return rows;
}

function chunk(type, parts) {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
  return Buffer.concat([u32(content.length - 4), content, u32(crc32(content))]);
}

function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function u16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
