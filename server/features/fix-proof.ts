// Whether a fix that calls itself safe is: the text after it is judged again, in every host that reads the file.
import type { Finding, Fix } from '../rules/rule';
import { applyEdits, type Edit } from '../text/edit';
import { recent } from '../text/recent';
import { type View, viewOf } from './view';
import { isNoWorse } from './worse';

export type Proof = (view: View, finding: Finding, edits: readonly Edit[]) => boolean;

/** What a fix would change; made once. */
export const editsOf = recent(16, (fix: Fix) => fix.edits());

/** Nothing is worse for it, and what it was to mend is mended: a host may not see what was written. */
export function provesSafe(view: View, finding: Finding, edits: readonly Edit[]): boolean {
  const now = after(view, edits);
  return (
    isNoWorse(view.verdicts(), now.verdicts()) && countOf(now, finding) < countOf(view, finding)
  );
}

/**
 * The same, asked about every finding: fixes of one rule that are safe when all are made are judged once, and not one by one
 * as when one is to be made. A list may hold twenty old names.
 */
export const provesSafeInALot: Proof = (view, finding, edits) =>
  lotOf(view, finding).has(keyOf(edits)) || provesSafe(view, finding, edits);

const lots = recent(4, (_: View) => new Map<string, ReadonlySet<string>>());

/** The changes that a rule asks for in one host, where they are safe together; none where it asks for one only. */
function lotOf(view: View, { rule, host }: Finding): ReadonlySet<string> {
  const key = `${rule} ${host}`;
  const known = lots(view).get(key);
  if (known) return known;
  const isAlike = (one: Finding): boolean => one.rule === rule && one.host === host;
  const each = view.findings().flatMap((one) => {
    const fix = isAlike(one) ? one.fixes.find(({ safety }) => safety === 'safe') : undefined;
    return fix ? [editsOf(fix)] : [];
  });
  const all = each.flat().sort((a, b) => a.span.start - b.span.start);
  const count = (of: View): number => of.findingsOf(rule).filter(isAlike).length;
  const lot =
    each.length > 1 && areApart(all) && isSafe(after(view, all))
      ? new Set(each.map(keyOf))
      : new Set<string>();
  function isSafe(now: View): boolean {
    return isNoWorse(view.verdicts(), now.verdicts()) && count(now) === count(view) - each.length;
  }
  lots(view).set(key, lot);
  return lot;
}

const areApart = (edits: readonly Edit[]): boolean =>
  edits.every(({ span }, index) => (edits[index + 1]?.span.start ?? span.end + 1) > span.end);

const countOf = (view: View, { rule, host, message }: Finding): number =>
  view.findingsOf(rule).filter((one) => one.host === host && one.message === message).length;

/** Several findings may ask for the same, and one is asked of more than once: each change is judged once a view. */
const afters = recent(4, (_: View) => new Map<string, View>());

/** The view of the text after those changes. */
export function after(view: View, edits: readonly Edit[]): View {
  const key = keyOf(edits);
  const known = afters(view).get(key);
  if (known) return known;
  const { path, places, settings, context, neighbours, builtin, only } = view;
  const text = applyEdits(view.outline.text, edits);
  const previous = view;
  const made = viewOf({
    path,
    text,
    places,
    settings,
    context,
    neighbours,
    builtin,
    only,
    previous,
  });
  afters(view).set(key, made);
  return made;
}

const keyOf = (edits: readonly Edit[]): string =>
  edits.map(({ span, text }) => `${span.start} ${span.end} ${text}`).join('\n');
