// The second reader of Qwen Code, which it uses for every frontmatter that its YAML parser rejects. It reads line by line: two
// levels of keys, lists that are indented by exactly two spaces, and no quotes but double ones.
import type { Span } from '../../text/span';
import { type Entry, mapEntrySpans, type Value } from '../../yaml/value';

interface Line {
  readonly text: string;
  readonly start: number;
}

interface Pair {
  readonly key: string;
  readonly keyStart: number;
  readonly value: string;
  readonly valueStart: number;
}

/** The fields of the text; the last of several with one name. @param base offset of `source` in the file (UTF-16). */
export function readLines(source: string, base: number): readonly Entry[] {
  const reader = new LineReader();
  const lines = linesOf(source);
  for (const [index, line] of lines.entries()) reader.read(line, lines[index + 1]?.text ?? '');
  return reader
    .finish()
    .map((entry) =>
      mapEntrySpans(entry, (span) => ({ start: span.start + base, end: span.end + base })),
    );
}

/** A key whose value is in the lines after it. */
interface Opened {
  readonly key: string;
  readonly span: Span;
}

const nothing: Opened = { key: '', span: { start: 0, end: 0 } };

class LineReader {
  private readonly fields = new Map<string, Entry>();
  /** The key that the next list belongs to. */
  private opened = nothing;
  private items: Value[] | null = null;
  private map: { readonly of: Opened; readonly entries: Map<string, Entry> } | null = null;

  read(line: Line, next: string): void {
    if (line.text.startsWith(itemStart)) {
      this.items ??= [];
      this.items.push(scalar(trimmed(line.text, itemStart.length, line.start)));
      return;
    }
    this.closeList();
    if (line.text.startsWith('  ') && this.map) {
      const pair = pairIn(line);
      set(this.map.entries, openedBy(pair), scalar(pair));
      return;
    }
    this.closeMap();
    if (line.text.includes(':')) this.readField(pairIn(line), next);
  }

  finish(): readonly Entry[] {
    this.closeList();
    this.closeMap();
    return [...this.fields.values()].filter(({ key }) => key !== '');
  }

  private readField(pair: Pair, next: string): void {
    const key = openedBy(pair);
    if (pair.value !== '') {
      set(this.fields, key, scalar(pair));
      return;
    }
    this.opened = key;
    if (next.startsWith(itemStart) || !next.startsWith('  ')) return;
    this.map = { of: key, entries: new Map() };
    this.opened = nothing;
  }

  private closeList(): void {
    if (!this.items) return;
    const items = this.items.filter(isNotNull);
    const span = { start: this.items[0]?.span.start ?? 0, end: this.items.at(-1)?.span.end ?? 0 };
    set(this.fields, this.opened, { kind: 'list', items, flow: false, span });
    this.items = null;
    this.opened = nothing;
  }

  private closeMap(): void {
    if (!this.map) return;
    const { of, entries: found } = this.map;
    const entries = [...found.values()];
    const span = {
      start: entries[0]?.span.start ?? of.span.end,
      end: Math.max(of.span.end, ...entries.map((entry) => entry.span.end)),
    };
    set(this.fields, of, { kind: 'map', entries, flow: false, span });
    this.map = null;
  }
}

/** A list is indented by exactly two spaces. */
const itemStart = '  - ';

const openedBy = ({ key, keyStart }: Pair): Opened => ({
  key,
  span: { start: keyStart, end: keyStart + key.length },
});

/** A later value replaces an earlier one with the same key, and a null removes it. */
function set(entries: Map<string, Entry>, { key, span: keySpan }: Opened, value: Value): void {
  entries.delete(key);
  if (value.kind === 'null') return;
  const span = { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) };
  entries.set(key, { key, keySpan, value, span });
}

const isNotNull = ({ kind }: Value): boolean => kind !== 'null';

/** The lines that are neither blank nor comments. */
function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const text of source.split('\n')) {
    const content = text.trim();
    if (content !== '' && !content.startsWith('#')) lines.push({ text, start });
    start += text.length + 1;
  }
  return lines;
}

/** The key before the first colon and the rest, both trimmed; without a colon, the whole line is the key. */
function pairIn({ text, start }: Line): Pair {
  const colon = text.indexOf(':');
  const before = colon < 0 ? text : text.slice(0, colon);
  const key = before.trim();
  const keyStart = start + before.length - before.trimStart().length;
  const from = colon < 0 ? text.length : colon + 1;
  return { key, keyStart: key === '' ? start : keyStart, ...trimmed(text, from, start) };
}

/** @param from the offset in the line after which the value begins. */
function trimmed(text: string, from: number, start: number): Pick<Pair, 'value' | 'valueStart'> {
  const rest = text.slice(from);
  const value = rest.trim();
  const valueStart = value === '' ? start + from : start + from + rest.indexOf(value);
  return { value, valueStart };
}

function scalar({ value, valueStart }: Pick<Pair, 'value' | 'valueStart'>): Value {
  const span = { start: valueStart, end: valueStart + value.length };
  if (value === 'true' || value === 'false')
    return { kind: 'boolean', boolean: value === 'true', source: value, span };
  if (value === 'null') return { kind: 'null', source: value, span };
  if (value.length >= 2 && value.startsWith('"') && value.endsWith('"')) {
    const text = value.slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\');
    return { kind: 'text', text, style: 'double', span };
  }
  const number = Number(value);
  if (value !== '' && Number.isFinite(number))
    return { kind: 'number', number, source: value, span };
  return { kind: 'text', text: value, style: 'plain', span };
}
