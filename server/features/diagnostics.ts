// The findings to report, without those that the editor itself reports.
import type { Outline } from '../agent/outline';
import type { EditorFindingKind, EditorSupport } from '../hosts/model/editor-support';
import { withoutFindings } from '../rules/merge-findings';
import { rules } from '../rules/registry';
import type { Finding } from '../rules/rule';
import { touches } from '../text/span';
import type { View } from './view';

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
