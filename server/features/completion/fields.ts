// Names of fields that are not there yet, each with the shape its value takes.
import type { KeyCaret } from '../../agent/caret';
import type { Dialect, Field } from '../../hosts/host';
import { fieldText } from '../explain';
import type { View } from '../view';
import { type Completion, ranks } from './item';

export function fieldItems(
  view: View,
  caret: KeyCaret,
  host: string,
  { fields }: Dialect,
): Completion[] {
  return Object.entries(fields).flatMap(([key, field]): Completion[] => {
    if (
      field.unoffered ||
      caret.siblings.includes(key) ||
      view.builtin.completesFields.includes(key)
    )
      return [];
    return [
      {
        label: key,
        kind: 'field',
        detail: field.deprecated
          ? `old: ${field.deprecated.by ?? 'not advised'}`
          : field.required
            ? 'required'
            : host,
        documentation: () => fieldText(key, field, host),
        ...insertion(key, field, caret),
        span: caret.token,
        rank: field.deprecated
          ? ranks.old
          : field.required
            ? ranks.likely
            : field.noEffect !== undefined
              ? ranks.seldom
              : ranks.ordinary,
        deprecated: field.deprecated !== undefined || field.noEffect !== undefined,
      },
    ];
  });
}

/** With a colon already there only the key is replaced; else a value of the right shape follows. */
function insertion(
  key: string,
  { snippet }: Field,
  { hasColon }: KeyCaret,
): Pick<Completion, 'insert' | 'isSnippet' | 'goesOn'> {
  if (hasColon) return { insert: key, isSnippet: false };
  // A choice of the snippet is offered by the editor itself; everything else by the next list.
  const text = snippet ?? ' ';
  return {
    insert: `${key}:${text}`,
    isSnippet: text.includes('$'),
    ...(text.includes('${1|') ? {} : { goesOn: true }),
  };
}
