// Folders that a setting of a host adds to its own, and those of its own that it disables.
import { plainJson, readJsonc } from '../text/jsonc';
import type { Message } from '../text/message';
import type { AddedFolder, FolderChoice, FolderSettings, Host, Location } from './host';
import { remembered } from './remembered';

/** What is known of settings around a file. */
export interface SettingsAround {
  readonly home?: string;
  readonly has?: (path: string) => boolean;
  /** @throws where the file cannot be read. */
  readonly read?: (path: string) => string;
  /** Workspace folders; their settings count for files outside of them too. */
  readonly roots?: () => readonly string[];
  /** The value of a setting as the editor has it for a workspace folder; undefined where no editor answers. */
  readonly setting?: (key: string, root: string) => unknown;
}

/** A file in a folder that a setting of the host adds. */
export interface AddedMatch {
  readonly location: Location;
  /** The workspace folder, or the home. */
  readonly root: string;
  readonly below: string;
}

/** Null for a file that no setting of the host covers. */
export function addedMatch(host: Host, path: string, around: SettingsAround): AddedMatch | null {
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
 * An entry of the host's setting that was meant for the folder of this file and that the host skips, because it is a glob;
 * null where there is none.
 */
export function skippedEntry(host: Host, path: string, around: SettingsAround): string | null {
  const settings = host.folderSettings;
  if (!settings) return null;
  for (const root of rootsAround(path, settings, around)) {
    if (!path.startsWith(`${root}/`)) continue;
    const below = path.slice(root.length + 1);
    const found = choiceAt(settings, root, around).skipped.find((glob) => isMeantFor(glob, below));
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether the glob matches the file, or the folder that it is in. Only stars count: other signs match nothing. */
function isMeantFor(glob: string, path: string): boolean {
  const source = glob
    .replace(/^(?:\.\/)+|\/+$/g, '')
    .split(/(\*\*\/?|\*)/)
    .map((part) =>
      part.startsWith('**') ? '.*' : part === '*' ? '[^/]*' : part.replaceAll(/[^\w/-]/g, '\\$&'),
    )
    .join('');
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const pattern = new RegExp(`^${source}$`);
  return pattern.test(path) || pattern.test(folder);
}

/** A host that a setting keeps from a file in one of its own folders. */
export interface DisabledHost {
  readonly host: Host;
  /** Completes "<Host> does not read this file: ...". */
  readonly effect: Message;
}

/** Whether a setting disables one of the host's own locations below this root. */
export function isDisabled(
  { folderSettings: settings }: Host,
  location: Location,
  path: string,
  around: SettingsAround,
): boolean {
  if (!settings) return false;
  return rootsAround(path, settings, around).some((root) =>
    choiceAt(settings, root, around).disabled.includes(location),
  );
}

/** The folders that settings of the host add, as whole paths, each once: those of the user and those of these roots. */
export function addedFolders(
  host: Host,
  roots: readonly string[],
  around: SettingsAround,
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

/** Direct children only; the setting may also name the file itself. */
function belowFolder(path: string, folder: string): string | null {
  if (path === folder) return path.slice(path.lastIndexOf('/') + 1);
  const below = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
  return below === '' || below.includes('/') ? null : below;
}

/** \`/w/a\` and \`../b\` make \`/w/b\`. */
function join(base: string, folder: string): string {
  const parts = base.split('/');
  for (const part of folder.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return parts.join('/');
}

/** The workspace folders whose settings may cover a file: the open ones, else every folder around it that has settings. */
function rootsAround(
  path: string,
  { file, key }: FolderSettings,
  around: SettingsAround,
): readonly string[] {
  const { roots, setting } = around;
  const open = roots?.() ?? [];
  if (open.some((root) => setting?.(key, root) !== undefined)) return open;
  const found: string[] = [...open];
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    const root = path.slice(0, end);
    if (!found.includes(root) && isThere(`${root}/${file}`, around)) found.push(root);
    if (end === 0) break;
  }
  return found;
}

/** A disk that fails has no settings. */
function isThere(file: string, { has }: SettingsAround): boolean {
  try {
    return has?.(file) ?? false;
  } catch {
    return false;
  }
}

const nothing: FolderChoice = { added: [], disabled: [], skipped: [] };

function choiceAt(settings: FolderSettings, root: string, around: SettingsAround): FolderChoice {
  const told = around.setting?.(settings.key, root);
  if (told !== undefined) return choiceIn(settings, told);
  const file = `${root}/${settings.file}`;
  try {
    return around.read && isThere(file, around)
      ? choiceOfText(settings, around.read(file))
      : nothing;
  } catch {
    return nothing; // not to be read
  }
}

/** The last few values and texts: every file of a folder asks for them. */
const kept = remembered((_: FolderSettings) => new Map<string, FolderChoice>());
const keep = 50;

function choiceOfText(settings: FolderSettings, text: string): FolderChoice {
  // Most settings say nothing of agents.
  if (!text.includes(settings.key)) return nothing;
  const known = kept(settings);
  const found = known.get(text);
  if (found) return found;
  const read = readJsonc(text);
  const value = 'root' in read ? plainJson(read.root) : undefined;
  const entry =
    typeof value === 'object' && value !== null && Object.hasOwn(value, settings.key)
      ? (value as Readonly<Record<string, unknown>>)[settings.key]
      : undefined;
  if (known.size >= keep) known.clear();
  const made = settings.read(entry);
  known.set(text, made);
  return made;
}

function choiceIn(settings: FolderSettings, value: unknown): FolderChoice {
  if (typeof value !== 'object' || value === null) return settings.read(value);
  const known = ofValues(settings);
  const made = known.get(value) ?? settings.read(value);
  known.set(value, made);
  return made;
}

const ofValues = remembered((_: FolderSettings) => new WeakMap<object, FolderChoice>());
