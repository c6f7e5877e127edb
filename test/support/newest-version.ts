// The version that a declaration is of. Tests name no such version, because it changes with every one that is adopted.
import { hosts } from './catalog';

/** @throws if there is no such host. */
export function newestVersion(id: string): string {
  const host = hosts.find((one) => one.id === id);
  if (!host) throw new Error(`no host ${id}`);
  return host.version;
}
