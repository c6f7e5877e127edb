// The programs that a command is asked about, by their ids.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { oneOf } from '../hosts/judge/expectation';
import { hostAtVersion } from '../hosts/judge/host-at-version';
import type { Host } from '../hosts/model/host';
import { askedVersion, latestVersion, versionsOf, wasAsked } from '../hosts/model/version';
import { nearest } from '../text/nearest';
import { english } from '../text/translate';
import { UsageError } from './io';
import { printable } from './report/cells';

/**
 * Parses a comma-separated list of hosts and removes duplicates; `all` includes every main host. Returns null if the
 * flag is not set.
 * @throws UsageError for an unknown host.
 */
export function hostsOf(catalog: HostCatalog, value: unknown): readonly Host[] | null {
  if (value === undefined) return null;
  const asked = String(value)
    .split(',')
    .flatMap((id) => (id.trim() === 'all' ? catalog.mainHosts : [hostOf(catalog, id.trim())]));
  return [...new Set(asked)];
}

/** Whether the flag names a version of the host, which then holds whatever the settings are. */
export const namesVersionOf = ({ id }: Host, value: unknown): boolean =>
  String(value ?? '')
    .split(',')
    .some((one) => one.trim().startsWith(`${id}@`));

/** `claude-code`, or `claude-code@2.1.300` for an earlier version of its program. */
function hostOf({ hosts }: HostCatalog, id: string): Host {
  const host = hosts.find((one) => one.id === id);
  if (host) return host;
  const [, name, version] = /^(.+)@([^@]+)$/.exec(id) ?? [];
  const main = hosts.find((one) => one.id === name);
  if (main && version !== undefined) return hostAsked(main, version);
  throw unknownProgram(
    id,
    hosts.map((one) => one.id),
  );
}

/** Authors often write a program without the last word of its ID. */
function unknownProgram(id: string, ids: readonly string[]): UsageError {
  const meant =
    nearest(id, ids) ?? ids.find((one) => nearest(id, [one.split('-')[0] ?? one]) !== undefined);
  return new UsageError(
    `unknown program "${id}". ${meant === undefined ? `Use ${english(oneOf([...ids, 'all']))}.` : `Did you mean "${meant}"?`}`,
  );
}

/**
 * The host as the version behaves that was asked and stands for the wanted one.
 * @throws UsageError where that is no version.
 */
export function hostAsked(host: Host, wanted: string): Host {
  const version = askedVersion(host, wanted);
  if (version !== undefined) return hostAtVersion(host, version);
  throw new UsageError(
    `"${wanted}" is not a version of ${host.id}. Use ${english(oneOf([...versionsOf(host), latestVersion]))}.`,
  );
}

/** What to report of a version that was not asked: which one stands for it. Null where it was asked, and for a generation. */
export function versionNote(host: Host, wanted: string): string | null {
  const used = askedVersion(host, wanted);
  if (used === undefined || wasAsked(host, wanted)) return null;
  return `${host.name} ${printable(wanted)} was not tested. Version ${used} is used instead.`;
}

/** The notes on the versions that a flag names: `--program claude-code@2.1.310`. */
export const versionNotes = ({ mainHosts }: HostCatalog, flag: unknown): readonly string[] =>
  String(flag ?? '')
    .split(',')
    .flatMap((one) => {
      const [, name, wanted] = /^(.+)@([^@]+)$/.exec(one.trim()) ?? [];
      const host = mainHosts.find(({ id }) => id === name);
      const isGeneration = wanted !== undefined && /^\d+$/.test(wanted);
      return (host && wanted && !isGeneration && versionNote(host, wanted)) || [];
    });
