// What we state of plugins that are installed from a marketplace, whose entries state something next to the manifests.

import { loadPlugin } from '../../../server/hosts/catalog/load-plugin';
import {
  isMap,
  isString,
  type JsonMap,
  jsonAt,
} from '../../../server/hosts/judge/plugins/plugin-files';
import type { EntryRules, Host, MarketplaceEntry } from '../../../server/hosts/model/host';
import type { PluginFolder } from '../../../server/hosts/model/plugin';
import { entryOf, textOf } from '../../../server/yaml/value';
import { type Facts, names, notPredicted } from '../facts';
import { type Installed, installedFacts } from '../installed-plugins';
import { asksForHooks, laterFiles, type Question } from '../question';

interface Stated {
  readonly host: Host;
  readonly rules: EntryRules;
  readonly question: Question;
  /** Whether it is not known which plugins are installed. */
  readonly isOpen: boolean;
}

/** @param entries those of the plugins that are installed */
export function entryFacts(
  entries: readonly MarketplaceEntry[],
  { host, rules, question, isOpen }: Stated,
): Facts {
  const all = entries.map((entry) => partsOf(entry, { host, rules, question }));
  if (isOpen || all.includes(null)) {
    const open = notPredicted('What an entry adds to a plugin.');
    return {
      ...{ versions: open, parts: open, 'servers-loaded': open },
      ...(asksForHooks(question) && { 'hooks-loaded': open }),
    };
  }
  if (entries.length === 0) return {};
  const known = all.filter((one) => one !== null);
  return installedFacts({
    versions: known.flatMap(({ versions }) => versions),
    parts: known.flatMap(({ parts }) => parts),
    servers: known.flatMap(({ servers }) => servers),
    ...(asksForHooks(question) && { hooks: known.some(({ hooks }) => hooks) }),
  });
}

/** The plugins of which users get new files: their versions changed, or they have none. */
export function updateFacts(
  entries: readonly MarketplaceEntry[],
  later: readonly MarketplaceEntry[],
  { host, rules, question }: Omit<Stated, 'isOpen'>,
): Facts {
  const updated = entries.flatMap((entry) => {
    const next = later.find(({ name }) => name.text === entry.name.text);
    const before = versionOf(entry, { host, rules, question });
    const after = next && versionOf(next, { host, rules, question: laterQuestion(question) });
    const isUpdated =
      next !== undefined &&
      rules.otherVersion.higherEffect !== undefined &&
      (before === null || before !== after);
    return isUpdated ? [entry.name.text] : [];
  });
  return { updates: names(updated) };
}

/** The same marketplace at the later time. */
export function laterQuestion(question: Question): Question {
  const later = laterFiles(question);
  return {
    ...question,
    text: later[question.path] ?? question.text,
    around: { ...question.around, ...later },
  };
}

/** Keys with parts that an entry adds. */
const partKeys = ['agents', 'commands', 'skills', 'mcpServers', 'hooks', 'outputStyles', 'themes'];

/** Programs that use the version of an entry only for a plugin without a manifest. */
const ignoresVersions = ['codex'];

/** The version that counts; null where there is none. */
function versionOf(
  { keys, folder: at }: MarketplaceEntry,
  { host, rules, question: { around = {} } }: Omit<Stated, 'isOpen'>,
): string | null {
  const format = host.plugins;
  if (!format || format === 'unmeasured') return null;
  const below = at === '' ? '' : `${at}/`;
  const read = (path: string): string | null => around[below + path] ?? null;
  const file = format.manifestIn({ read });
  const inEntry =
    file !== null && ignoresVersions.includes(host.id)
      ? undefined
      : textOf(entryOf(keys, 'version')?.value);
  const stating = file ?? rules.otherVersion.otherwiseIn;
  const { version } = stating === undefined ? {} : keysOf(jsonAt({ read }, stating));
  return isString(version) ? version : (inEntry ?? null);
}

/** Null where it is not known what the entry adds. */
function partsOf(
  entry: MarketplaceEntry,
  { host, rules, question }: Omit<Stated, 'isOpen'>,
): Installed | null {
  const { keys, name, folder: at } = entry;
  const { around = {} } = question;
  const format = host.plugins;
  if (!format || format === 'unmeasured') return null;
  const below = at === '' ? '' : `${at}/`;
  const read = (file: string): string | null => around[below + file] ?? null;
  const paths = Object.keys(around).flatMap((file) =>
    file.startsWith(below) ? [file.slice(below.length)] : [],
  );
  const file = format.manifestIn({ read });
  const folder: PluginFolder = { name: name.text, paths, read };
  const stated = (key: string) => entryOf(keys, key)?.value;
  const version = versionOf(entry, { host, rules, question });
  const versions: Installed['versions'] = [[name.text, version]];
  const strict = stated('strict');
  const isNotStrict = strict?.kind === 'boolean' && !strict.boolean;
  const isStated = (key: string): boolean => stated(key) !== undefined;
  if (file !== null && isNotStrict && rules.notStrict?.keys.some(isStated))
    return { versions, parts: [], servers: [] };
  const isIgnored = (key: string): boolean =>
    (rules.ignored ?? []).some(
      ({ places, isAlways, isOfFiles }) =>
        Object.hasOwn(places, key) &&
        (file !== null || isAlways === true) &&
        !(isOfFiles && stated(key)?.kind === 'map'),
    );
  if (partKeys.some((key) => isStated(key) && !isIgnored(key))) return null;
  const loaded = loadPlugin(host, folder);
  if (loaded?.fault !== null || loaded.name === null) return null;
  const prefix = rules.otherName.prefix === 'entry' ? name.text : loaded.name;
  const named = (kinds: readonly string[]): readonly string[] =>
    loaded.parts.flatMap((part) => (kinds.includes(part.kind) ? (part.name ?? []) : []));
  return {
    versions,
    // A part with the name of the plugin may have no prefix.
    parts: named(['agent', 'skill', 'command']).map((part) =>
      part.includes(':') ? prefix + part.slice(part.indexOf(':')) : part,
    ),
    servers: named(['server']),
    ...(asksForHooks(question) && { hooks: loaded.parts.some(({ kind }) => kind === 'hooks') }),
  };
}

const keysOf = (value: unknown): JsonMap => (isMap(value) ? value : {});
