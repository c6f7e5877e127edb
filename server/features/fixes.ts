// Quick fixes at a place, and all safe fixes at once. A fix that claims to be safe is held to it: the text after it
// is judged again, and the fix is taken back when any host would make less of the file, or grant more.

import type { Finding, Fix } from '../rules/rule';
import { applyEdits, type Edit } from '../text/edit';
import { overlaps, type Span } from '../text/span';
import { diagnose, toMend } from './diagnostics';
import { after, editsOf, provesSafe } from './fix-proof';
import { ignoreFixes } from './ignore-fixes';
import type { View } from './view';

export interface QuickFix {
  readonly title: string;
  readonly finding: Finding;
  readonly edits: readonly Edit[];
  readonly safety: Fix['safety'];
  /** The one to take when asked to take one. */
  readonly preferred: boolean;
  /** It silences the finding, and changes nothing of what it is about. */
  readonly isIgnoring?: true;
}

/** Fixes for the findings that touch `span`. */
export function quickFixes(view: View, span: Span): readonly QuickFix[] {
  const isHere = (finding: Finding): boolean =>
    placesOf(finding).some((place) => place === null || touching(place, span));
  return [
    ...eachOnce(toMend(view).flatMap((finding) => fixesFor(view, finding, span))),
    // What the editor says, a comment for us does not still.
    ...ignoreFixes(view, diagnose(view).filter(isHere)),
  ];
}

/** Two hosts may ask for the very same: it is offered once, and as safe as the more careful of them holds it to be. */
function eachOnce(fixes: readonly QuickFix[]): readonly QuickFix[] {
  const byEdits = new Map<string, QuickFix>();
  for (const fix of fixes) {
    const key = JSON.stringify([fix.title, fix.edits]);
    const known = byEdits.get(key);
    if (!known || fix.safety === 'review')
      byEdits.set(key, known ? { ...known, safety: fix.safety } : fix);
  }
  return [...byEdits.values()];
}

export const touching = (a: Span, b: Span): boolean =>
  overlaps(a, b) ||
  a.start === b.end ||
  a.end === b.start ||
  (a.start <= b.start && b.end <= a.end);

/** Its own place, and the others that it is about. */
export const placesOf = ({ span, also = [] }: Finding): readonly (Span | null)[] => [span, ...also];

/**
 * The fixes of one finding, with their edits, each as safe as it proves to be.
 * @param here only those that are offered at this place
 */
export function fixesFor(view: View, finding: Finding, here?: Span): readonly QuickFix[] {
  const fixes = finding.fixes.flatMap((fix) =>
    isOffered(fix, finding, here) ? (proven(view, finding, fix) ?? []) : [],
  );
  const first = fixes.findIndex((fix) => fix.safety === 'safe');
  return fixes.map((fix, index) => ({ ...fix, preferred: index === Math.max(0, first) }));
}

const isOffered = ({ at }: Fix, { span }: Finding, here: Span | undefined): boolean => {
  const place = at ?? span;
  return here === undefined || place === null || touching(place, here);
};

/** The one to take, if any; what every front door says of a finding's fix comes from here. */
export function bestFix(view: View, finding: Finding): QuickFix | undefined {
  let best: QuickFix | undefined;
  for (const fix of finding.fixes) {
    const found = proven(view, finding, fix);
    if (found?.safety === 'safe') return found;
    best ??= found ?? undefined;
  }
  return best;
}

/**
 * What is said of the best fix, if there is one. In a head without errors every fix finds its place: one that is for review
 * anyway need not be made to know that.
 */
export function bestOf(view: View, finding: Finding): Pick<QuickFix, 'title' | 'safety'> | null {
  const { fixes } = finding;
  const [first] = fixes;
  if (!first) return null;
  const { shape, errors } = view.outline;
  const isSound = shape === 'closed' && errors.length === 0;
  if (isSound && fixes.every(({ safety }) => safety === 'review')) return first;
  return bestFix(view, finding) ?? null;
}

/** Null where there turns out to be nothing to do. */
function proven(view: View, finding: Finding, fix: Fix): QuickFix | null {
  const edits = editsOf(fix);
  if (!changes(view.outline.text, edits)) return null;
  const safety = fix.safety === 'safe' && provesSafe(view, finding, edits) ? 'safe' : 'review';
  return { title: fix.title, finding, edits, safety, preferred: false };
}

/** One edit is looked at by itself; several may take each other back. */
const changes = (text: string, edits: readonly Edit[]): boolean =>
  edits.some((edit) => text.slice(edit.span.start, edit.span.end) !== edit.text) &&
  (edits.length === 1 || applyEdits(text, edits) !== text);

/** Enough rounds for fixes that make room for others; each round takes one step. */
const maxRounds = 50;

export interface FixedAll {
  readonly text: string;
  readonly titles: readonly string[];
}

/**
 * The text after every safe fix, one after the other, each judged on what the one before it left. Findings that
 * the editor shows already are mended too: fixing says nothing twice.
 */
export function fixAll(view: View): FixedAll {
  const titles: string[] = [];
  let now = view;
  for (let round = 0; round < maxRounds; round++) {
    const next = firstSafe(now);
    if (!next) break;
    titles.push(next.title);
    now = after(now, next.edits);
  }
  return { text: now.outline.text, titles };
}

function firstSafe(view: View): QuickFix | undefined {
  for (const finding of view.findings()) {
    if (!finding.fixes.some((fix) => fix.safety === 'safe')) continue;
    const fix = bestFix(view, finding);
    if (fix?.safety === 'safe') return fix;
  }
  return undefined;
}

/** The smallest single edit from one text to another. */
export function difference(before: string, now: string): readonly Edit[] {
  if (before === now) return [];
  let start = 0;
  while (start < before.length && before.charCodeAt(start) === now.charCodeAt(start)) start++;
  let end = 0;
  const most = Math.min(before.length, now.length) - start;
  while (
    end < most &&
    before.charCodeAt(before.length - 1 - end) === now.charCodeAt(now.length - 1 - end)
  )
    end++;
  return [{ span: { start, end: before.length - end }, text: now.slice(start, now.length - end) }];
}
