// What Grok Build 1.0.41 reads of the frontmatter of a skill or a command that is no YAML and that its repair does not make YAML:
// the first value of each of a few fields, from lines in column 0.
import { type Span, slice } from '../../text/span';
import type { Entry } from '../../yaml/value';
import { isQuoted } from '../judge/reading/quote-special';

/** The fields that it looks for. */
const keysByLine: readonly string[] = ['name', 'description', 'when-to-use', 'when_to_use'];

/** The fields in source order. @param head from the dashes of the first fence to the line before the second. */
export function readByLine(text: string, head: Span): readonly Entry[] {
  const found = new Map<string, Entry>();
  let { start } = head;
  for (const line of slice(text, head).split('\n')) {
    const entry = entryIn(line, start);
    if (entry && !found.has(entry.key)) found.set(entry.key, entry);
    start += line.length + 1;
  }
  return [...found.values()];
}

function entryIn(line: string, start: number): Entry | null {
  const [whole = '', key = ''] = /^([\w-]+)\s*:\s*/.exec(line) ?? [];
  if (!keysByLine.includes(key)) return null;
  const raw = line.slice(whole.length).trimEnd();
  const isInQuotes = raw.length > 1 && isQuoted(raw);
  const value = isInQuotes ? raw.slice(1, -1) : withoutComment(raw);
  if (value === '' || /^[|>][-+\d]*$/.test(value)) return null;
  const from = start + whole.length;
  const span = { start: from, end: from + raw.length };
  return {
    key,
    keySpan: { start, end: start + key.length },
    value: { kind: 'text', text: value, style: 'plain', span },
    span: { start, end: span.end },
  };
}

function withoutComment(value: string): string {
  const at = value.indexOf(' #');
  return at < 0 ? value : value.slice(0, at).trimEnd();
}
