// Reads heads with CRLF line breaks without the parser: converts them to LF, and maps all spans back.
import type { Span } from '../text/span';
import { parseSimpleYaml } from './simple-yaml';
import { mapValueSpans, type Value } from './value';

/**
 * The value as the reference parser reads it, to which CRLF is one line break; hosts may differ. Null where the parser is
 * needed.
 * @param base offset of `text` in the file.
 */
export function parseSimpleCrlf(text: string, base: number): Value | null {
  const plain = parseSimpleYaml(text.replaceAll('\r\n', '\n'), 0);
  if (!plain || plain.colons.length > 0) return null;
  const offsets = originalOffsets(text);
  const originalOffset = (offset: number): number => base + (offsets[offset] ?? 0);
  const mapSpan = ({ start, end }: Span): Span => ({
    start: originalOffset(start),
    end: originalOffset(end),
  });
  return mapValueSpans(plain.root, mapSpan);
}

/** The original offset of each character of the converted text; for a line break, that of its CR. */
function originalOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    offsets[count++] = at;
    if (text.charCodeAt(at) === 13) at++;
  }
  offsets[count] = text.length;
  return offsets;
}
