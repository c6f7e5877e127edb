// Keys that are more than a word with a colon behind it.
import { hosts } from '../hosts/registry';

export const isFieldOfAnyHost = (key: string): boolean =>
  hosts.some((host) =>
    Object.values(host.dialects).some(({ fields }) => Object.hasOwn(fields, key)),
  );
