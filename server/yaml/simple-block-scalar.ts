// Block scalars of the subset of YAML that every parser reads alike: see `simple-yaml.ts`.
import type { Value } from './value';

export interface Block {
  readonly value: Value;
  /** The start of the line after it. */
  readonly next: number;
  /** It ends the head: then parsers disagree on whether it includes the last line break. */
  readonly isLast: boolean;
}

const header = /([|>])(-?) *\n/y;

/**
 * A block scalar (`|` or `>`) whose lines have one indentation; null for anything that parsers may read differently.
 * @param parent the indentation of the key or dash before it.
 */
export function blockText(text: string, from: number, parent: number, base: number): Block | null {
  header.lastIndex = from;
  const found = header.exec(text);
  if (!found) return null;
  const folded = found[1] === '>';
  const lines: string[] = [];
  let indent = 0;
  let at = header.lastIndex;
  let end = at;
  while (at < text.length) {
    let first = at;
    while (text.charCodeAt(first) === 32) first++;
    const stop = text.indexOf('\n', first);
    const close = stop < 0 ? text.length : stop;
    if (first === close) {
      if (first - at > indent || indent === 0) return null;
      lines.push('');
    } else {
      if (first - at <= parent) break;
      if (indent === 0) indent = first - at;
      if (first - at < indent || (folded && first - at > indent)) return null;
      if (folded && text.charCodeAt(close - 1) === 32) return null;
      lines.push(text.slice(at + indent, close));
      end = close;
    }
    at = close + 1;
  }
  const next = Math.min(at, text.length);
  const isLast = found[2] === '' && next === text.length;
  if (indent === 0 || (isLast && text.charCodeAt(next - 1) !== 10)) return null;
  while (lines.at(-1) === '') lines.pop();
  const joined = folded ? fold(lines) : lines.join('\n');
  // Spaces at the end of the last line are not part of the span. Few lines end with spaces, so test the last character first.
  const last = text.charCodeAt(end - 1);
  if (last === 32 || last > 126) end = from + text.slice(from, end).trimEnd().length;
  return {
    next,
    isLast,
    value: {
      kind: 'text',
      text: found[2] === '' ? `${joined}\n` : joined,
      style: folded ? 'folded' : 'literal',
      span: { start: base + from, end: base + end },
    },
  };
}

/** Joins lines with spaces; each empty line between them becomes a line break. */
function fold(lines: readonly string[]): string {
  let text = '';
  let emptyLines = 0;
  for (const line of lines) {
    if (line === '') emptyLines++;
    else {
      text += text === '' ? line : (emptyLines === 0 ? ' ' : '\n'.repeat(emptyLines)) + line;
      emptyLines = 0;
    }
  }
  return text;
}
