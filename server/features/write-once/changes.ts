// Changes that may resolve a blocker: the fixes of the rules, a value that all hosts accept, and removing a field that does not
// limit the agent.

import { type CommonValues, commonValues } from '../../hosts/judge/common-values';
import type { Verdict } from '../../hosts/model/verdict';
import { findingsPerHost } from '../../rules/merge-findings';
import { hexOf, nearestColor } from '../../rules/values/color';
import type { Edit } from '../../text/edit';
import { type Message, t } from '../../text/message';
import { nearest } from '../../text/nearest';
import { entryOf, textOf } from '../../yaml/value';
import { editsOf } from '../fixes/fix-verification';
import type { View } from '../view/view';
import type { Blocker } from './blockers';
import { isLimit } from './permissions-check';

export interface Change {
  /** An imperative without a full stop: `Replace with "blue"`. */
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** The field that it changes, where there is one. */
  readonly key?: string | undefined;
  /** Position among the fixes of one finding: the first is the likeliest. */
  readonly rank: number;
  /** The field that it removes. */
  readonly leavesOut?: string;
}

/** The candidates for a blocker; each may turn out not to resolve it. */
export function changesFor(view: View, blocker: Blocker): readonly Change[] {
  const { host } = blocker.verdict.place;
  const fixes = findingsPerHost(view.findings())
    .filter((finding) => finding.host === host.id || finding.host === null)
    .flatMap(({ fixes: some }) =>
      some.flatMap((fix, rank): readonly Change[] =>
        fix.isDraft ? [] : [{ title: fix.title, edits: editsOf(fix), rank }],
      ),
    );
  const key = blocker.field?.key;
  return [...fixes, ...commonValueChanges(view, blocker), ...removals(view, blocker)]
    .filter(({ edits }) => edits.length > 0)
    .map((change) => ({ ...change, key }));
}

/** The values that all hosts with this field accept; null where fewer than two hosts have it. */
export function commonValuesFor(verdicts: readonly Verdict[], key: string): CommonValues | null {
  const types = fieldsOf(verdicts, key).map(({ field }) => field.type);
  return types.length < 2 ? null : commonValues(types);
}

/** The hosts that have a field, each with its declaration. */
export const fieldsOf = (verdicts: readonly Verdict[], key: string) =>
  verdicts.flatMap(({ place, dialect }) => {
    const field = Object.hasOwn(dialect.fields, key) ? dialect.fields[key] : undefined;
    return field ? [{ host: place.host, field }] : [];
  });

/** The common value nearest to the written one. */
function commonValueChanges(view: View, { field, verdict }: Blocker): readonly Change[] {
  const written = textOf(field?.value);
  if (!field || written === undefined) return [];
  const words = commonValuesFor(view.verdicts(), field.key)?.words ?? [];
  const hex = field.field?.role === 'color' ? hexOf(view.catalog, written) : undefined;
  const meant =
    hex === undefined
      ? nearest(written, words)
      : nearestColor(
          hex,
          verdict.dialect.colors.filter(({ value }) => words.includes(value)),
        );
  if (meant === undefined) return [];
  const edits = view.writer.replaceValue(field.value, { text: meant }) ?? [];
  return [{ title: t('Replace with "{value}"', { value: meant }), edits, rank: 0 }];
}

function removals({ catalog, outline, writer }: View, { field }: Blocker): readonly Change[] {
  const entry = field && entryOf(outline.fields, field.key);
  if (!entry || isLimit(catalog, entry.key)) return [];
  const { key } = entry;
  return [
    {
      title: t('Remove "{key}"', { key }),
      edits: writer.removeField(entry) ?? [],
      rank: 0,
      leavesOut: key,
    },
  ];
}
