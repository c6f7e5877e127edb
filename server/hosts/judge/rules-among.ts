// Permission rules in settings, as what is lost with a file.
import { textOf, type Value, valueAtKey } from '../../yaml/value';
import type { Guard } from '../model/settings';

/** The rules that deny or ask. @param permissions a map of lists; none for any other value */
export const rulesAmong = (permissions: Value | undefined): readonly Guard[] =>
  (['deny', 'ask'] as const).flatMap((list) => {
    const rules = permissions && valueAtKey(permissions, list);
    return (rules?.kind === 'list' ? rules.items : []).flatMap((rule): Guard[] => {
      const name = textOf(rule);
      return name === undefined ? [] : [{ kind: list, name }];
    });
  });
