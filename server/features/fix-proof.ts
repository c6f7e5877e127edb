// Whether a fix that calls itself safe is: the text after it is judged again, in every host that reads the file.
import type { Finding, Fix } from '../rules/rule';
import { applyEdits, type Edit } from '../text/edit';
import { recent } from '../text/recent';
import { type View, viewOf } from './view';
import { isNoWorse } from './worse';

/** What a fix would change; made once. */
export const editsOf = recent(16, (fix: Fix) => fix.edits());

/** Nothing is worse for it, and what it was to mend is mended: a host may not see what was written. */
export function provesSafe(view: View, finding: Finding, edits: readonly Edit[]): boolean {
  const now = after(view, edits);
  return (
    isNoWorse(view.verdicts(), now.verdicts()) && countOf(now, finding) < countOf(view, finding)
  );
}

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
  const same = { path, places, settings, context, neighbours, builtin, only };
  const made = viewOf({ ...same, text, previous: view });
  afters(view).set(key, made);
  return made;
}

const keyOf = (edits: readonly Edit[]): string =>
  edits.map(({ span, text }) => `${span.start} ${span.end} ${text}`).join('\n');
