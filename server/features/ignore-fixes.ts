// The last resort among quick fixes: a comment that ignores a rule here, for the author to give the reason.
import { ignoring } from '../rules/ignores-insert';
import { rules } from '../rules/registry';
import type { Finding } from '../rules/rule';
import { applyEdits, type Edit } from '../text/edit';
import type { QuickFix } from './fixes';
import { type View, viewOf } from './view';
import { isNoWorse } from './worse';

/** One for each rule; none where a comment would change what a host makes of the file. */
export function ignoreFixes(view: View, findings: readonly Finding[]): readonly QuickFix[] {
  const isHarmless = harmlessIn(view);
  const byRule = new Map(findings.map((finding) => [finding.rule, finding]));
  return [...byRule.values()].flatMap((finding): readonly QuickFix[] => {
    const edits = audits.has(finding.rule) ? [] : ignoring(view.outline, finding);
    if (!edits.some(isHarmless)) return [];
    const title = `Ignore ${finding.rule} here`;
    return [{ title, finding, edits, safety: 'review', preferred: false }];
  });
}

/** These speak of such comments themselves. */
const audits = new Set(rules.flatMap(({ name, audit }) => (audit ? [name] : [])));

/** Judged once for each place: which rule a comment names is nothing to a host. */
function harmlessIn(view: View): (edit: Edit) => boolean {
  const known = new Map<number, boolean>();
  return (edit) => {
    const at = edit.span.start;
    const found = known.get(at) ?? isNoWorse(view.verdicts(), after(view, edit).verdicts());
    known.set(at, found);
    return found;
  };
}

const after = (view: View, edit: Edit): View =>
  viewOf({ ...view, text: applyEdits(view.outline.text, [edit]), previous: view });
