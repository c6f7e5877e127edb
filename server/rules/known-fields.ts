// Keys that are more than a word with a colon behind it.
import { mainHosts } from '../hosts/places';

export const isFieldOfAnyHost = (key: string): boolean =>
  mainHosts.some((host) =>
    Object.values(host.dialects).some(({ fields }) => Object.hasOwn(fields, key)),
  );
