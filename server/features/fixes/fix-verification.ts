// Whether a fix that is declared safe really is: the text after it is judged again, in every host that reads the file.

import type { Finding, Fix } from '../../rules/rule';
import { applyEdits, type Edit } from '../../text/edit';
import { memoize } from '../../text/memoize';
import { english } from '../../text/translate';
import type { View } from '../view/view';
import { verdictHasNoRegression } from './regression';

/** The edits of a fix, memoized; none where a host of the file could not read the result. */
export const editsOf = memoize((fix: Fix): readonly Edit[] => fix.edits() ?? []);

/** Whether no host does worse after the edits, and the finding is resolved. */
export function isVerifiedSafe(view: View, finding: Finding, edits: readonly Edit[]): boolean {
  const now = excerptAfter(view, edits) ?? after(view, edits);
  // Guests come last in the list and are tried first: a fix is made for an owner, so a guest is more likely to do worse.
  for (let at = view.allLanes.length - 1; at >= 0; at--) {
    const before = view.allLanes[at]?.verdict();
    const later = now.allLanes[at]?.verdict();
    if (!before || !later || !verdictHasNoRegression(before, later)) return false;
  }
  return countOf(now, finding) < countOf(view, finding);
}

/** An agent in a configuration file after edits in it, in a file without the others, which would be read for each fix. */
function excerptAfter(view: View, edits: readonly Edit[]): View | null {
  const { opening, head, text } = view.outline;
  const entry = view.places[0]?.entry;
  if (!entry || !opening) return null;
  if (edits.some(({ span }) => span.start < opening.start || head.end < span.end)) return null;
  const moved = edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - opening.start, end: edit.span.end - opening.start },
  }));
  const changed = applyEdits(text.slice(opening.start, head.end), moved);
  return view.withText(`{${JSON.stringify(entry.key)}:{${changed}}}`);
}

function countOf(view: View, { rule, host, message }: Finding): number {
  const text = english(message);
  let count = 0;
  for (const one of view.findingsOf(rule))
    if (one.host === host && english(one.message) === text) count++;
  return count;
}

/** Findings may share a fix, and a fix is requested repeatedly: each change is judged once per view. */
const afters = memoize((_: View) => new Map<string, View>());

/** The view of the text after the edits, memoized. */
export function after(view: View, edits: readonly Edit[]): View {
  const key = keyOf(edits);
  const known = afters(view).get(key);
  if (known) return known;
  const made = view.withText(applyEdits(view.outline.text, edits));
  afters(view).set(key, made);
  return made;
}

function keyOf(edits: readonly Edit[]): string {
  let key = '';
  for (const { span, text } of edits) key += `${span.start} ${span.end} ${text}\n`;
  return key;
}
