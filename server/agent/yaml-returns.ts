// Heads whose lines end with CR and LF, read without the parser: as one with LF is, each place moved to where it stood.
import type { Span } from '../text/span';
import { plainYaml } from './plain-yaml';
import { carryValue, type Value } from './value';

/**
 * To the parser of record CR and LF are one line break; what a host makes of them is for its reader to say. Null where it
 * takes the parser.
 * @param base offset of `text` in the file.
 */
export function plainWithReturns(text: string, base: number): Value | null {
  const plain = plainYaml(text.replaceAll('\r\n', '\n'), 0);
  if (!plain || plain.colons.length > 0) return null;
  const places = placesWithReturns(text);
  const placeOf = (offset: number): number => base + (places[offset] ?? 0);
  const carry = ({ start, end }: Span): Span => ({ start: placeOf(start), end: placeOf(end) });
  return carryValue(plain.root, carry);
}

/** Where each sign of a text stood before CR and LF became LF: the line break where the CR did. */
function placesWithReturns(text: string): Uint32Array {
  const places = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    places[count++] = at;
    if (text.charCodeAt(at) === 13) at++;
  }
  places[count] = text.length;
  return places;
}
