// How a verdict on a tool is made. All have one shape, whatever there is to say: rules look at each of them many times over
// many files, and objects of a dozen shapes cost a third of that time.
import type { Span } from '../text/span';
import type { ToolVerdict } from './persona';

/** What the host makes of a name, wherever it stands. */
export type ToolOutcome = Omit<ToolVerdict, 'written' | 'span' | 'key'>;

/** What else there may be to say of it. */
export type ToolRemarks = Omit<ToolOutcome, 'outcome' | 'names'>;

const nothing: ToolRemarks = {};

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
  remarks = nothing,
): ToolOutcome {
  const { why, instead, wider, renamed, effect, sometimes, voids, voided } = remarks;
  return { outcome, names, why, instead, wider, renamed, effect, sometimes, voids, voided };
}
