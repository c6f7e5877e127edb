// The field that an unknown key was meant to be, and the hosts that have such a field.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { agentDialects } from '../../hosts/model/dialect';
import { type Field, keysOf } from '../../hosts/model/field';
import type { Host } from '../../hosts/model/host';
import type { Verdict } from '../../hosts/model/verdict';
import { memoize } from '../../text/memoize';
import { nearest } from './nearest';

/** The field that a key was meant to be. */
export const meantBy = (
  catalog: HostCatalog,
  key: string,
  { dialect, place }: Verdict,
): string | undefined =>
  (Object.hasOwn(dialect.unknownField.meant, key) ? dialect.unknownField.meant[key] : undefined) ??
  // A field of another host is not a misspelling.
  (hostsOf(catalog, key, place.host).length > 0 ? undefined : nearest(key, keysOf(dialect.fields)));

/** The hosts that have a field with this key, without the given one. */
export const hostsOf = (
  { comparedHosts }: HostCatalog,
  key: string,
  besides: Host,
): readonly Host[] =>
  // An earlier version of a host is another object.
  comparedHosts.filter((host) => host.id !== besides.id && offered(host).has(key));

/** The fields of all dialects of a host, by key. */
export const offered = memoize(({ dialects }: Host): ReadonlyMap<string, readonly Field[]> => {
  const found = new Map<string, Field[]>();
  for (const { fields } of agentDialects(dialects))
    for (const [key, field] of Object.entries(fields))
      if (!field.isNeverOffered) found.set(key, [...(found.get(key) ?? []), field]);
  return found;
});
