// What the skills of several hosts have in common.

import { textOf, type Value } from '../../yaml/value';
import type { Evidence } from './evidence';
import type { Consequence, Field } from './field';
import type { FieldVerdict } from './field-verdict';
import type { ReadAgent } from './reading';

/** The value of a field of a skill that the host uses; undefined where it is absent or not accepted. */
export const usedValue = (fields: readonly FieldVerdict[], key: string): Value | undefined =>
  fields.find((one) => one.key === key && one.field && one.problems.length === 0)?.value;

/** A string, or a number or boolean as written; undefined for other values. */
export const scalarText = (value: Value | undefined): string | undefined =>
  value?.kind === 'number' || value?.kind === 'boolean' ? value.source : textOf(value);

/** The first line of the text that is not blank, without the marks of a heading; empty where there is none. */
export const firstLine = ({ prompt }: ReadAgent): string =>
  (/\S[^\n]*/.exec(prompt.text)?.[0] ?? '').replace(/^#+\s+/, '').trimEnd();

/** The first line of the text that is neither blank nor a heading; empty where there is none. */
export const firstProse = ({ prompt }: ReadAgent): string =>
  prompt.text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !/^#+(?:\s|$)/.test(line)) ?? '';

const unused: Consequence = { outcome: 'ignored', effect: '{host} does not use it.' };

/** The fields of the Agent Skills standard that describe a skill and that a host accepts in any form without using them. */
export function standardFields(evidence: Evidence): Readonly<Record<string, Field>> {
  const informative = {
    type: { type: 'any' },
    otherwise: unused,
    absent: 'None.',
    isForDisplay: true,
    evidence,
  } as const;
  return {
    license: { ...informative, summary: 'The license of the skill.', snippet: ' ${1:MIT}' },
    compatibility: {
      ...informative,
      summary: 'What the skill needs to work.',
      snippet: ' ${1:git}',
    },
    metadata: {
      ...informative,
      summary: 'Further data about the skill.',
      snippet: '\n  ${1:version}: "${2:1.0}"',
    },
  };
}
