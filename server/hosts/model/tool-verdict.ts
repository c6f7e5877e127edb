// How a verdict on a tool is made.
import type { Span } from '../../text/span';
import type { ToolVerdict } from './persona';

/** What the host does with a tool name, independent of where it is written. */
export type ToolOutcome = Omit<ToolVerdict, 'written' | 'span' | 'key'>;

/** The optional details of an outcome. */
export type ToolOutcomeDetails = Omit<ToolOutcome, 'outcome' | 'names'>;

const noRemarks: ToolOutcomeDetails = {};

export function createToolVerdict(
  written: string,
  span: Span,
  key: string,
  outcomeOf: ToolOutcome,
): ToolVerdict {
  return { ...outcomeOf, written, span, key };
}

export function createToolOutcome(
  outcome: ToolVerdict['outcome'],
  names: readonly string[],
  remarks = noRemarks,
): ToolOutcome {
  return { outcome, names, ...remarks };
}
