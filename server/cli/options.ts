// Parses the flags of all commands. Unknown flags are rejected with a suggestion.

import { parseArgs } from 'node:util';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { oneOf } from '../hosts/judge/expectation';
import { hostAtVersion } from '../hosts/judge/host-at-version';
import { type Context, defaultContext } from '../hosts/model/context';
import type { Host } from '../hosts/model/host';
import { askedVersion, latestVersion, versionsOf, wasAsked } from '../hosts/model/version';
import { nearest } from '../rules/names/nearest';
import { english } from '../text/translate';
import { UsageError } from './io';
import { printable } from './report/cells';

export interface Options {
  readonly paths: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

type Flags = Readonly<
  Record<
    string,
    { readonly type: 'string' | 'boolean'; readonly short?: string; readonly multiple?: true }
  >
>;

/** @throws UsageError */
export function parse(argv: readonly string[], flags: Flags): Options {
  try {
    const { positionals, values } = parseArgs({
      args: flags['program'] ? argv.map(withoutAlias) : [...argv],
      options: { help: { type: 'boolean', short: 'h' }, ...flags },
      allowPositionals: true,
    });
    return { paths: positionals, values };
  } catch (error) {
    const unknown = /Unknown option '--?([^']+)'/.exec(
      error instanceof Error ? error.message : '',
    )?.[1];
    if (unknown === undefined) throw new UsageError(valueFault(error));
    const meant = nearest(unknown, Object.keys(flags));
    throw new UsageError(
      `unknown option --${unknown}. ${meant === undefined ? 'Run `dossier help COMMAND` to list all options.' : `Did you mean --${meant}?`}`,
    );
  }
}

/** A value where the option accepts none, or the other way round. */
function valueFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = /--[\w-]+/.exec(message)?.[0];
  if (option === undefined) return message;
  return /does not take/.test(message)
    ? `${option} accepts no value. Write ${option} alone.`
    : `${option} requires a value. Write ${option}=VALUE.`;
}

/** `--host` is what `--program` was called before. */
const withoutAlias = (arg: string): string => arg.replace(/^--host(?==|$)/, '--program');

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

/**
 * Accepts one of several values.
 * @throws UsageError
 */
export function wordOf<T extends string>(
  value: unknown,
  words: readonly T[],
  otherwise: T,
  flag: string,
): T {
  if (value === undefined) return otherwise;
  const word = words.find((one) => one === value);
  if (word === undefined)
    throw new UsageError(`--${flag} must be ${english(oneOf(words))}, not "${String(value)}"`);
  return word;
}

/**
 * Parses `--context key=value`, which can be repeated.
 * @throws UsageError
 */
export function contextOf(value: unknown): Context {
  const pairs = Array.isArray(value) ? value.map(String) : [];
  let context: Context = defaultContext;
  for (const pair of pairs) {
    const [key = '', ...rest] = pair.split('=');
    const value = rest.length === 0 ? undefined : rest.join('=');
    context = { ...context, ...contextPart(key, value) };
  }
  return context;
}

const isYes = (key: string, value: string): boolean => {
  const words = ['true', 'false', 'yes', 'no'] as const;
  const word = wordOf(value === '' ? undefined : value, words, 'true', `context ${key}`);
  return word === 'true' || word === 'yes';
};

/** @param written undefined for a key without `=`, which is enough where the value is true or false. */
function contextPart(key: string, written: string | undefined): Partial<Context> {
  const value = written ?? '';
  const names = value.split(',').filter((name) => name !== '');
  if (written === undefined && /^(?:mcp|editorTools|editorModels|model)$/.test(key))
    throw new UsageError(`--context ${key} requires a value. Write --context ${key}=VALUE.`);
  switch (key) {
    case 'platform':
      return {
        platform: wordOf<Context['platform']>(
          value,
          ['linux', 'macos', 'windows'],
          'linux',
          'context platform',
        ),
      };
    case 'background':
      return { background: isYes(key, value) };
    case 'trust':
      return { trust: isYes(key, value) };
    case 'online':
      return { online: isYes(key, value) };
    case 'mcp':
      return { mcp: names };
    case 'editorTools':
      return { editorTools: names };
    case 'editorModels':
      return { editorModels: names };
    case 'model':
      return { model: value === '' ? null : value };
    default:
      throw new UsageError(
        `unknown context key "${key}". Use ${english(oneOf(Object.keys(defaultContext)))}.`,
      );
  }
}
