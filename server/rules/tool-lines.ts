// Names of tools in a block of text, each on a line of its own: hosts split at commas, so the lines are one name to them.
import type { Outline } from '../agent/outline';
import { entryOf } from '../agent/value';
import { toCommaText } from '../agent/write';
import type { ToolVerdict } from '../hosts/persona';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import { oneLine } from '../text/one-line';
import type { Found } from './rule';
import { hostName } from './words';

export interface Lines {
  readonly field: FieldVerdict;
  readonly names: readonly string[];
}

/** The names that were meant, where a lost tool is several lines of text. */
export function linesOf(
  { text }: Outline,
  { fields }: Verdict,
  { key, span }: ToolVerdict,
): Lines | undefined {
  const field = fields.find((one) => one.key === key);
  if (field?.value.kind !== 'text' || !text.slice(span.start, span.end).trim().includes('\n'))
    return undefined;
  const names = field.value.text.split(/[\n,]/).map((line) => line.replace(/^\s*-\s+/, '').trim());
  return { field, names: names.filter((name) => name !== '') };
}

export function readAsOne(
  outline: Outline,
  verdict: Verdict,
  { field, names }: Lines,
  says = 'leaves it out without a word',
): Found {
  const entry = entryOf(outline.fields, field.key);
  return {
    span: field.keySpan,
    severity: 'warning',
    message: `${hostName(verdict)} takes these lines for one name, "${oneLine(names.join(' '), 60)}": it ${says}. Write commas between the names, on one line.`,
    fixes: entry
      ? [
          {
            title: 'Write them with commas between',
            safety: 'review',
            edits: () => toCommaText(outline, entry, names),
          },
        ]
      : [],
  };
}
