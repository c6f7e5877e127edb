// What an editor shows of a rule's failing example, and the text after its fix: for the page of the rule.
import { fixesFor } from '../../server/features/fixes/fixes';
import { onePerCause } from '../../server/rules/merge-programs';
import type { Example, Finding, Rule, RuleExamples } from '../../server/rules/rule';
import { applyEdits } from '../../server/text/edit';
import { hosts } from './catalog';
import { findingsOf, settingsFor, viewOfExample } from './examples';
import { words } from './words';

export interface RuleReport {
  readonly severity: string;
  readonly message: string;
  /** From 1; null: the whole file. */
  readonly line: number | null;
  readonly source: string;
  /** The messages of the other programs that share the row. */
  readonly others: readonly string[];
}

export interface ReportedExample {
  readonly example: Example;
  /** The rows in an editor. */
  readonly reports: readonly RuleReport[];
  /** What each program reports; null: no particular program. */
  readonly programs: readonly { readonly program: string | null; readonly severity: string }[];
  /** The text after the preferred fix, or after the first one; null without a fix. */
  readonly fixed: { readonly title: string; readonly text: string } | null;
  /** Whether one of its fixes is safe; null without a fix. */
  readonly safety: 'safe' | 'review' | null;
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
      reports: onePerCause(findings, view.path).map((row) => reportOf(example.text, row)),
      programs: findings.map(({ host, severity }) => ({
        ...{ program: host === null ? null : nameOf(host), severity },
      })),
      safety: fixes.some(({ safety }) => safety === 'safe')
        ? 'safe'
        : fixes.length > 0
          ? 'review'
          : null,
      fixed: fix ? { title: words(fix.title), text: applyEdits(example.text, fix.edits) } : null,
    };
  });

function reportOf(
  text: string,
  { severity, message, host, programs, parts = [], span }: Finding,
): RuleReport {
  const names = (programs ?? (host === null ? [] : [host])).map(nameOf);
  return {
    ...{ severity, message: words(message) },
    line: span ? text.slice(0, span.start).split('\n').length : null,
    others: programs ? parts.slice(1).map((part) => words(part.message)) : [],
    source: ['Dossier', names.join(', ')].filter((part) => part !== '').join(' · '),
  };
}

const nameOf = (host: string): string => hosts.find(({ id }) => id === host)?.name ?? host;
