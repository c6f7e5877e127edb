// Whether a fix that is declared safe really is: the text after it is judged again, in every host that reads the file.
import type { Finding, Fix } from '../rules/rule';
import { applyEdits, type Edit } from '../text/edit';
import { memoize } from '../text/memoize';
import { verdictHasNoRegression } from './regression';
import { type View, viewOf } from './view';

/** The edits of a fix, memoized; none where a host of the file could not read the result. */
export const editsOf = memoize((fix: Fix): readonly Edit[] => fix.edits() ?? []);

/** Whether no host does worse after the edits, and the finding is resolved. */
export function isVerifiedSafe(view: View, finding: Finding, edits: readonly Edit[]): boolean {
  const now = after(view, edits);
  // Guests come last in the list and are tried first: a fix is made for an owner, so a guest is more likely to do worse.
  for (let at = view.allLanes.length - 1; at >= 0; at--) {
    const before = view.allLanes[at]?.verdict();
    const later = now.allLanes[at]?.verdict();
    if (!before || !later || !verdictHasNoRegression(before, later)) return false;
  }
  return countOf(now, finding) < countOf(view, finding);
}

function countOf(view: View, { rule, host, message }: Finding): number {
  let count = 0;
  for (const one of view.findingsOf(rule))
    if (one.host === host && one.message === message) count++;
  return count;
}

/** Findings may share a fix, and a fix is requested repeatedly: each change is judged once per view. */
const afters = memoize((_: View) => new Map<string, View>());

/** The view of the text after the edits, memoized. */
export function after(view: View, edits: readonly Edit[]): View {
  const key = keyOf(edits);
  const known = afters(view).get(key);
  if (known) return known;
  const { catalog, path, places, settings, context, workspace, builtin, only, onFault } = view;
  const { entryHolders } = view;
  const text = applyEdits(view.outline.text, edits);
  const same = { catalog, path, places, settings, context, workspace, builtin, only, onFault };
  const made = viewOf({ ...same, entryHolders, text, previous: view });
  afters(view).set(key, made);
  return made;
}

function keyOf(edits: readonly Edit[]): string {
  let key = '';
  for (const { span, text } of edits) key += `${span.start} ${span.end} ${text}\n`;
  return key;
}
