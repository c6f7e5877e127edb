// The findings to report, without those that the editor itself reports.
import type { Outline } from '../agent/outline';
import type { EditorFindingKind, EditorSupport } from '../hosts/model/editor-support';
import { type Ignore, ignoresIn } from '../rules/ignores/ignores';
import { isIgnored } from '../rules/ignores/ignores-apply';
import { mergeFindings, unmergedFindings, withoutFindings } from '../rules/merge-findings';
import { rules } from '../rules/registry';
import type { Finding } from '../rules/rule';
import { runRules, sortFindings } from '../rules/run';
import { touches } from '../text/span';
import type { View } from './view/view';

export function diagnose({ findings, builtin, outline }: View): readonly Finding[] {
  if (Object.keys(builtin.reports).length === 0) return findings();
  // The editor reports for one host only, so findings of other hosts at the same place are kept.
  return withoutFindings(findings(), (finding) => isReportedByEditor(finding, builtin, outline));
}

/** The findings to offer fixes for, including those the editor reports without a fix of its own. */
export const fixableFindings = ({ findings, builtin, outline }: View): readonly Finding[] =>
  withoutFindings(
    findings(),
    (finding) => isReportedByEditor(finding, builtin, outline) && isFixedByEditor(finding, builtin),
  );

const isFixedByEditor = (finding: Finding, { fixableKinds }: EditorSupport): boolean => {
  const kind = kindOf(finding);
  return kind !== undefined && fixableKinds.includes(kind);
};

/** The editor reports findings of this kind for this host and this field. */
function isReportedByEditor(finding: Finding, builtin: EditorSupport, outline: Outline): boolean {
  const { host, span } = finding;
  const kind = kindOf(finding);
  if (kind === undefined) return false;
  const reported =
    host === null ? Object.values(builtin.reports).flat() : (builtin.reports[host] ?? []);
  if (!reported.includes(kind)) return false;
  const field = span && outline.fields.find((entry) => touches(entry.span, span.start));
  // The host reads a longer value than the editor, such as one with a comment after it: the editor reports something else.
  if (field && span.end > field.span.end) return false;
  if (!needsField.has(kind) || !span) return true;
  return field ? builtin.checks.includes(field.key) : false;
}

const needsField = new Set<EditorFindingKind>(['invalid-type', 'invalid-value', 'empty']);

const kinds = new Map(rules.map((rule) => [rule.name, rule.builtin]));

const kindOf = ({ rule, builtin }: Finding): EditorFindingKind | undefined =>
  builtin ?? kinds.get(rule);

// The findings of a file for the command line, where text cannot be faded.

/** Findings that only fade text in an editor, and names of grouped findings that do, become findings of their own, in text order. */
export function withFadingSeparated(
  findings: readonly Finding[],
  { path, places }: Pick<View, 'path' | 'places'>,
): readonly Finding[] {
  if (!findings.some(hasFading)) return findings;
  const all = unmergedFindings(findings);
  const gather = (some: readonly Finding[]): readonly Finding[] =>
    mergeFindings(sortFindings(some), places[0]?.path ?? path);
  return sortFindings([
    ...gather(all.filter(({ onlyFades }) => onlyFades !== true)),
    ...gather(all.filter(({ onlyFades }) => onlyFades === true)),
  ]);
}

const hasFading = ({ onlyFades, parts }: Finding): boolean =>
  onlyFades === true || (parts?.some(hasFading) ?? false);

// The findings that suppression comments ignore, for formats that record them (SARIF).

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly by: Ignore;
}

/** In the order of the text. Findings of rules that check the comments themselves cannot be ignored. */
export function suppressedIn(view: View): readonly SuppressedFinding[] {
  const { catalog, outline, settings } = view;
  const ignores = ignoresIn(outline);
  if (ignores.length === 0) return [];
  const all = runRules({
    catalog,
    outline,
    writer: view.writer,
    places: view.places,
    verdicts: view.shown,
    allowed: { fields: settings.allowedFields, tools: settings.allowedTools },
    chosen: settings.rules,
    strict: settings.hosts,
  });
  return all.flatMap((finding) => {
    const by = ignores.find((ignore) => isIgnored(finding, ignore));
    return by ? [{ finding, by }] : [];
  });
}
