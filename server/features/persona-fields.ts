// The fields of a file that no other part of the preview shows, each with what the host does with it.

import type { FieldRole } from '../hosts/model/field';
import type { FieldVerdict } from '../hosts/model/field-verdict';
import type { Verdict } from '../hosts/model/verdict';
import type { OtherField } from '../protocol';
import { oneLine } from '../text/one-line';
import { textOf, type Value } from '../yaml/value';
import { outcomeCell } from './outcome-table';
import type { LineOf } from './persona-tools';

/** Fields with parts of their own, as long as the host uses them. */
const shownRoles: ReadonlySet<FieldRole> = new Set([
  'name',
  'description',
  'model',
  'mode',
  'color',
  'tools',
  'denied-tools',
  'permission',
  'hooks',
]);

const maxLength = 120;

export function otherFields(verdict: Verdict, text: string, lineOf: LineOf): readonly OtherField[] {
  return verdict.fields
    .filter((field) => !isShown(field, verdict))
    .map((field) => ({
      key: field.key,
      value: oneLine(written(field.value, text), maxLength),
      line: lineOf(field.keySpan.start),
      outcome: outcomeCell(field, verdict),
    }));
}

const isShown = ({ field, outcome }: FieldVerdict, { persona }: Verdict): boolean =>
  persona !== null &&
  (outcome === 'kept' || outcome === 'coerced') &&
  field?.role !== undefined &&
  field.noEffect === undefined &&
  shownRoles.has(field.role);

/** A list as `a, b`; anything else that is not a string as in the file. */
function written(value: Value, text: string): string {
  if (value.kind === 'list') return value.items.map((item) => written(item, text)).join(', ');
  return textOf(value) ?? text.slice(value.span.start, value.span.end);
}
