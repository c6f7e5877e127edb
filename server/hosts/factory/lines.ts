// The second reader of Factory Droid, for a frontmatter in which its YAML parser finds an error or no map. It reads line by line:
// indentation has no meaning, the last of several values with one key counts, and everything but true and false is a string.
import type { Entry, Value } from '../../yaml/value';

/** Fields whose value may be in the lines after the key, and whose strings are lists separated by commas. */
const lists: ReadonlySet<string> = new Set(['tools', 'mcpServers']);

interface Line {
  readonly text: string;
  readonly start: number;
}

/** The fields of the text. @param base offset of `source` in the file (UTF-16). */
export function readLines(source: string, base: number): readonly Entry[] {
  const fields = new Map<string, Entry>();
  let opened: { readonly entry: Entry; readonly items: Value[] } | null = null;
  for (const line of linesOf(source, base)) {
    if (opened && line.text.startsWith('- ')) {
      const item = part(line, 2, line.text.length);
      const span = { start: item.start, end: item.start + item.text.length };
      opened.items.push({ kind: 'text', text: unquoted(item.text), style: 'plain', span });
      continue;
    }
    const colon = line.text.indexOf(':');
    if (colon < 0) continue;
    const entry = entryFrom(line, colon);
    fields.delete(entry.key);
    fields.set(entry.key, entry);
    const { value } = entry;
    opened =
      value.kind === 'list' && !value.flow && value.items.length === 0
        ? { entry, items: value.items as Value[] }
        : null;
  }
  return [...fields.values()];
}

function entryFrom(line: Line, colon: number): Entry {
  const key = part(line, 0, colon);
  const written = part(line, colon + 1, line.text.length);
  const keySpan = { start: key.start, end: key.start + key.text.length };
  const span = { start: key.start, end: written.start + written.text.length };
  return { key: key.text, keySpan, value: valueIn(key.text, written), span };
}

function valueIn(key: string, { text: written, start }: Line): Value {
  const span = { start, end: start + written.length };
  const text = unquoted(written);
  if (text.startsWith('[') || text.startsWith('{')) {
    const data = parsed(text);
    if (data !== undefined) return fromData(data, span);
  }
  if (text === 'true' || text === 'false')
    return { kind: 'boolean', boolean: text === 'true', source: text, span };
  if (!lists.has(key)) return { kind: 'text', text, style: 'plain', span };
  if (text === '') return { kind: 'list', items: [], flow: false, span };
  if (text.startsWith('[')) return { kind: 'text', text, style: 'plain', span };
  return { kind: 'list', items: itemsOf(text, span), flow: true, span };
}

/** The parts between the commas. Their places are those in the value without its quotes. */
function itemsOf(text: string, { start, end }: Entry['span']): Value[] {
  let from = start + (end - start > text.length ? 1 : 0);
  return text.split(',').map((item): Value => {
    const trimmed = item.trim();
    const at = from + item.indexOf(trimmed);
    from += item.length + 1;
    const span = { start: at, end: at + trimmed.length };
    return { kind: 'text', text: trimmed, style: 'plain', span };
  });
}

function unquoted(text: string): string {
  const isQuoted =
    (text.startsWith('"') && text.endsWith('"')) || (text.startsWith("'") && text.endsWith("'"));
  return isQuoted ? text.slice(1, -1) : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A value in JSON, whose parts have the place of the whole. */
function fromData(data: unknown, span: Entry['span']): Value {
  if (Array.isArray(data))
    return { kind: 'list', items: data.map((one) => fromData(one, span)), flow: true, span };
  if (typeof data === 'string') return { kind: 'text', text: data, style: 'double', span };
  if (typeof data === 'number') return { kind: 'number', number: data, source: String(data), span };
  if (typeof data === 'boolean')
    return { kind: 'boolean', boolean: data, source: String(data), span };
  if (data === null) return { kind: 'null', source: 'null', span };
  const entries = Object.entries(data as object).map(
    ([key, value]): Entry => ({ key, keySpan: span, value: fromData(value, span), span }),
  );
  return { kind: 'map', entries, flow: true, span };
}

/** The part of the line without white space around it. */
function part({ text, start }: Line, from: number, to: number): Line {
  const own = text.slice(from, to);
  const trimmed = own.trim();
  return {
    text: trimmed,
    start: start + from + (trimmed === '' ? 0 : own.length - own.trimStart().length),
  };
}

/** The lines that are neither blank nor comments, without white space around them. */
function linesOf(source: string, base: number): readonly Line[] {
  const lines: Line[] = [];
  let start = base;
  for (const text of source.split('\n')) {
    const line = part({ text, start }, 0, text.length);
    if (line.text !== '' && !line.text.startsWith('#')) lines.push(line);
    start += text.length + 1;
  }
  return lines;
}
