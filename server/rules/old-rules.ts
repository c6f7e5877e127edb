// An old map of tools, written as the permission rules that the host makes of it: the very same ones, in their order.
import { hasComment } from '../agent/comments';
import type { Outline } from '../agent/outline';
import { entryOf } from '../agent/value';
import { renameKey, toMap } from '../agent/write';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import { covers } from '../text/span';
import type { Fix } from './rule';

/**
 * Nothing where there are such rules already, or a comment that would be lost.
 * @param others a rule for everything else, before them: permission and action.
 */
export function asRules(
  outline: Outline,
  verdict: Verdict,
  { key, field }: FieldVerdict,
  others?: readonly [string, string],
): Fix[] {
  const by = field?.deprecated?.by;
  const entry = entryOf(outline.fields, key);
  const isRules = by !== undefined && verdict.dialect.fields[by]?.role === 'permission';
  if (!isRules || entry?.value.kind !== 'map' || verdict.fields.some((one) => one.key === by))
    return [];
  const { span } = entry;
  const rules = (verdict.persona?.permissions ?? []).filter((rule) => covers(span, rule.span));
  const isLossy = hasComment(outline.text, entry.value);
  if (rules.length === 0 || isLossy || entry.value.flow) return [];
  return [
    {
      title: others
        ? `Move them to ${by}, after "${others[0]}": ${others[1]}`
        : `Write them in ${by}`,
      safety: 'review',
      edits: () => [
        ...renameKey(outline, entry, by),
        ...toMap(outline, entry, [
          ...(others ? [others] : []),
          ...rules.map(({ permission, action }) => [permission, action] as const),
        ]),
      ],
    },
  ];
}
