// Reports names of tools on separate lines of one string: hosts split the string only at commas.

import type { Outline } from '../../agent/outline';
import type { Writer } from '../../agent/writer';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { joined, t } from '../../text/message';
import { oneLine } from '../../text/one-line';
import { entryOf, type Value } from '../../yaml/value';
import type { Found } from '../rule';
import { effectOf } from '../words';

/** The field of an ignored tool whose name has several lines. */
export function multilineField(
  { text }: Outline,
  { fields }: Verdict,
  { key, span }: ToolVerdict,
): FieldVerdict | undefined {
  if (!text.slice(span.start, span.end).trim().includes('\n')) return undefined;
  const field = fields.find((one) => one.key === key);
  return field?.value.kind === 'text' ? field : undefined;
}

export function multilineFinding(
  writer: Writer,
  verdict: Verdict,
  { written, effect = '{host} silently ignores it.' }: ToolVerdict,
  { key, keySpan, value }: FieldVerdict,
): Found {
  const entry = entryOf(writer.outline.fields, key);
  return {
    span: keySpan,
    severity: 'warning',
    message: joined([
      t('Line breaks do not separate tool names, so "{name}" is one name.', {
        name: shown(written),
      }),
      effectOf(verdict, effect),
      t('Write the names on one line, separated by commas.'),
    ]),
    fixes: entry
      ? [
          {
            title: t('Separate the names with commas'),
            safety: 'review',
            edits: () => writer.setField(entry, { names: namesIn(value), form: 'commas' }),
          },
        ]
      : [],
  };
}

/** The text without the indicator of a block scalar. */
const shown = (written: string): string => oneLine(written.replace(/^[|>][-+\d]*\s/, ''), 60);

const namesIn = (value: Value): readonly string[] =>
  value.kind === 'text'
    ? value.text
        .split(/[\n,]/)
        .map((line) => line.replace(/^\s*-\s+/, '').trim())
        .filter((name) => name !== '')
    : [];
