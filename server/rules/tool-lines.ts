// Names of tools in a block of text, each on a line of its own: hosts split at commas, so the lines are one name to them.
import type { Outline } from '../agent/outline';
import { entryOf, type Value } from '../agent/value';
import { toCommaText } from '../agent/write';
import type { ToolVerdict } from '../hosts/persona';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import { oneLine } from '../text/one-line';
import type { Found } from './rule';
import { effectOf } from './words';

/** The field of a lost tool that is several lines of text. */
export function severalLines(
  { text }: Outline,
  { fields }: Verdict,
  { key, span }: ToolVerdict,
): FieldVerdict | undefined {
  if (!text.slice(span.start, span.end).trim().includes('\n')) return undefined;
  const field = fields.find((one) => one.key === key);
  return field?.value.kind === 'text' ? field : undefined;
}

export function readAsOne(
  outline: Outline,
  verdict: Verdict,
  { written, effect = '{host} silently ignores it.' }: ToolVerdict,
  { key, keySpan, value }: FieldVerdict,
): Found {
  const entry = entryOf(outline.fields, key);
  return {
    span: keySpan,
    severity: 'warning',
    message: `Line breaks do not separate tool names, so "${shown(written)}" is one name. ${effectOf(verdict, effect)} Write the names on one line, separated by commas.`,
    fixes: entry
      ? [
          {
            title: 'Write them with commas between',
            safety: 'review',
            edits: () => toCommaText(outline, entry, namesIn(value)),
          },
        ]
      : [],
  };
}

/** Without the sign of a block of text. */
const shown = (written: string): string => oneLine(written.replace(/^[|>][-+\d]*\s/, ''), 60);

const namesIn = (value: Value): readonly string[] =>
  value.kind === 'text'
    ? value.text
        .split(/[\n,]/)
        .map((line) => line.replace(/^\s*-\s+/, '').trim())
        .filter((name) => name !== '')
    : [];
