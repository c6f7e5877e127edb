// Converts a string to a list and a list of one item to a string where the host expects the other.

import type { Edits, Writer } from '../agent/writer';
import type { FieldVerdict } from '../hosts/model/field-verdict';
import type { Problem } from '../hosts/model/problem';
import { t } from '../text/l10n';
import { scalar } from '../yaml/scalar';
import { entryOf, type Value } from '../yaml/value';
import { expectsList, expectsWord } from './expected';
import type { Fix } from './rule';

export function shapeFixes(writer: Writer, { key }: FieldVerdict, problem: Problem): Fix[] {
  const { value, kind, path } = problem;
  const { outline } = writer;
  const entry = entryOf(outline.fields, key);
  if (kind !== 'type' || path.length > 0 || !entry) return [];
  if (value.kind === 'text' && expectsList(problem)) {
    const names = value.text.split(',').map((name) => name.trim());
    if (names.includes('') || /[\n[\]{}]/.test(value.text)) return [];
    const edits = (): Edits => writer.toList(entry, names, 'flow');
    return [{ title: t('Convert to a list'), safety: 'safe', edits }];
  }
  const only = onlyItem(value);
  if (only === undefined || !expectsWord(problem)) return [];
  const { start } = value.span;
  const end = start + outline.text.slice(start, value.span.end).trimEnd().length;
  return [
    {
      title: t('Remove the brackets around "{value}"', { value: only }),
      safety: 'safe',
      edits: () => writer.inYaml([{ span: { start, end }, text: scalar(only) }]),
    },
  ];
}

/** The item of a list in brackets that has no other. */
function onlyItem(value: Value): string | undefined {
  if (value.kind !== 'list' || !value.flow || value.items.length !== 1) return undefined;
  const [item] = value.items;
  return item?.kind === 'text' && !item.text.includes('\n') ? item.text : undefined;
}
