// Distinguishes the fields of hosts from words that happen to be followed by a colon.
import { mainHosts } from '../hosts/catalog/places';

export const isFieldOfAnyHost = (key: string): boolean =>
  mainHosts.some((host) =>
    Object.values(host.dialects).some(({ fields }) => Object.hasOwn(fields, key)),
  );
