// Which keys of servers have an effect by our verdict.
import type { FieldVerdict } from '../../../server/hosts/model/field-verdict';
import type { Entry } from '../../../server/yaml/value';
import { type Facts, names, notPredicted } from '../facts';
import { writtenKeys } from '../oracles/servers/stand-in';

/** @param loaded the servers that are used, of the value of the field */
export function readFacts(
  { field, problems }: FieldVerdict,
  loaded: readonly Pick<Entry, 'key' | 'value'>[],
): Facts {
  const type = field?.type.type === 'map' ? field.type.rest : undefined;
  const known = type?.type === 'map' ? (type.keys ?? {}) : {};
  const written = writtenKeys(loaded);
  const unread = problems.flatMap(({ kind, path: [name, key, ...more] }) =>
    kind === 'unknown-key' && key !== undefined && more.length === 0 ? [`${name}.${key}`] : [],
  );
  const keys = written.filter((one) => Object.hasOwn(known, one.slice(one.indexOf('.') + 1)));
  const isOpen = written.some((one) => !keys.includes(one) && !unread.includes(one));
  return {
    keys: names(keys),
    unread: isOpen ? notPredicted('a key that is neither known nor reported') : names(unread),
  };
}
