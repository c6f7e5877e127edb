// An old map of tools, written as the permission rules that the host makes of it: the very same ones, in their order.
import { hasComment } from '../agent/comments';
import type { Outline } from '../agent/outline';
import { type Entry, entryOf } from '../agent/value';
import { removeField, renameKey, scalar, toMap } from '../agent/write';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import type { Edit } from '../text/edit';
import { covers } from '../text/span';
import type { Fix } from './rule';

/**
 * With the rules that are there already, which count for more; nothing where a comment would be lost.
 * @param others a rule for everything else, before them: permission and action. Then nothing where there are rules already.
 */
export function asRules(
  outline: Outline,
  verdict: Verdict,
  { key, field }: FieldVerdict,
  others?: Pair,
): Fix[] {
  const by = field?.deprecated?.by;
  const entry = entryOf(outline.fields, key);
  const isRules = by !== undefined && verdict.dialect.fields[by]?.role === 'permission';
  if (!isRules || entry?.value.kind !== 'map') return [];
  const { span } = entry;
  const rules = (verdict.persona?.permissions ?? []).filter((rule) => covers(span, rule.span));
  const isLossy = hasComment(outline.text, entry.value);
  if (rules.length === 0 || isLossy) return [];
  const listed = rules.map(({ permission, action }): Pair => [permission, action]);
  const there = entryOf(outline.fields, by);
  if (there && others) return [];
  const pairs = others ? [others, ...listed] : listed;
  const edits = there
    ? () => merged(outline, entry, there, pairs)
    : () => [...renameKey(outline, entry, by), ...toMap(outline, entry, pairs)];
  const title = others
    ? `Move them to ${by}, after "${others[0]}": ${others[1]}`
    : `Write them in ${by}`;
  return [{ title, safety: 'review', edits }];
}

type Pair = readonly [permission: string, action: string];

/** Before the rules that are there, which are weighed later; what one of those decides anyway is left out. */
function merged(
  outline: Outline,
  old: Entry,
  { value }: Entry,
  pairs: readonly Pair[],
): readonly Edit[] {
  if (value.kind !== 'map' || value.flow) return [];
  const [first] = value.entries;
  if (!first) return [];
  const decided = new Set(value.entries.map(({ key }) => key));
  // Rules with patterns would have to be put into the map below their key.
  if (
    pairs.some(([key]) => value.entries.some((one) => one.key === key && one.value.kind === 'map'))
  )
    return [];
  const at = outline.text.lastIndexOf('\n', first.keySpan.start - 1) + 1;
  const indent = outline.text.slice(at, first.keySpan.start);
  const lines = pairs
    .filter(([key]) => !decided.has(key))
    .map(([key, action]) => `${indent}${scalar(key)}: ${action}${outline.eol}`);
  return [...removeField(outline, old), { span: { start: at, end: at }, text: lines.join('') }];
}
