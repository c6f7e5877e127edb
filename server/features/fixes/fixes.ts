// Quick fixes at a place, and all safe fixes at once. A fix that is declared safe is verified: the text after it is judged
// again, and the fix needs review where any host would do less with the file or grant more.

import { unmergedFindings } from '../../rules/merge-findings';
import { onePerCause } from '../../rules/merge-programs';
import type { Finding, Fix } from '../../rules/rule';
import { applyEdits, type Edit } from '../../text/edit';
import { overlaps, type Span } from '../../text/span';
import { english } from '../../text/translate';
import { diagnose, fixableFindings } from '../diagnostics';
import type { View } from '../view/view';
import { WorkBudget } from '../view/work-budget';
import { after, editsOf, isVerifiedSafe } from './fix-verification';
import type { QuickFix } from './quick-fix';
import { suppressionFixes } from './suppression-fixes';
import { losersOf } from './tool-loss';

/** Characters that may be judged to verify the fixes at one place. */
const fixBudget = 400_000;

/** Fixes for the findings that touch `span`. */
export function quickFixes(whole: View, span: Span): readonly QuickFix[] {
  const view = whole.at(span.start);
  const budget = new WorkBudget(fixBudget);
  const isHere = (finding: Finding): boolean =>
    placesOf(finding).some((place) => place === null || isTouching(place, span));
  const fixes = onePerCause(fixableFindings(view), view.path).flatMap((finding) =>
    finding.programs
      ? fixesForAll(view, finding, span, budget)
      : fixesFor(view, finding, span, budget),
  );
  // JSON has no comments that ignore findings.
  if (view.outline.form === 'json') return eachOnce(fixes);
  return [
    ...eachOnce(fixes).map((fix) => withLosers(view, fix, budget)),
    // A suppression comment has no effect on what the editor itself reports.
    ...suppressionFixes(view, diagnose(view).filter(isHere)),
  ];
}

/** A safe fix takes nothing from any program, which was verified. */
function withLosers(view: View, fix: QuickFix, budget: WorkBudget): QuickFix {
  const { safety, edits, finding } = fix;
  if (safety === 'safe' || view.lanes.length < 2 || !budget.spend(view, view.lanes.length))
    return fix;
  const takesFrom = losersOf(view, edits, finding.host);
  return takesFrom.length === 0 ? fix : { ...fix, takesFrom };
}

/**
 * The fixes of a row of several programs: those that resolve it in all of them. Where there are none, those of each program.
 */
function fixesForAll(
  view: View,
  row: Finding,
  here: Span,
  budget: WorkBudget,
): readonly QuickFix[] {
  const parts = row.parts ?? [];
  const each = eachOnce(parts.flatMap((part) => fixesFor(view, part, here, budget)));
  const right = each.filter(
    ({ edits }) =>
      budget.spend(view, view.allLanes.length) &&
      parts.every((part) => isResolved(view, part, edits)),
  );
  const [first, ...others] = (right.length > 0 ? right : each).map((fix) => ({
    ...fix,
    finding: row,
    preferred: false,
  }));
  return first ? [{ ...first, preferred: true }, ...others] : [];
}

/** Whether the program reports less of this severity after the edits. */
function isResolved(view: View, { host, severity }: Finding, edits: readonly Edit[]): boolean {
  const countIn = (one: View): number =>
    unmergedFindings(one.findings()).filter(
      (finding) => finding.host === host && finding.severity === severity,
    ).length;
  return countIn(after(view, edits)) < countIn(view);
}

/** The same fix for two hosts is offered once, with the stricter safety of the two. */
function eachOnce(fixes: readonly QuickFix[]): readonly QuickFix[] {
  const byEdits = new Map<string, QuickFix>();
  for (const fix of fixes) {
    const key = JSON.stringify([english(fix.title), fix.edits]);
    const known = byEdits.get(key);
    if (!known || fix.safety === 'review')
      byEdits.set(key, known ? { ...known, safety: fix.safety } : fix);
  }
  return [...byEdits.values()];
}

export const isTouching = (a: Span, b: Span): boolean =>
  overlaps(a, b) ||
  a.start === b.end ||
  a.end === b.start ||
  (a.start <= b.start && b.end <= a.end);

/** The finding's own place and its related places. */
export const placesOf = ({ span, also = [] }: Finding): readonly (Span | null)[] => [span, ...also];

/**
 * The fixes of one finding with their edits and their verified safety.
 * @param here limits them to those that are offered at this place.
 * @param budget A fix that cannot be verified any more is one for review.
 */
export function fixesFor(
  view: View,
  finding: Finding,
  here?: Span,
  budget = new WorkBudget(fixBudget),
): readonly QuickFix[] {
  const fixes = finding.fixes.flatMap((fix) =>
    isOffered(fix, finding, here) ? (proven(view, finding, fix, budget) ?? []) : [],
  );
  const first = fixes.findIndex((fix) => fix.safety === 'safe');
  return fixes.map((fix, index) => ({ ...fix, preferred: index === Math.max(0, first) }));
}

const isOffered = ({ at }: Fix, { span }: Finding, here: Span | undefined): boolean => {
  const place = at ?? span;
  return here === undefined || place === null || isTouching(place, here);
};

/** Characters that may be judged to verify the fixes of all findings of a file, for a report. */
const fileBudget = 4_000_000;

/** For the fixes of one file. */
export const budgetForFile = ({ deadline }: Pick<View, 'deadline'>): WorkBudget =>
  new WorkBudget(fileBudget, deadline);

/** The fix to apply, if any. The editor and the command line both use it for what they show of a finding's fix. */
export function bestFix(
  view: View,
  finding: Finding,
  budget = new WorkBudget(fixBudget),
): QuickFix | undefined {
  let best: QuickFix | undefined;
  for (const fix of finding.fixes) {
    const found = proven(view, finding, fix, budget);
    if (found?.safety === 'safe') return found;
    best ??= found ?? undefined;
  }
  return best;
}

/**
 * Title and safety of the best fix, null where there is none. In a YAML frontmatter without errors every fix applies, so a fix for
 * review need not be made to know that.
 */
export function bestFixSummary(
  view: View,
  finding: Finding,
  budget = new WorkBudget(fixBudget),
): Pick<QuickFix, 'title' | 'safety'> | null {
  const { fixes } = finding;
  const [first] = fixes;
  if (!first) return null;
  const { shape, errors } = view.outline;
  // The writer of another syntax, such as that of a configuration file, may refuse a fix.
  const isSound = view.writer.isYaml && shape === 'closed' && errors.length === 0;
  if (isSound && fixes.every(({ safety }) => safety === 'review'))
    return { title: first.title, safety: first.safety };
  return bestFix(view, finding, budget) ?? null;
}

/** Null where the fix changes nothing. */
function proven(whole: View, finding: Finding, fix: Fix, budget: WorkBudget): QuickFix | null {
  const view = finding.span ? whole.at(finding.span.start) : whole;
  const edits = editsOf(fix);
  if (!changes(view.outline.text, edits)) return null;
  const isSafe =
    fix.safety === 'safe' &&
    budget.spend(view, view.allLanes.length) &&
    isVerifiedSafe(view, finding, edits);
  const safety = isSafe ? 'safe' : 'review';
  return { title: fix.title, finding, edits, safety, preferred: false };
}

/** Whether the edits change the text. Several edits may cancel each other out. */
const changes = (text: string, edits: readonly Edit[]): boolean =>
  edits.some((edit) => text.slice(edit.span.start, edit.span.end) !== edit.text) &&
  (edits.length === 1 || applyEdits(text, edits) !== text);

/** Each round applies one fix; fixes can make others possible, or undo each other. */
const maxRounds = 50;

/** Characters that may be judged to fix everything in a file. */
const fixAllBudget = 1_000_000;

export interface FixedAll {
  readonly text: string;
  /** How many fixes were applied. */
  readonly count: number;
}

/**
 * The text after all safe fixes, applied one after the other, each verified on the result of the one before. Includes findings
 * that the editor itself reports, as fixing them shows nothing twice.
 */
export function fixAll(view: View): FixedAll {
  let count = 0;
  const budget = new WorkBudget(fixAllBudget, view.deadline);
  let now = view;
  for (let round = 0; round < maxRounds; round++) {
    const next = firstSafe(now, budget);
    if (!next) break;
    count += 1;
    now = after(now, next.edits);
  }
  return { text: now.outline.text, count };
}

function firstSafe(view: View, budget: WorkBudget): QuickFix | undefined {
  for (const finding of view.findings()) {
    if (!finding.fixes.some((fix) => fix.safety === 'safe')) continue;
    const fix = bestFix(view, finding, budget);
    if (fix?.safety === 'safe') return fix;
  }
  return undefined;
}
