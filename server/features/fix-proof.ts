// Whether a fix that calls itself safe is: the text after it is judged again, in every host that reads the file.
import type { Finding, Fix } from '../rules/rule';
import { applyEdits, type Edit } from '../text/edit';
import { memoize } from '../text/memoize';
import { type View, viewOf } from './view';
import { verdictIsNoWorse } from './worse';

/** What a fix would change; made once. */
export const editsOf = memoize((fix: Fix) => fix.edits());

/** Nothing is worse for it, and what it was to mend is mended: a host may not see what was written. */
export function provesSafe(view: View, finding: Finding, edits: readonly Edit[]): boolean {
  const now = after(view, edits);
  // The last ones first: a fix speaks of an owner, and the guests are who may lose by it.
  for (let at = view.allLanes.length - 1; at >= 0; at--) {
    const was = view.allLanes[at]?.verdict();
    const is = now.allLanes[at]?.verdict();
    if (!was || !is || !verdictIsNoWorse(was, is)) return false;
  }
  return countOf(now, finding) < countOf(view, finding);
}

function countOf(view: View, { rule, host, message }: Finding): number {
  let count = 0;
  for (const one of view.findingsOf(rule))
    if (one.host === host && one.message === message) count++;
  return count;
}

/** Several findings may ask for the same, and one is asked of more than once: each change is judged once a view. */
const afters = memoize((_: View) => new Map<string, View>());

/** The view of the text after those changes. */
export function after(view: View, edits: readonly Edit[]): View {
  const key = keyOf(edits);
  const known = afters(view).get(key);
  if (known) return known;
  const { path, places, settings, context, neighbours, builtin, only } = view;
  const text = applyEdits(view.outline.text, edits);
  const same = { path, places, settings, context, neighbours, builtin, only };
  const made = viewOf({ ...same, text, previous: view });
  afters(view).set(key, made);
  return made;
}

function keyOf(edits: readonly Edit[]): string {
  let key = '';
  for (const { span, text } of edits) key += `${span.start} ${span.end} ${text}\n`;
  return key;
}
