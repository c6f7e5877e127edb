// The last of the quick fixes: a comment that suppresses a rule, to which the author adds the reason.

import { ignoreInFileEdits, ignoring } from '../../rules/ignores/ignores-insert';
import { rules } from '../../rules/registry';
import type { Finding } from '../../rules/rule';
import { applyEdits, type Edit } from '../../text/edit';
import { t } from '../../text/message';
import type { View } from '../view/view';
import type { QuickFix } from './quick-fix';
import { hasNoRegression } from './regression';

/** For each rule, here and in the whole file; none where the comment would change what a host does with the file. */
export function suppressionFixes(view: View, findings: readonly Finding[]): readonly QuickFix[] {
  const isHarmless = harmlessIn(view);
  const byRule = new Map(findings.map((finding) => [finding.rule, finding]));
  return [...byRule.values()].flatMap((finding): readonly QuickFix[] => {
    if (audits.has(finding.rule)) return [];
    const here = ignoring(view.writer, finding);
    const inFile = ignoreInFileEdits(view.writer, finding);
    const offers = [
      { title: t('Disable {rule} for this line', { rule: finding.rule }), edits: here },
      { title: t('Disable {rule} for this file', { rule: finding.rule }), edits: inFile },
    ];
    return offers
      .filter(({ edits }, index) => edits.some(isHarmless) && !(index > 0 && isSame(here, edits)))
      .map((offer) => ({
        ...offer,
        finding,
        safety: 'review',
        preferred: false,
        isIgnoring: true,
      }));
  });
}

const isSame = (some: readonly Edit[], others: readonly Edit[]): boolean =>
  JSON.stringify(some) === JSON.stringify(others);

/** Rules that check such comments themselves. */
const audits = new Set(rules.flatMap(({ name, audit }) => (audit ? [name] : [])));

/** Judged once for each place, as the rule that a comment names does not matter to a host. */
function harmlessIn(view: View): (edit: Edit) => boolean {
  const known = new Map<number, boolean>();
  return (edit) => {
    const at = edit.span.start;
    const found = known.get(at) ?? hasNoRegression(view.verdicts(), after(view, edit).verdicts());
    known.set(at, found);
    return found;
  };
}

const after = (view: View, edit: Edit): View =>
  view.withText(applyEdits(view.outline.text, [edit]));
