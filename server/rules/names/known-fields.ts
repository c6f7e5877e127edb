// Distinguishes the fields of hosts from words that happen to be followed by a colon.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { agentDialects } from '../../hosts/model/dialect';

/** @returns a predicate for the keys of fields that some host has. */
export const isFieldOfAnyHost =
  ({ comparedHosts }: HostCatalog) =>
  (key: string): boolean =>
    comparedHosts.some((host) =>
      agentDialects(host.dialects).some(({ fields }) => Object.hasOwn(fields, key)),
    );
