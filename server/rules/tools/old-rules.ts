// Converts an old map of tools to the permission rules that the host derives from it, in the same order.

import { hasComment } from '../../agent/outline';
import { allEdits, type Edits, type Writer } from '../../agent/writer';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import { covers } from '../../text/span';
import { scalar } from '../../yaml/scalar';
import { type Entry, entryOf } from '../../yaml/value';
import type { Fix } from '../rule';

/**
 * Merges them before existing rules, which override them. Empty where they cannot be merged, or a comment would be lost.
 * @param others permission and action of a rule for everything else, to be placed first. Empty then where rules exist already.
 */
export function convertToRules(
  writer: Writer,
  verdict: Verdict,
  { key, field }: FieldVerdict,
  others?: Pair,
): Fix[] {
  const { outline } = writer;
  const by = field?.deprecated?.by;
  const entry = entryOf(outline.fields, key);
  const isRules = by !== undefined && verdict.dialect.fields[by]?.role === 'permission';
  if (!isRules || entry?.value.kind !== 'map') return [];
  const { span } = entry;
  const rules = (verdict.persona?.permissions ?? []).filter((rule) => covers(span, rule.span));
  const isLossy = hasComment(outline.text, entry.value);
  if (rules.length === 0 || isLossy) return [];
  const listed = rules.map(({ permission, action }): Pair => [permission, action]);
  const existing = entryOf(outline.fields, by);
  if (existing && others) return [];
  const pairs = others ? [others, ...listed] : listed;
  const merge = existing && merged(writer, entry, existing, pairs);
  if (merge?.length === 0) return [];
  const edits = existing
    ? () => merge ?? null
    : () => allEdits(writer.renameKey(entry, by), writer.setField(entry, { pairs }));
  const title = others
    ? t('Convert to "{field}", with {line} first', {
        field: by,
        line: `"${others[0]}": ${others[1]}`,
      })
    : t('Convert to "{field}"', { field: by });
  return [{ title, safety: 'review', edits }];
}

type Pair = readonly [permission: string, action: string];

/** Inserts the rules before the existing ones, without those that an existing rule overrides. */
function merged(writer: Writer, old: Entry, { value }: Entry, pairs: readonly Pair[]): Edits {
  if (value.kind !== 'map' || value.flow) return [];
  const { outline } = writer;
  const [first] = value.entries;
  if (!first) return [];
  const existingKeys = new Set(value.entries.map(({ key }) => key));
  // A rule for a key with patterns would have to be inserted into the map under that key.
  if (
    pairs.some(([key]) => value.entries.some((one) => one.key === key && one.value.kind === 'map'))
  )
    return [];
  const at = outline.text.lastIndexOf('\n', first.keySpan.start - 1) + 1;
  const indent = outline.text.slice(at, first.keySpan.start);
  const lines = pairs
    .filter(([key]) => !existingKeys.has(key))
    .map(([key, action]) => `${indent}${scalar(key)}: ${action}${outline.eol}`);
  const inserted = [{ span: { start: at, end: at }, text: lines.join('') }];
  return allEdits(writer.removeField(old), writer.inYaml(inserted));
}
