// Disables a rule in `dossier.config.json` without changing the rest of the file.
import type { Edit } from '../text/edit';
import { type Json, type JsonEntry, parseJsonc } from '../text/jsonc';

/** Returns null if the text cannot be parsed or if the rule is already disabled. */
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

/** Inserts after the last entry, on a new line if that entry is on its own line. */
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

/** Returns the whitespace before the last entry: a line break with its indentation, or a space. */
function gapBefore(text: string, { keySpan }: JsonEntry): string {
  const start = text.lastIndexOf('\n', keySpan.start - 1);
  const before = text.slice(start + 1, keySpan.start);
  if (start < 0 || before.trim() !== '') return ' ';
  return `${text.charAt(start - 1) === '\r' ? '\r\n' : '\n'}${before}`;
}
