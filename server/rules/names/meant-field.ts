// The field that an unknown key was meant to be, and the hosts that have such a field.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { type Field, keysOf } from '../../hosts/model/field';
import type { Host, Subject } from '../../hosts/model/host';
import { type Place, subjectAt } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { memoize } from '../../text/memoize';
import { nearest } from '../../text/nearest';

/** The field that a key was meant to be. */
export const findMeantField = (
  catalog: HostCatalog,
  key: string,
  { dialect, place }: Verdict,
): string | undefined =>
  (Object.hasOwn(dialect.unknownField.meant, key) ? dialect.unknownField.meant[key] : undefined) ??
  // A field of another host is not a misspelling.
  (hostsOf(catalog, key, place).length > 0 ? undefined : nearest(key, keysOf(dialect.fields)));

/** The other hosts that have a field with this key for what is defined at the place: agents, or skills. */
export const hostsOf = (
  { comparedHosts }: HostCatalog,
  key: string,
  place: Place,
): readonly Host[] =>
  // An earlier version of a host is another object.
  comparedHosts.filter(
    (host) => host.id !== place.host.id && offered(host)[subjectAt(place)].has(key),
  );

type Fields = ReadonlyMap<string, readonly Field[]>;

/** The fields of all dialects of a host, by key. */
export const offered = memoize(({ dialects }: Host): Readonly<Record<Subject, Fields>> => {
  const found: Record<Subject, Map<string, Field[]>> = {
    agent: new Map(),
    skill: new Map(),
    command: new Map(),
    settings: new Map(),
    manifest: new Map(),
  };
  for (const { subject = 'agent', fields } of Object.values(dialects))
    for (const [key, field] of Object.entries(fields))
      if (!field.isNeverOffered)
        found[subject].set(key, [...(found[subject].get(key) ?? []), field]);
  return found;
});
