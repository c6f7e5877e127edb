// One kind of fix in a whole file: all safe fixes of a rule, or the fix for review that the author chose.

import type { Finding, Fix } from '../../rules/rule';
import type { Message } from '../../text/message';
import { english } from '../../text/translate';
import type { View } from '../view/view';
import { after } from './fix-verification';
import { fixesFor } from './fixes';
import type { QuickFix } from './quick-fix';

export interface FixKind {
  readonly rule: string;
  /** The title of the chosen fix; null for all safe ones. Titles are the same if their English text is. */
  readonly title: Message | null;
}

export interface CountedKind extends FixKind {
  /** Findings in this file that it would fix; an estimate, as the fixes are not made for it. */
  readonly count: number;
}

/** The kinds of these fixes, one per rule: a safe fix where there is one, else the first. */
export function kindsOf(view: View, fixes: readonly QuickFix[]): readonly CountedKind[] {
  const byRule = new Map<string, QuickFix>();
  for (const fix of fixes) {
    const { rule } = fix.finding;
    const known = byRule.get(rule);
    if (!known || (known.safety === 'review' && fix.safety === 'safe')) byRule.set(rule, fix);
  }
  return [...byRule.values()].map(({ finding, title, safety }) => {
    const kind = { rule: finding.rule, title: safety === 'safe' ? null : title };
    return { ...kind, count: countOf(view, kind) };
  });
}

const countOf = (view: View, kind: FixKind): number =>
  view
    .findings()
    .filter(({ rule }) => rule === kind.rule)
    .reduce((count, { fixes }) => count + fixes.filter((fix) => isOf(fix, kind)).length, 0);

const isOf = ({ title, safety }: Pick<Fix, 'title' | 'safety'>, kind: FixKind): boolean =>
  kind.title === null ? safety === 'safe' : english(title) === english(kind.title);

/** More than a file needs. The loop also ends where two fixes undo each other. */
const maxRounds = 200;

/** The text after all fixes of this kind, applied one after the other, each verified on the result of the one before. */
export function fixKind(view: View, kind: FixKind): string {
  const seen = new Set([view.outline.text]);
  let now = view;
  for (let round = 0; round < maxRounds; round++) {
    const fix = firstOf(now, kind);
    if (!fix) break;
    const next = after(now, fix.edits);
    if (seen.has(next.outline.text)) break;
    seen.add(next.outline.text);
    now = next;
  }
  return now.outline.text;
}

function firstOf(view: View, kind: FixKind): QuickFix | undefined {
  const mayHave = ({ rule, fixes }: Finding): boolean =>
    rule === kind.rule && fixes.some((fix) => isOf(fix, kind));
  for (const finding of view.findings().filter(mayHave)) {
    const fix = fixesFor(view, finding).find((one) => isOf(one, kind));
    if (fix) return fix;
  }
  return undefined;
}
