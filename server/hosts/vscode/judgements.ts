// Helpers for fields that judge their values in code.

import { type Sentence, t } from '../../text/message';
import type { Value } from '../../yaml/value';
import { check, phrase, problem } from '../judge/check';
import type { Consequence, CustomCheckResult } from '../model/field';
import type { Problem, Type } from '../model/type';

export const dropped = (effect: Sentence): Consequence => ({ outcome: 'dropped', effect });
export const coerced = (effect: Sentence): Consequence => ({ outcome: 'coerced', effect });
export const kept = (effect: Sentence): Consequence => ({ outcome: 'kept', effect });

/** A string field that VS Code accepts unchanged, although it reports an empty one as an error. */
export const judgeText =
  (effect: Sentence) =>
  (value: Value): CustomCheckResult | null =>
    value.kind === 'text' && value.text.trim() === ''
      ? {
          outcome: 'kept',
          problems: [problem('value', value, { type: 'text', nonEmpty: true })],
          otherwise: kept(effect),
        }
      : null;

/** A list of which VS Code ignores the invalid items only. */
export const judgeItems =
  (type: Type, effect: Sentence) =>
  (value: Value): CustomCheckResult | null => {
    if (value.kind !== 'list') return null;
    const { problems } = check(type, value);
    return problems.length > 0
      ? { outcome: 'coerced', problems, otherwise: coerced(effect) }
      : null;
  };

/** The words `true` and `false`. VS Code applies them in quotes too, although it reports that as an error. */
export const judgeFlag =
  (ignored: Sentence) =>
  (value: Value): CustomCheckResult | null => {
    if (value.kind === 'text' && /^(?:true|false)$/.test(value.text)) {
      if (value.style === 'plain') return { outcome: 'kept', problems: [] };
      const effect = t('{host} reads it as {value} and reports an error.', {
        value: value.text,
      });
      return { outcome: 'coerced', problems: [flagProblem(value)], otherwise: coerced(effect) };
    }
    return { outcome: 'dropped', problems: [flagProblem(value)], otherwise: dropped(ignored) };
  };

const flagProblem = (value: Value): Problem => ({
  ...problem('value', value, phrase('true or false, in lowercase and without quotes')),
  choices: ['true', 'false'],
});
