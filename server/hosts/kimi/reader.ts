// How Kimi Code 2.1.0 reads an agent file. A line with nothing but three dashes and white space is a fence, and the first one must
// be the first line. The rest is strict: it skips the file at the first error.

import type { Outline } from '../../agent/outline';
import type { Span } from '../../text/span';
import { convertScalars, type Entry, entryOf, textOf } from '../../yaml/value';
import { parseFrontmatter, retypedFields } from '../judge/js-yaml';
import { colonFault, simpleRoot } from '../judge/simple-frontmatter';
import { dateIn } from '../judge/value-from-data';
import type { LocatedFile } from '../model/located-file';
import type { Flaw, FlawCode, ReadAgent, Reader, Reading } from '../model/reading';
import { isBuiltIn, isName, nameOfFile } from './names';

export const reader: Reader = ({ outline, place }): Reading => {
  const fences = fencesIn(outline.text);
  if (!fences) return withoutHead(outline);
  const read = fieldsIn(outline, fences.head);
  if ('code' in read) return { agents: [], flaws: [read] };
  const prompt = promptFrom(outline.text, fences.body);
  const flaws = nameFlaws(read.fields, place);
  if (prompt.text === '') {
    const span = outline.closing ?? prompt.span;
    flaws.push({ code: 'short-prompt', span, fatal: true });
  }
  return { agents: [{ fields: read.fields, prompt }], flaws };
};

interface Fences {
  /** The lines between the fences. */
  readonly head: Span;
  /** The offset of the line after the closing fence. */
  readonly body: number;
}

const isFence = (line: string): boolean => line.trim() === '---';

function fencesIn(text: string): Fences | null {
  const first = text.indexOf('\n');
  if (first < 0 || !isFence(text.slice(0, first))) return null;
  for (let start = first + 1; start <= text.length; ) {
    const lf = text.indexOf('\n', start);
    const end = lf < 0 ? text.length : lf;
    // White space is short next to a fence, and other lines may be long.
    if (isFence(text.slice(start, end)))
      return { head: { start: first + 1, end: start }, body: Math.min(end + 1, text.length) };
    start = end + 1;
  }
  return null;
}

function withoutHead({ opening, closing, text, language }: Outline): Reading {
  const refuse = (code: FlawCode, span: Span): Reading => ({
    agents: [],
    flaws: [{ code, span, fatal: true }],
  });
  const lf = text.indexOf('\n');
  if (isFence(lf < 0 ? text : text.slice(0, lf)))
    return refuse('unclosed-fence', closing ?? opening ?? { start: 0, end: Math.max(0, lf) });
  if (!opening) return refuse('no-frontmatter', { start: 0, end: 0 });
  const isFirst =
    text.slice(0, opening.start).trim() === '' && !text.slice(0, opening.start).includes('\n');
  return refuse(isFirst || language !== '' ? 'fence-language' : 'leading-text', opening);
}

/** The fields, or why the program skips the file. @param lines the span of the lines between the fences. */
function fieldsIn(outline: Outline, lines: Span): { readonly fields: readonly Entry[] } | Flaw {
  const { text } = outline;
  const head = trimmed(text, lines);
  if (head.start === head.end) return { fields: [] };
  // White space at both ends is cut off: before the first key it is its indentation, at the end it may belong to a value.
  const isWhole = head.start === lines.start && /^\r?\n$/.test(text.slice(head.end, lines.end));
  if (isWhole) {
    const simple = simpleRoot(outline, lines);
    if (simple) return { fields: retypedFields(convertScalars(simple.entries, dateIn)) };
    const colon = colonFault(outline, { start: lines.start, end: lines.end - 1 });
    if (colon) return { code: 'yaml', span: colon.span, message: colon.code, fatal: true };
  }
  const parsed = parseFrontmatter(outline, head);
  if (parsed.kind === 'unknown') return { code: 'too-large', span: head, fatal: true };
  if (parsed.kind === 'failed') {
    const code = parsed.reason === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml';
    return { code, span: parsed.at, message: parsed.reason, fatal: true };
  }
  const { root } = parsed;
  if (root.kind === 'map') return { fields: root.entries };
  // A date has no fields, but it is an object.
  return root.kind === 'null' || root.kind === 'date'
    ? { fields: [] }
    : { code: 'not-a-mapping', span: head, fatal: true };
}

/** Without white space at both ends. */
function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}

function promptFrom(text: string, from: number): ReadAgent['prompt'] {
  const span = trimmed(text, { start: from, end: text.length });
  return { text: text.slice(span.start, span.end), span };
}

/** What is wrong with a name that comes from the file name, or with one that is correct by itself. */
function nameFlaws(fields: readonly Entry[], place: LocatedFile): Flaw[] {
  const written = entryOf(fields, 'name')?.value;
  const isAbsent = !written || written.kind === 'null' || textOf(written)?.trim() === '';
  const name = isAbsent ? nameOfFile(place.path) : textOf(written)?.trim();
  const span = isAbsent ? { start: 0, end: 0 } : written.span;
  if (isAbsent && !isName(name ?? '')) return [{ code: 'name-breaks-host', span, fatal: true }];
  const override = entryOf(fields, 'override')?.value;
  const isOverride = override?.kind === 'boolean' && override.boolean;
  return name !== undefined && isBuiltIn(name) && !isOverride
    ? [{ code: 'name-vanishes', span, fatal: true }]
    : [];
}
