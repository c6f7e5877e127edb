// Adds an entry to a map in the frontmatter, in the style of its other entries.
import { addProperty } from '../../agent/write-json';
import type { Edits, Writer } from '../../agent/writer';
import type { Value } from '../../yaml/value';

/**
 * Empty for an empty map, which has no style to follow.
 * @param yaml the value, on one line
 */
export function addEntry(writer: Writer, map: Value, key: string, yaml: string): Edits {
  const { text, eol } = writer.outline;
  if (map.kind !== 'map') return [];
  if (writer.outline.form === 'json') return addProperty(writer.outline, map, key, yaml);
  const first = map.entries[0];
  const last = map.entries.at(-1);
  if (!first || !last) return [];
  const end = last.span.start + text.slice(last.span.start, last.span.end).trimEnd().length;
  if (map.flow) return writer.inYaml([{ span: { start: end, end }, text: `, ${key}: ${yaml}` }]);
  const lineStart = text.lastIndexOf('\n', first.keySpan.start - 1) + 1;
  const indent = text.slice(lineStart, first.keySpan.start).replaceAll(/\S/g, ' ');
  const lineEnd = text.indexOf('\n', end);
  if (lineEnd < 0) return [];
  const at = lineEnd + 1;
  return writer.inYaml([{ span: { start: at, end: at }, text: `${indent}${key}: ${yaml}${eol}` }]);
}
