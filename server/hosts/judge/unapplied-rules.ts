// Rules in lists of settings that are for no call, or for others than were meant. Only what is certain counts: a name that is not known
// here may be a newer tool.
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
  /** What happens where that is not that a limit is not applied. */
  readonly otherwise?: Consequence;
}

/** The rules of a list, without spaces around them. */
export type WrittenRules = ReadonlySet<string | undefined>;

/** Why a rule of the list is not applied as it was meant; null for one that may be. */
type FaultOf = (rule: string, list: string, written: WrittenRules) => RuleFault | null;

/** The result of a judge of lists, or where it finds nothing, the rules in these lists that are not applied as they were meant. */
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
    const [first = unapplied, ...others] = problems.map(({ otherwise = unapplied }) => otherwise);
    const otherwise = [first, ...others].find(({ losesLimit }) => losesLimit) ?? first;
    return problems.length === 0 ? found : { outcome: otherwise.outcome, problems, otherwise };
  };

/** @param written the rules of the list. Where one of them does what was meant, nothing is lost. */
function problemsOf(
  rule: Value,
  path: readonly [list: string, index: number],
  written: WrittenRules,
  faultOf: FaultOf,
): readonly Problem[] {
  const text = textOf(rule);
  const fault = text?.trim() ? faultOf(text, path[0], written) : null;
  if (!fault || (fault.meant !== undefined && written.has(fault.meant))) return [];
  const { expected, ...offered } = fault;
  return [{ ...problem('value', rule, expected, path), ...offered }];
}
