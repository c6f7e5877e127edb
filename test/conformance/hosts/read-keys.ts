// Which keys of servers have an effect by our verdict.
import type { FieldVerdict } from '../../../server/hosts/model/field-verdict';
import { type Entry, textOf, type Value } from '../../../server/yaml/value';
import { type Facts, names, notPredicted } from '../facts';
import { writtenKeys } from '../oracles/servers/stand-in';

type Loaded = readonly Pick<Entry, 'key' | 'value'>[];

/**
 * @param loaded the servers that are used, of the value of the field
 * @param seen the keys of a server of which the program shows the effect; absent where it shows all
 */
export function readFacts(
  { field, problems }: FieldVerdict,
  loaded: Loaded,
  seen?: (server: Value) => readonly string[],
): Facts {
  const type = field?.type.type === 'map' ? field.type.rest : undefined;
  const known = type?.type === 'map' ? (type.keys ?? {}) : {};
  const unread = problems.flatMap(({ kind, path: [name, key, ...more] }) =>
    kind === 'unknown-key' && key !== undefined && more.length === 0 ? [`${name}.${key}`] : [],
  );
  const keys = loaded.flatMap((server) => {
    const shown = seen?.(server.value);
    return writtenKeys([server]).filter((one) => {
      const key = one.slice(server.key.length + 1);
      return Object.hasOwn(known, key) && (shown?.includes(key) ?? true);
    });
  });
  const written = writtenKeys(loaded);
  const isOpen = written.some((one) => !keys.includes(one) && !unread.includes(one));
  return {
    keys: names(keys),
    unread: isOpen
      ? notPredicted('a key that is neither shown nor reported')
      : names(unread.filter((one) => written.includes(one))),
  };
}

/**
 * Where a program of a stand-in was started, or an address of one was reached: by the last of keys that are written twice.
 * @param isProgram whether it is started although it has an address
 */
export function ofStandIns(server: Value, isProgram = false): readonly string[] {
  const entries = server.kind === 'map' ? server.entries : [];
  const lastAt = (wanted: string): string =>
    textOf(entries.findLast(({ key }) => key === wanted)?.value) ?? '';
  const has = (key: string): boolean => entries.some((entry) => entry.key === key);
  const address = isProgram ? undefined : ['httpUrl', 'url'].find(has);
  if (address) return lastAt(address).includes('//standin.') ? ['headers'] : [];
  return lastAt('command').includes('standin-') ? ['args', 'env', 'cwd'] : [];
}
