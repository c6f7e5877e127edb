// Settings of a host that add agent folders to its own locations, or disable some of them.
import type { FileText } from '../../text/file-text';
import { jsonToValue, parseJsonc } from '../../text/jsonc';
import { memoize } from '../../text/memoize';
import type { Sentence } from '../../text/message';
import type { Host } from '../model/host';
import type { AddedFolder, FolderSettings, FolderSettingValue, Location } from '../model/location';

/** Where the settings that apply to a file are looked up. */
export interface SettingsContext {
  readonly home?: string;
  readonly has?: (path: string) => boolean;
  readonly read?: (path: string) => FileText;
  /** The workspace folders; their settings also apply to files outside of them. */
  readonly roots?: () => readonly string[];
  /** The value of a setting for a workspace folder according to the editor; undefined where no editor provides it. */
  readonly setting?: (key: string, root: string) => unknown;
}

/** The match of a file in a folder that a setting of the host adds. */
export interface AddedFolderMatch {
  readonly location: Location;
  /** The workspace folder or the home folder. */
  readonly root: string;
  readonly below: string;
}

/** Null for a file in no folder that a setting of the host adds. */
export function matchAddedFolder(
  host: Host,
  path: string,
  around: SettingsContext,
): AddedFolderMatch | null {
  const settings = host.folderSettings;
  if (!settings?.isAgent(path)) return null;
  for (const root of rootsAround(path, settings, around))
    for (const { folder, location } of choiceAt(settings, root, around).added) {
      const base = location.scope === 'user' ? around.home : root;
      if (base === undefined) continue;
      const below = belowFolder(path, join(base, folder));
      if (below !== null) return { location, root: base, below };
    }
  return null;
}

/**
 * An entry of the host's setting that matches the folder of this file but is ignored by the host because it is a glob; null
 * if there is none.
 */
export function skippedEntry(host: Host, path: string, around: SettingsContext): string | null {
  const settings = host.folderSettings;
  if (!settings) return null;
  for (const root of rootsAround(path, settings, around)) {
    if (!path.startsWith(`${root}/`)) continue;
    const below = path.slice(root.length + 1);
    const found = choiceAt(settings, root, around).skipped.find((glob) => matches(glob, below));
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether the glob matches the file or its folder. Only `*` and `**` are special; other characters match themselves. */
function matches(glob: string, path: string): boolean {
  const parts = glob.split('/').filter((part) => part !== '' && part !== '.');
  const tokens = parts.join('/').match(/\*\*\/?|./gsu) ?? [];
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return matchesWhole(tokens, path) || matchesWhole(tokens, folder);
}

/** More than any folder needs. */
const maxTokens = 1_000;

/**
 * Follows all possibilities at once: a repository contains the glob, and a regular expression with several `.*` could take minutes.
 * @param tokens characters, `*` and `**`.
 */
function matchesWhole(tokens: readonly string[], text: string): boolean {
  if (tokens.length > maxTokens) return false;
  let states = withSkipped(tokens, [0]);
  for (const sign of text) {
    const next = states.flatMap((at) => {
      const token = tokens[at] ?? '';
      if (token.startsWith('**') || (token === '*' && sign !== '/')) return [at];
      return token === sign ? [at + 1] : [];
    });
    states = withSkipped(tokens, next);
  }
  return states.includes(tokens.length);
}

/** Wildcards also match nothing. */
function withSkipped(tokens: readonly string[], states: readonly number[]): readonly number[] {
  const all = new Set(states);
  for (const at of all) if (tokens[at]?.startsWith('*')) all.add(at + 1);
  return [...all];
}

/** A host that does not read a file in one of its own folders because a setting disables the folder. */
export interface DisabledHost {
  readonly host: Host;
  /** Why it does not read the file: a sentence with `{host}`. */
  readonly effect: Sentence;
}

/** Whether a setting disables the location for this file. */
export function isDisabled(
  { folderSettings: settings }: Host,
  location: Location,
  path: string,
  around: SettingsContext,
): boolean {
  if (!settings) return false;
  return rootsAround(path, settings, around).some((root) =>
    choiceAt(settings, root, around).disabled.includes(location),
  );
}

/** The absolute paths of the folders that the host's settings add for these workspace folders, without duplicates. */
export function addedFolders(
  host: Host,
  roots: readonly string[],
  around: SettingsContext,
): readonly string[] {
  const settings = host.folderSettings;
  if (!settings) return [];
  const folders = roots.flatMap((root) =>
    choiceAt(settings, root, around).added.flatMap(({ folder, location }: AddedFolder) => {
      const base = location.scope === 'user' ? around.home : root;
      return base === undefined ? [] : [join(base, folder)];
    }),
  );
  return [...new Set(folders)];
}

/** The path of the file in the folder; null if it is not directly in it. The setting may also name the file itself. */
function belowFolder(path: string, folder: string): string | null {
  if (path === folder) return path.slice(path.lastIndexOf('/') + 1);
  const below = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
  return below === '' || below.includes('/') ? null : below;
}

/** Joins `/w/a` and `../b` to `/w/b`. */
function join(base: string, folder: string): string {
  const parts = base.split('/');
  for (const part of folder.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return parts.join('/');
}

/**
 * The folders whose settings may apply to a file: the workspace folders, and every parent folder with a settings file unless
 * the editor provides the setting.
 */
function rootsAround(
  path: string,
  { file, key }: FolderSettings,
  around: SettingsContext,
): readonly string[] {
  const { roots, setting } = around;
  const open = roots?.() ?? [];
  if (open.some((root) => setting?.(key, root) !== undefined)) return open;
  const found: string[] = [...open];
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    const root = path.slice(0, end);
    if (!found.includes(root) && exists(`${root}/${file}`, around)) found.push(root);
    if (end === 0) break;
  }
  return found;
}

/** False also where the file system fails: settings that cannot be read do not apply. */
function exists(file: string, { has }: SettingsContext): boolean {
  try {
    return has?.(file) ?? false;
  } catch {
    return false;
  }
}

const nothing: FolderSettingValue = { added: [], disabled: [], skipped: [] };

function choiceAt(
  settings: FolderSettings,
  root: string,
  around: SettingsContext,
): FolderSettingValue {
  const fromEditor = around.setting?.(settings.key, root);
  if (fromEditor !== undefined) return choiceOfValue(settings, fromEditor);
  const file = `${root}/${settings.file}`;
  const text = exists(file, around) ? around.read?.(file) : undefined;
  return typeof text === 'string' ? choiceOfText(settings, text) : nothing;
}

/** By the text of a settings file: it is looked up for every file of a folder. */
const choicesByText = memoize((_: FolderSettings) => new Map<string, FolderSettingValue>());
const maxTexts = 50;

function choiceOfText(settings: FolderSettings, text: string): FolderSettingValue {
  // Most settings files do not contain the key, so they need not be parsed.
  if (!text.includes(settings.key)) return nothing;
  const cache = choicesByText(settings);
  const found = cache.get(text);
  if (found) return found;
  const json = parseJsonc(text);
  const value = 'root' in json ? jsonToValue(json.root) : undefined;
  const entry =
    typeof value === 'object' && value !== null && Object.hasOwn(value, settings.key)
      ? (value as Readonly<Record<string, unknown>>)[settings.key]
      : undefined;
  if (cache.size >= maxTexts) cache.clear();
  const choice = settings.read(entry);
  cache.set(text, choice);
  return choice;
}

function choiceOfValue(settings: FolderSettings, value: unknown): FolderSettingValue {
  if (typeof value !== 'object' || value === null) return settings.read(value);
  const cache = choicesByValue(settings);
  const choice = cache.get(value) ?? settings.read(value);
  cache.set(value, choice);
  return choice;
}

const choicesByValue = memoize((_: FolderSettings) => new WeakMap<object, FolderSettingValue>());
