// Keys of maps inside a field: events, permissions, parts of a hook or a handoff.

import type { KeyCaret, ValueCaret } from '../../agent/caret';
import type { Writer } from '../../agent/writer';
import type { Type } from '../../hosts/model/type';
import { t } from '../../text/l10n';
import { insertion } from './insertion';
import { type Completion, ranks } from './item';
import { keysOf } from './types';

type Place = Pick<KeyCaret, 'token' | 'hasColon' | 'siblings' | 'indent' | 'flow'>;

/** @param before text to insert before the key: the dash of a new item, or a space that YAML requires. */
export const mapKeys = (
  writer: Writer,
  types: readonly Type[],
  place: Place,
  before = '',
): Completion[] =>
  types.flatMap((type) =>
    keysOf(type).flatMap(([key, below]): Completion[] => {
      const written = writer.nestedKey(key);
      if (written === null || place.siblings.includes(key)) return [];
      const { insert, ...more } = insertion(written, below.snippet, place);
      return [
        {
          label: key,
          kind: 'event',
          detail: below.required ? t('required') : '',
          documentation: () => below.summary,
          insert: `${before}${insert}`,
          ...more,
          span: place.token,
          rank: below.required ? ranks.likely : ranks.ordinary,
          deprecated: false,
        },
      ];
    }),
  );

/** The first key of a map, after the dash of its list item. */
export function firstKeys(writer: Writer, caret: ValueCaret, types: readonly Type[]): Completion[] {
  if (caret.form !== 'block-list' || caret.quote !== '') return [];
  const { token, before } = caret;
  const { text } = writer.outline;
  const column = token.start - (text.lastIndexOf('\n', token.start - 1) + 1) + before.length;
  const place = { token, hasColon: false, siblings: [], indent: column, flow: false };
  return mapKeys(writer, types, place, before);
}
