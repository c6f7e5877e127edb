// What an editor shows of a rule's failing example, and the text after its fix: for the page of the rule.
import { fixesFor } from '../../server/features/fixes/fixes';
import type { Example, Finding, Rule, RuleExamples } from '../../server/rules/rule';
import { applyEdits } from '../../server/text/edit';
import { hosts } from './catalog';
import { findingsOf, settingsFor, viewOfExample } from './examples';

export interface RuleReport {
  readonly severity: string;
  readonly message: string;
  /** Null: no particular program. */
  readonly program: string | null;
  /** From 1; null: the whole file. */
  readonly line: number | null;
  readonly source: string;
}

export interface ReportedExample {
  readonly example: Example;
  readonly reports: readonly RuleReport[];
  /** The text after the preferred fix, or after the first one; null without a fix. */
  readonly fixed: { readonly title: string; readonly text: string } | null;
}

export const reportedExamples = (rule: Rule & RuleExamples): readonly ReportedExample[] =>
  rule.failing.map((example) => {
    const view = viewOfExample(example, settingsFor(rule));
    const findings = findingsOf(rule, view);
    const fixes = findings
      .flatMap((finding) => fixesFor(view, finding))
      .filter(({ isIgnoring }) => isIgnoring !== true);
    const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
    return {
      example,
      reports: findings.map((finding) => reportOf(example.text, finding)),
      fixed: fix ? { title: fix.title, text: applyEdits(example.text, fix.edits) } : null,
    };
  });

function reportOf(text: string, { severity, message, host, span }: Finding): RuleReport {
  const program = hosts.find(({ id }) => id === host)?.name ?? null;
  return {
    ...{ severity, message, program },
    line: span ? text.slice(0, span.start).split('\n').length : null,
    source: program === null ? 'Dossier' : `Dossier · ${program}`,
  };
}
