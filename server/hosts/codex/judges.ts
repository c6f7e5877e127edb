// What Codex does with a wrong value, and how the values are judged that several of its fields have.
import type { Value } from '../../yaml/value';
import { problem } from '../judge/check';
import type { Consequence, CustomCheckResult } from '../model/field';
import type { Expected } from '../model/type';

export const refused: Consequence = {
  outcome: 'refused',
  file: 'refused',
  effect: '{host} ignores the agent and shows a warning when it starts.',
};

export const refusal = (value: Value, expected: Expected): CustomCheckResult => ({
  outcome: 'refused',
  problems: [problem('value', value, expected)],
  otherwise: refused,
});

/** Of some tables only the form is known, and a wrong value in them has the program reject the file. */
export const unchecked: CustomCheckResult = {
  outcome: 'unknown',
  problems: [],
  otherwise: {
    outcome: 'unknown',
    file: 'unknown',
    effect: 'Whether {host} accepts the content of this table is not checked here.',
  },
};

/** An empty table is left to the type of the field. */
export const judgeTable = (value: Value): CustomCheckResult | null =>
  value.kind === 'map' && value.entries.length > 0 ? unchecked : null;

export const judgeNonEmpty = (value: Value): CustomCheckResult | null =>
  value.kind === 'text' && value.text === ''
    ? refusal(value, { type: 'text', nonEmpty: true })
    : null;
