// How Gemini CLI 0.61.0 reads a skill: as YAML, and line by line where that gives no two strings for the name and the description.

import type { Outline } from '../../agent/outline';
import { type Span, slice } from '../../text/span';
import { type Entry, entryOf, textOf } from '../../yaml/value';
import { dashFences, faultAt, jsYamlHead } from '../judge/reading/frontmatter-reader';
import { promptFrom } from '../judge/reading/trimmed-prompt';
import { isUnchecked } from '../model/flaw-tables';
import { type Flaw, type Reader, unread } from '../model/reading';

const asYaml = jsYamlHead({ notAMap: () => ({ fields: [] }) });

export const reader: Reader = ({ outline }) => {
  const regions = dashFences(outline, 'loses-prompt');
  if ('code' in regions) return unread(regions);
  const { head, body } = regions;
  const parsed = asYaml(outline, head);
  const fields = 'code' in parsed ? [] : parsed.fields;
  const lines = hasStrings(fields) ? [] : byLine(outline, head);
  if ('code' in parsed && isUnchecked(parsed.code) && !lines.some(isNoYamlString))
    return unread(parsed);
  if ('code' in parsed && lines.length === 0)
    return unread(faultAt('yaml', parsed.span, parsed.message));
  const flaws: readonly Flaw[] =
    'code' in parsed ? [{ ...parsed, code: 'yaml-repaired', fatal: false }] : [];
  return {
    agents: [{ fields: usedFields(fields, lines), prompt: promptFrom(outline.text, body) }],
    flaws: [...flaws, ...(regions.flaws ?? [])],
  };
};

const hasStrings = (fields: readonly Entry[]): boolean =>
  ['name', 'description'].every((key) => textOf(entryOf(fields, key)?.value) !== undefined);

/** A value of which YAML makes no string, where it is valid at all: it begins as a list or a map. */
const isNoYamlString = ({ value }: Entry): boolean => /^(?:[[{]|\?\s)/.test(textOf(value) ?? '');

/** The fields, of which those that were read by line have that value; a value that is no string does not count otherwise. */
const usedFields = (fields: readonly Entry[], lines: readonly Entry[]): readonly Entry[] =>
  lines.length === 0
    ? fields.filter(({ key, value }) => !keys.includes(key) || textOf(value) !== undefined)
    : [...fields.filter(({ key }) => !lines.some((one) => one.key === key)), ...lines].sort(
        (a, b) => a.keySpan.start - b.keySpan.start,
      );

const keys = ['name', 'description'];

/** The name and the description, of which the last of each counts; empty where one of them is missing. */
function byLine({ text }: Outline, head: Span): readonly Entry[] {
  const found = new Map<string, Entry>();
  const lines = slice(text, head).split('\n');
  let start = head.start;
  for (let at = 0; at < lines.length; at++) {
    const own = (lines[at] ?? '').replace(/\r$/, '');
    const from = start;
    start += (lines[at] ?? '').length + 1;
    const before = own.length - own.trimStart().length;
    const key = keys.find((one) => own.startsWith(`${one}:`, before));
    if (key === undefined) continue;
    const rest = own.slice(before + key.length + 1);
    // A line ends for the program at these characters too, and what follows is no value.
    if (/[\r\u2028\u2029]/.test(rest.trim())) continue;
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
  return found.size === 2 ? [...found.values()] : [];
}
