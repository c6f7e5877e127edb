// What there is to tell the author, less what the editor says already.
import type { Outline } from '../agent/outline';
import type { Builtin, BuiltinKind } from '../hosts/builtin';
import { leavingOut } from '../rules/gather';
import { rules } from '../rules/registry';
import type { Finding } from '../rules/rule';
import { touches } from '../text/span';
import type { View } from './view';

export function diagnose({ findings, builtin, outline }: View): readonly Finding[] {
  if (Object.keys(builtin.reports).length === 0) return findings();
  // Where the editor reports a word for one host, what another host does with it is still to be reported.
  return leavingOut(findings(), (finding) => isSaidAlready(finding, builtin, outline));
}

/** What there is to mend: also what the editor says, where it has no fix of its own. */
export const toMend = ({ findings, builtin, outline }: View): readonly Finding[] =>
  leavingOut(
    findings(),
    (finding) => isSaidAlready(finding, builtin, outline) && isFixedByEditor(finding, builtin),
  );

const isFixedByEditor = (finding: Finding, { mends }: Builtin): boolean => {
  const kind = kindOf(finding);
  return kind !== undefined && mends.includes(kind);
};

/** Said of the same host, of a kind that the editor reports, and of a field that it looks at. */
function isSaidAlready(finding: Finding, builtin: Builtin, outline: Outline): boolean {
  const { host, span } = finding;
  const kind = kindOf(finding);
  if (kind === undefined) return false;
  const said =
    host === null ? Object.values(builtin.reports).flat() : (builtin.reports[host] ?? []);
  if (!said.includes(kind)) return false;
  const field = span && outline.fields.find((entry) => touches(entry.span, span.start));
  // The host takes more for the value than the editor does: a comment, where it mended the text.
  if (field && span.end > field.span.end) return false;
  if (!needsField.has(kind) || !span) return true;
  return field ? builtin.checks.includes(field.key) : false;
}

const needsField = new Set<BuiltinKind>(['invalid-type', 'invalid-value', 'empty']);

const kinds = new Map(rules.map((rule) => [rule.name, rule.builtin]));

const kindOf = ({ rule, builtin }: Finding): BuiltinKind | undefined => builtin ?? kinds.get(rule);
