// Rules in lists of settings that are for no call. Only what is certain counts: a name that is not known here may be a newer tool.
import { textOf, type Value, valueAtKey } from '../../yaml/value';
import type { Consequence, CustomCheckResult } from '../model/field';
import type { Expected, Problem } from '../model/type';
import { problem } from './check';

const unapplied: Consequence = {
  outcome: 'coerced',
  effect: '{host} does not apply the rule.',
  losesLimit: true,
};

export interface RuleFault {
  readonly expected: Expected;
  /** A rule that is applied. */
  readonly meant?: string;
  /** It may be for other calls than were meant. */
  readonly isGuess?: true;
}

/** Why a rule of the list is never applied; null for one that may be. */
type FaultOf = (rule: string, list: string) => RuleFault | null;

/** The result of a judge of lists, or where it finds nothing, the rules in these lists that are never applied. */
export const withRules =
  (judge: (value: Value) => CustomCheckResult, lists: readonly string[], faultOf: FaultOf) =>
  (value: Value): CustomCheckResult => {
    const found = judge(value);
    if (found.problems.length > 0) return found;
    const problems = lists.flatMap((list) => {
      const rules = valueAtKey(value, list);
      const items = rules?.kind === 'list' ? rules.items : [];
      const written = new Set(items.map((item) => textOf(item)?.trim()));
      return items.flatMap((rule, index) => problemsOf(rule, [list, index], written, faultOf));
    });
    return problems.length === 0
      ? found
      : { outcome: unapplied.outcome, problems, otherwise: unapplied };
  };

/** @param written the rules of the list. Where one of them does what was meant, nothing is lost. */
function problemsOf(
  rule: Value,
  path: readonly [list: string, index: number],
  written: ReadonlySet<string | undefined>,
  faultOf: FaultOf,
): readonly Problem[] {
  const text = textOf(rule);
  const fault = text?.trim() ? faultOf(text, path[0]) : null;
  if (!fault || (fault.meant !== undefined && written.has(fault.meant))) return [];
  const { expected, ...offered } = fault;
  return [{ ...problem('value', rule, expected, path), ...offered }];
}
