// Keys of maps inside a field: events, permissions, parts of a hook or a handoff.

import type { KeyCaret, ValueCaret } from '../../agent/caret';
import type { Writer } from '../../agent/writer';
import type { Dialect } from '../../hosts/model/dialect';
import type { Field } from '../../hosts/model/field';
import type { KeyType, Type } from '../../hosts/model/type';
import { t } from '../../text/message';
import type { Path } from '../../yaml/value';
import { type Completion, insertion, ranks } from './item';

// Resolves a path in a declared type: what is expected below a field.

/** The types that are valid at `path` below a value of `type`; several where the value can have several forms. */
export function typesAt(type: Type, path: Path): readonly Type[] {
  const [step, ...rest] = path;
  if (type.type === 'any-of') return type.types.flatMap((one) => typesAt(one, path));
  if (step === undefined) return [type];
  if (typeof step === 'number') {
    if (type.type === 'list') return typesAt(type.of, rest);
    return type.type === 'names' && rest.length === 0
      ? [{ type: 'text', ...(type.vocabulary !== undefined && { vocabulary: type.vocabulary }) }]
      : [];
  }
  if (type.type !== 'map') return [];
  const below = keyOf(type.keys, step)?.type ?? type.rest;
  return below ? typesAt(below, rest) : [];
}

export const fieldAt = (dialect: Dialect, key: string | number | undefined): Field | undefined =>
  typeof key === 'string' && Object.hasOwn(dialect.fields, key) ? dialect.fields[key] : undefined;

/** The declared keys of a map. */
export const keysOf = (type: Type): readonly (readonly [string, KeyType])[] =>
  type.type === 'map' ? Object.entries(type.keys ?? {}) : [];

const keyOf = (
  keys: Readonly<Record<string, KeyType>> | undefined,
  key: string,
): KeyType | undefined => (keys && Object.hasOwn(keys, key) ? keys[key] : undefined);

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
      const { insert, ...more } = insertion(written, below.snippet, place, writer.separator);
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
