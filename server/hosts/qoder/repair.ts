// What Qoder CLI 1.1.52 changes in a frontmatter that is not valid YAML before it parses it once more: it puts quotes around values,
// so that inline lists and maps become strings, and writes each block scalar on one line.

import type { Edit } from '../../text/edit';

/** The edits of the repair, with UTF-16 offsets in `head`. */
export function repairsOf(head: string): Edit[] {
  const edits: Edit[] = [];
  let open: Block | null = null;
  let start = 0;
  const close = (): void => {
    if (open) edits.push({ span: { start: open.start, end: open.end }, text: textOf(open) });
    open = null;
  };
  for (const written of head.split('\n')) {
    const line = written.replaceAll('\t', '  ').trimEnd();
    const text = line.trim();
    const from = start;
    const end = start + written.length;
    start = end + 1;
    if (text === '' || text.startsWith('#')) {
      if (open && text === '') {
        open.value += ' ';
        open.end = end;
        continue;
      }
      close();
      edits.push(...changed(written, line, from));
      continue;
    }
    const indentation = /^ */.exec(line)?.[0].length ?? 0;
    if (open !== null) {
      const block: Block = open;
      if (indentation > block.indentation) {
        block.value += (block.value === '' ? '' : ' ') + text;
        block.end = end;
        continue;
      }
      close();
    }
    const parts = partsOf(line);
    if (parts && isBlockHeader(parts.value)) {
      open = blockAt(parts.key, indentation, written, from);
      continue;
    }
    edits.push(
      ...(parts && needsQuotes(parts.value)
        ? quoted(written, line, from, parts)
        : changed(written, line, from)),
    );
  }
  close();
  return edits;
}

interface Block {
  readonly indentation: number;
  /** The key, where it is written again. */
  readonly before: string;
  value: string;
  readonly start: number;
  end: number;
}

function blockAt(key: string, indentation: number, written: string, start: number): Block {
  const before = `${' '.repeat(indentation)}${key.trim()}: `;
  const isSame = written.startsWith(before);
  return {
    indentation,
    before: isSame ? '' : before,
    value: '',
    start: isSame ? start + before.length : start,
    end: start + written.length,
  };
}

const textOf = ({ before, value }: Block): string => `${before}${inQuotes(value.trim())}`;

/** The edits by which a line loses its tabs and the white space at its end, which leave the rest of it at its place. */
function changed(written: string, line: string, start: number): Edit[] {
  if (written === line) return [];
  const length = written.trimEnd().length;
  const tabs = [...written.slice(0, length).matchAll(/\t/g)].map(({ index }) => ({
    span: { start: start + index, end: start + index + 1 },
    text: '  ',
  }));
  const trailing = { span: { start: start + length, end: start + written.length }, text: '' };
  return length < written.length ? [...tabs, trailing] : tabs;
}

interface KeyAndValue {
  /** As written, with its indentation. */
  readonly key: string;
  readonly value: string;
}

/** Where possible, only the value is replaced, so that the key keeps its place. */
function quoted(written: string, line: string, start: number, { key, value }: KeyAndValue): Edit[] {
  const at = written.lastIndexOf(value);
  if (at < 0 || written.slice(0, at) !== `${key}: ` || written.trimEnd() !== line)
    return [{ span: { start, end: start + written.length }, text: `${key}: ${inQuotes(value)}` }];
  return [{ span: { start: start + at, end: start + written.length }, text: inQuotes(value) }];
}

/** The first colon outside of quotes with white space or nothing after it divides a line. */
function partsOf(line: string): KeyAndValue | null {
  const start = line.length - line.trimStart().length;
  let quote = '';
  for (let at = start; at < line.length; at++) {
    const sign = line.charAt(at);
    if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === quote) quote = '';
    else if (sign === ':' && quote === '' && /^ ?$/.test(line.charAt(at + 1)))
      return {
        key: (/^ */.exec(line)?.[0] ?? '') + line.slice(start, at),
        value: line.slice(at + 1).trim(),
      };
  }
  return null;
}

const headers: ReadonlySet<string> = new Set(['|', '>', '|+', '>+', '|-', '>-', '|2', '>2']);

const isBlockHeader = (value: string): boolean => headers.has(value);

function needsQuotes(value: string): boolean {
  if (value === '') return false;
  const isQuoted = value.length >= 2 && /^["']/.test(value) && value.endsWith(value.charAt(0));
  if (isQuoted) return false;
  return /: |:$|#/.test(value) || /^[&*!?[{|>%@`'"]/.test(value);
}

function inQuotes(value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}
