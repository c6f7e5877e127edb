// Replaces a name that the host does not accept: with the file name if the name is empty, otherwise with the same words in a
// form that every host accepts.

import type { Writer } from '../../agent/writer';
import { check } from '../../hosts/judge/check';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import { isLoaded, type Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import type { Value } from '../../yaml/value';
import type { Fix } from '../rule';

export function nameFixes(writer: Writer, verdict: Verdict, field: FieldVerdict): readonly Fix[] {
  const { value } = field;
  const name = suggestedName(verdict, field);
  if (name === undefined) return [];
  return [
    {
      title: t('Rename the agent to "{name}"', { name }),
      // For review if another host loads the agent by its old name.
      safety: writtenName(field) === '' && !isLoaded(verdict) ? 'safe' : 'review',
      edits: () => writer.replaceValue(value, { text: name }),
    },
  ];
}

/** A name that the host accepts; undefined where none follows from the value. */
export function suggestedName({ place }: Verdict, field: FieldVerdict): string | undefined {
  const written = writtenName(field);
  if (written === undefined) return undefined;
  const name = written === '' ? place.base : plainForm(written);
  return name === '' || name === written || !isAccepted(field, name) ? undefined : name;
}

const writtenName = ({ value }: FieldVerdict): string | undefined =>
  value.kind === 'text' ? value.text.trim() : value.kind === 'null' ? '' : undefined;

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
