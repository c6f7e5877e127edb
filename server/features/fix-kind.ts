// One kind of fix in a whole file: every safe fix of a rule, or the very fix that the author chose of those for review.
import type { Finding, Fix } from '../rules/rule';
import { after } from './fix-proof';
import { fixesFor, type QuickFix } from './fixes';
import type { View } from './view';

export interface FixKind {
  readonly rule: string;
  /** Of the fix that is meant; null for all safe ones. */
  readonly title: string | null;
}

export interface CountedKind extends FixKind {
  /** Findings in this file that it would fix, as far as is known without making the fixes. */
  readonly count: number;
}

/** The kinds of these fixes, the fix that is offered first of each rule. */
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
  kind.title === null ? safety === 'safe' : title === kind.title;

/** A file holds fewer; it also ends where two fixes take each other back. */
const maxRounds = 200;

/** The text after every fix of this kind, one after the other, each judged on what the one before it left. */
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
