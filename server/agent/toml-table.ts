// An agent that is a table of a configuration file in TOML. Its fields are the lines below the header of the table.
import { memoizeLast } from '../text/memoize-last';
import type { Entry } from '../yaml/value';
import { lineFrom } from './caret-lines';
import { type Outline, outlineOfConfiguration } from './outline';
import { noSketch, sketchToml } from './toml-sketch';

/** The outline of a configuration file. Its tables are read from the same one. */
export const tomlOf = memoizeLast(outlineOfConfiguration);

/**
 * The outline of a table, whose head goes from the line after its header to the next header. A table without lines of its own
 * is only read.
 * @param entry the name of the table with its fields; undefined if there is no such table.
 * @param path the names in its header.
 */
export function tomlTableOutline(
  text: string,
  entry: Entry | undefined,
  path: readonly string[],
): Outline {
  const whole = tomlOf(text);
  const end = { start: text.length, end: text.length };
  const root = entry?.value ?? null;
  const head = (entry && linesBelow(whole, entry, path)) ?? null;
  return {
    ...whole,
    opening: entry?.keySpan ?? null,
    head: head ?? root?.span ?? end,
    // The prompt is in the file that the table names.
    body: end,
    root,
    fields: root?.kind === 'map' ? root.entries : [],
    errors: [],
    sketch: head ? sketchToml(text, head) : noSketch,
    isTable: true,
    ...(!head && { isInline: true }),
  };
}

/** Null for an inline table, for one whose keys are written with the names of the tables that contain it, and for a bare header. */
function linesBelow(
  { text, sketch }: Outline,
  { keySpan }: Entry,
  path: readonly string[],
): Outline['head'] | null {
  const headers = (sketch?.slots ?? []).filter(({ opens }) => opens);
  const own = headers.findIndex(
    (header) =>
      header.start <= keySpan.start &&
      keySpan.end <= header.end &&
      header.path.length === path.length,
  );
  const header = headers[own];
  if (!header) return null;
  const { end, next } = lineFrom(text, header.end, text.length);
  // A header without a line break has no lines yet.
  return end === next ? null : { start: next, end: headers[own + 1]?.start ?? text.length };
}
