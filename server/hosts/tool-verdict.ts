// Creates verdicts on tools. All have one shape, with every property present: rules access each of them many times, and
// objects of different shapes made that a third slower.
import type { Span } from '../text/span';
import type { ToolVerdict } from './persona';

/** What the host does with a tool name, independent of where it is written. */
export type ToolOutcome = Omit<ToolVerdict, 'written' | 'span' | 'key'>;

/** The optional details of an outcome. */
export type ToolRemarks = Omit<ToolOutcome, 'outcome' | 'names'>;

const noRemarks: ToolRemarks = {};

export function toolVerdict(
  written: string,
  span: Span,
  key: string,
  outcomeOf: ToolOutcome,
): ToolVerdict {
  const { outcome, names, why, instead, wider, renamed } = outcomeOf;
  const { effect, sometimes, voids, voided } = outcomeOf;
  return {
    written,
    span,
    key,
    outcome,
    names,
    why,
    instead,
    wider,
    renamed,
    effect,
    sometimes,
    voids,
    voided,
  };
}

export function toolOutcome(
  outcome: ToolVerdict['outcome'],
  names: readonly string[],
  remarks = noRemarks,
): ToolOutcome {
  const { why, instead, wider, renamed, effect, sometimes, voids, voided } = remarks;
  return { outcome, names, why, instead, wider, renamed, effect, sometimes, voids, voided };
}
