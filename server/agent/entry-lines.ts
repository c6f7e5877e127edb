// Finds fields by lines, for frontmatters that are not valid YAML.

import type { Entry } from '../yaml/value';
import type { Outline } from './outline';

/**
 * The top-level field at `offset`: the nearest `key:` in the first column at or above it for which `isKey`, called with the key and
 * the rest of the line, returns true. Needed because text that continues in the first column may contain lines such as `Examples:`.
 */
export function entryAround(
  { text, head, fields }: Outline,
  offset: number,
  isKey: (key: string, value: string) => boolean,
): Entry | undefined {
  const from = Math.min(Math.max(offset, head.start), head.end);
  for (let end = from; end >= head.start; ) {
    const start = Math.max(head.start, text.lastIndexOf('\n', end - 1) + 1);
    const stop = endOfLine(text, start, head.end);
    const line = text.slice(start, stop);
    const key = /^([\w-]+):(?:[ \t]+|$)/.exec(line);
    const name = key?.[1] ?? '';
    if (key && isKey(name, line.slice(key[0].length))) {
      const whole = fields.find((entry) => entry.keySpan.start === start && entry.key === name);
      return whole ?? lineEntry(text, name, start, start + key[0].length, stop);
    }
    if (start <= head.start) break;
    end = start - 1;
  }
  return undefined;
}

function endOfLine(text: string, from: number, limit: number): number {
  const lf = text.indexOf('\n', from);
  const end = lf < 0 ? limit : Math.min(lf, limit);
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

const lineEntry = (text: string, key: string, start: number, from: number, end: number): Entry => ({
  key,
  keySpan: { start, end: start + key.length },
  value: { kind: 'text', text: text.slice(from, end), style: 'plain', span: { start: from, end } },
  span: { start, end },
});
