// Switching a rule off in `dossier.config.json`, with everything else in the file as it was written.
import type { Edit } from '../text/edit';
import { type Json, type JsonEntry, parseJsonc } from '../text/jsonc';

/** Null for a text that cannot be read, or that switches the rule off already. */
export function ruleOff(text: string, rule: string): Edit | null {
  const read = parseJsonc(text);
  if (!('root' in read) || read.root.kind !== 'map') return null;
  const rules = read.root.entries.find(({ key }) => key === 'rules');
  if (!rules) return adding(text, read.root, 'rules', `{ "${rule}": "off" }`);
  if (rules.value.kind !== 'map') return null;
  const there = rules.value.entries.find(({ key }) => key === rule);
  if (!there) return adding(text, rules.value, rule, '"off"');
  const { span } = there.value;
  return text.slice(span.start, span.end) === '"off"' ? null : { span, text: '"off"' };
}

/** Behind the last entry, on a line of its own where that has one. */
function adding(
  text: string,
  { entries, span }: Extract<Json, { kind: 'map' }>,
  key: string,
  value: string,
): Edit {
  const last = entries.at(-1);
  const written = `"${key}": ${value}`;
  if (!last) return { span: { start: span.start + 1, end: span.start + 1 }, text: ` ${written} ` };
  const at = last.value.span.end;
  return { span: { start: at, end: at }, text: `,${gapBefore(text, last)}${written}` };
}

/** What stands before the last entry: a break and its indentation, or a space. */
function gapBefore(text: string, { keySpan }: JsonEntry): string {
  const start = text.lastIndexOf('\n', keySpan.start - 1);
  const before = text.slice(start + 1, keySpan.start);
  if (start < 0 || before.trim() !== '') return ' ';
  return `${text.charAt(start - 1) === '\r' ? '\r\n' : '\n'}${before}`;
}
