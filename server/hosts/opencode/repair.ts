// How OpenCode repairs a file whose frontmatter it could not parse, before it tries again: lines such as
// `key: text with: a colon` become block scalars. It does so silently, and it can damage the lines that it changes.
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';

export interface RepairedLine {
  readonly key: string;
  readonly keySpan: Span;
  /** The text that was rewritten, including comments. */
  readonly valueSpan: Span;
  readonly edit: Edit;
}

export interface Repair {
  /** The whole file as it is parsed the second time. */
  readonly text: string;
  readonly lines: readonly RepairedLine[];
}

/**
 * The repair that a program applies to a file before it tries again; null if it changes nothing. Then the second try gets
 * the parser's cached result: no settings, no error, and the whole file as the prompt.
 */
export type RepairText = (text: string) => Repair | null;

/** Rewrites a line `key: text with: a colon` so that it can be parsed. */
export type Rewrite = (key: string, value: string) => string;

const asBlock: Rewrite = (key, value) => `${key}: |-\n  ${value}`;

export const repair: RepairText = (text) => repairWith(asBlock, text);

/** The repaired file, or null if no line changes. */
export function repairWith(rewrite: Rewrite, text: string): Repair | null {
  const head = headOf(text);
  if (!head) return null;
  const lines: RepairedLine[] = [];
  const written = text.slice(head.start, head.end);
  const repaired: string[] = [];
  for (const { line, start } of linesOf(written, head.start)) {
    const found = repairLine(line, start, rewrite);
    if (found) lines.push(found);
    repaired.push(found?.edit.text ?? line);
  }
  // Lines are joined by LF, so a broken file with CRLF counts as repaired even if no line was.
  const joined = repaired.join('\n');
  if (joined === written) return null;
  return { text: text.slice(0, head.start) + joined + text.slice(head.end), lines };
}

/** Only a bare `---` opens a head for the repair, and the next line that begins with three dashes closes it. */
function headOf(text: string): Span | null {
  const opening = /^---\r?\n/.exec(text.slice(0, 5));
  if (!opening) return null;
  const start = opening[0].length;
  const close = text.indexOf('\n---', start);
  if (close < 0) return null;
  return { start, end: close > start && text[close - 1] === '\r' ? close - 1 : close };
}

function* linesOf(text: string, base: number): Generator<{ line: string; start: number }> {
  let start = 0;
  for (const line of text.split('\n')) {
    const isLast = start + line.length === text.length;
    yield { line: !isLast && line.endsWith('\r') ? line.slice(0, -1) : line, start: base + start };
    start += line.length + 1;
  }
}

const keyAndText = /^([A-Za-z_]\w*)(\s*:\s*)(\S.*|)$/;

function repairLine(line: string, start: number, rewrite: Rewrite): RepairedLine | null {
  const parts = keyAndText.exec(line);
  if (!parts) return null;
  const [, key = '', between = '', rest = ''] = parts;
  const value = rest.trim();
  // Values with quotes or block indicators are not changed, even if they are the fault.
  if (!value.includes(':') || /^["']/.test(value) || value === '>' || value === '|') return null;
  const from = start + key.length + between.length + (rest.length - rest.trimStart().length);
  return {
    key,
    keySpan: { start, end: start + key.length },
    valueSpan: { start: from, end: from + value.length },
    edit: { span: { start, end: start + line.length }, text: rewrite(key, value) },
  };
}
