// How Gemini CLI, and programs that are made of it, read a skill line by line.

import type { Outline } from '../../../agent/outline';
import { type Span, slice } from '../../../text/span';
import type { Entry } from '../../../yaml/value';

const keys = ['name', 'description'];

/** The name and the description that have a line, of which the last of each counts. */
export function nameAndDescription({ text }: Outline, head: Span): readonly Entry[] {
  const found = new Map<string, Entry>();
  const lines = slice(text, head).split('\n');
  let start = head.start;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const own = at < lines.length - 1 ? line.replace(/\r$/, '') : line;
    const from = start;
    start += (lines[at] ?? '').length + 1;
    const before = own.length - own.trimStart().length;
    const key = keys.find((one) => own.startsWith(`${one}:`, before));
    if (key === undefined) continue;
    const rest = own.slice(before + key.length + 1);
    // A line ends for the program at these characters too, and what follows is no value.
    if (/[\r\u2028\u2029]/.test(rest.trimStart())) continue;
    const gap = rest.length - rest.trimStart().length;
    const parts = [rest.trim()];
    let end = from + own.length;
    // Indented lines continue a description.
    while (key === 'description' && /^[ \t]+\S/.test(lines[at + 1] ?? '')) {
      at++;
      const more = lines[at] ?? '';
      parts.push(more.trim());
      end = start + more.trimEnd().length;
      start += more.length + 1;
    }
    const keyStart = from + before;
    const valueStart = keyStart + key.length + 1 + gap;
    const span = { start: valueStart, end: Math.max(valueStart, end) };
    const joined = parts.filter((part) => part !== '').join(' ');
    found.set(key, {
      key,
      keySpan: { start: keyStart, end: keyStart + key.length },
      span: { start: keyStart, end: span.end },
      value: { kind: 'text', text: joined, style: 'plain', span },
    });
  }
  return [...found.values()];
}
