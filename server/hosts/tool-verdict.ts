// How a verdict on a tool is made.
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
  return { ...outcomeOf, written, span, key };
}

export function toolOutcome(
  outcome: ToolVerdict['outcome'],
  names: readonly string[],
  remarks = nothing,
): ToolOutcome {
  return { outcome, names, ...remarks };
}
