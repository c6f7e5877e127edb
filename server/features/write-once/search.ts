// Best-first search for the cheapest sequence of changes after which no chosen host is blocked.

import type { FieldOutcome } from '../../hosts/model/outcome';
import { applyEdits } from '../../text/edit';
import { type View, viewOf } from '../view/view';
import { WorkBudget } from '../view/work-budget';
import { type Blocker, blockersOf } from './blockers';
import { type Change, changesFor } from './changes';
import { grantsNoMoreThan, keepsAllAgents } from './permissions-check';

/** A change with the blocker that it resolves. */
export interface Step extends Change {
  readonly resolves: Blocker;
  /** The file before the change. */
  readonly before: View;
}

export interface State {
  readonly view: View;
  readonly changes: readonly Step[];
  readonly blockers: readonly Blocker[];
  readonly cost: number;
}

export interface Search {
  /** The text before any change. */
  readonly start: State;
  /** Null where no sequence of changes resolves all blockers. */
  readonly found: State | null;
  /** The state with the fewest blockers. */
  readonly furthest: State;
}

/** More than any file of the corpus needs; each state costs several verdicts. */
const maxStates = 120;

/** Characters that may be judged in one search. */
const searchBudget = 1_500_000;

/** @param view of the chosen hosts only. @param others view of the other hosts that read the file. */
export function search(view: View, others: View): Search {
  const start: State = { view, changes: [], blockers: blockersIn(view), cost: 0 };
  let furthest = start;
  const open: State[] = [start];
  const budget = new WorkBudget(searchBudget);
  const seen = new Set([view.outline.text]);
  for (let visited = 0; visited < maxStates; visited++) {
    const state = open.shift();
    if (!state) break;
    if (state.blockers.length < furthest.blockers.length) furthest = state;
    const [blocker] = state.blockers;
    if (!blocker) {
      if (isHarmlessFor(others, state.view)) return { start, found: state, furthest: state };
      continue;
    }
    for (const next of stepsFrom(state, blocker, seen, budget))
      if (grantsNoMoreThan(judged(view), judged(next.view))) open.push(next);
    open.sort((a, b) => a.cost - b.cost);
  }
  return { start, found: null, furthest };
}

export const blockersIn = (view: View): readonly Blocker[] => view.verdicts().flatMap(blockersOf);

function* stepsFrom(
  state: State,
  blocker: Blocker,
  seen: Set<string>,
  budget: WorkBudget,
): Iterable<State> {
  const { view } = state;
  for (const change of changesFor(view, blocker)) {
    const text = applyEdits(view.outline.text, change.edits);
    if (seen.has(text)) continue;
    if (!budget.spend(view, view.places.length)) return;
    seen.add(text);
    const next = withText(view, text);
    const blockers = blockersIn(next);
    if (blockers.some(({ id }) => id === blocker.id)) continue;
    const cost = state.cost + priceOf(view, next, change);
    const step = { ...change, resolves: blocker, before: view };
    yield { view: next, changes: [...state.changes, step], blockers, cost };
  }
}

/** The same file with another text. */
export const withText = (view: View, text: string): View => {
  const { catalog, path, places, settings, context, onFault } = view;
  return viewOf({ catalog, path, text, places, settings, context, onFault });
};

/** Hosts that were not chosen keep their agent and grant nothing more. */
function isHarmlessFor(others: View, now: View): boolean {
  const [before, after] = [judged(others), judged(withText(others, now.outline.text))];
  return grantsNoMoreThan(before, after) && keepsAllAgents(before, after);
}

const judged = (view: View) => ({
  catalog: view.catalog,
  outline: view.outline,
  verdicts: view.verdicts(),
});

/** What an author would mind most: that a host loses a field, then a removed field, then a fix that its rule ranks last. */
const prices = { lostInHost: 1_000, field: 400, change: 100, rank: 20 };

function priceOf(before: View, now: View, { edits, leavesOut, rank }: Change): number {
  const characters = edits.reduce(
    (sum, { span, text }) => sum + Math.max(span.end - span.start, text.length),
    0,
  );
  const field = leavesOut === undefined ? 0 : prices.field;
  return (
    prices.change +
    prices.rank * rank +
    characters +
    field +
    prices.lostInHost * lostFields(before, now).length
  );
}

const good = new Set<FieldOutcome>(['kept', 'coerced']);

/** Fields that a host used before and does not use now. */
export function lostFields(
  before: View,
  now: View,
): readonly { readonly host: string; readonly key: string }[] {
  return before.verdicts().flatMap(({ place, fields }) => {
    const verdict = now.verdicts().find((one) => one.place.host === place.host);
    return fields
      .filter(({ outcome, field }) => field !== undefined && good.has(outcome))
      .filter(({ key }) => !verdict?.fields.some((one) => one.key === key && good.has(one.outcome)))
      .map(({ key }) => ({ host: place.host.name, key }));
  });
}
