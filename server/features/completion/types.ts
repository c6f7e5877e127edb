// Resolves a path in a declared type: what is expected below a field.

import type { KeyType, Type } from '../../hosts/model/type';
import type { Path } from '../../yaml/value';

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

/** The declared keys of a map. */
export const keysOf = (type: Type): readonly (readonly [string, KeyType])[] =>
  type.type === 'map' ? Object.entries(type.keys ?? {}) : [];

const keyOf = (
  keys: Readonly<Record<string, KeyType>> | undefined,
  key: string,
): KeyType | undefined => (keys && Object.hasOwn(keys, key) ? keys[key] : undefined);
