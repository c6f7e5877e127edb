// Replaces a name that the host does not accept: with the file name if the name is empty, otherwise with the same words in a
// form that every host accepts.

import type { Writer } from '../../agent/writer';
import { check } from '../../hosts/judge/check';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/l10n';
import type { Value } from '../../yaml/value';
import type { Fix } from '../rule';

export function nameFixes(
  writer: Writer,
  { place, persona }: Verdict,
  field: FieldVerdict,
): readonly Fix[] {
  const { value } = field;
  const written =
    value.kind === 'text' ? value.text.trim() : value.kind === 'null' ? '' : undefined;
  if (written === undefined) return [];
  const isEmpty = written === '';
  const name = isEmpty ? place.base : plainForm(written);
  if (name === '' || name === written || !isAccepted(field, name)) return [];
  return [
    {
      title: t('Rename the agent to "{name}"', { name }),
      // For review if another host loads the agent by its old name.
      safety: isEmpty && !persona ? 'safe' : 'review',
      edits: () => writer.replaceValue(value, { text: name }),
    },
  ];
}

/** `SE: DevOps/CI` as `se-devops-ci`. */
const plainForm = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_.]+/gu, '-')
    .replaceAll(/^[-.]+|(?<![-.])[-.]+$/g, '');

function isAccepted({ field, span }: FieldVerdict, name: string): boolean {
  if (!field) return false;
  const value: Value = { kind: 'text', text: name, span, style: 'plain' };
  return check(field.type, value).problems.length === 0 && !field.judge?.(value);
}
