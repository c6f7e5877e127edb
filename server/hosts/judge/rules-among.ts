// Rules and lists that limit something in settings, as what is lost with a file or a key.
import { type Entry, entryOf, textOf, valueAtKey } from '../../yaml/value';
import type { Guard } from '../model/settings';

/** What a list does: it denies or asks about what its items name, or it is a limit as a whole. */
type ListKind = Extract<Guard['kind'], 'deny' | 'ask' | 'limit'>;

/** Those of the map under a key; none for any other value. @param lists by their keys in the map */
export const rulesAmong = (
  fields: readonly Entry[],
  key: string,
  lists: Readonly<Record<string, ListKind>> = { deny: 'deny', ask: 'ask' },
): readonly Guard[] => {
  const map = entryOf(fields, key)?.value;
  return Object.entries(lists).flatMap(([list, kind]): readonly Guard[] => {
    const rules = map && valueAtKey(map, list);
    if (rules?.kind !== 'list' || rules.items.length === 0) return [];
    if (kind === 'limit') return [{ kind, name: `${key}.${list}` }];
    return rules.items.flatMap((rule) => {
      const name = textOf(rule);
      return name === undefined ? [] : [{ kind, name }];
    });
  });
};
