// Distinguishes the fields of hosts from words that happen to be followed by a colon.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { Subject } from '../../hosts/model/host';

/** @returns a predicate for the keys of fields that agents, or skills, have in some host. */
export const isFieldOfAnyHost =
  ({ comparedHosts }: HostCatalog, of: Subject) =>
  (key: string): boolean =>
    comparedHosts.some(({ dialects }) =>
      Object.values(dialects).some(
        ({ subject = 'agent', fields }) => subject === of && Object.hasOwn(fields, key),
      ),
    );

/** @returns a predicate for the keys of fields that are text in every host that has them. */
export const isTextInEveryHost =
  ({ comparedHosts }: HostCatalog, of: Subject) =>
  (key: string): boolean => {
    const own = comparedHosts.flatMap(({ dialects }) =>
      Object.values(dialects).flatMap(({ subject = 'agent', fields }) =>
        subject === of && Object.hasOwn(fields, key) ? (fields[key] ?? []) : [],
      ),
    );
    return own.length > 0 && own.every(({ type }) => type.type === 'text');
  };
