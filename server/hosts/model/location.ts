// Where a host looks for agents, and the settings and manifests that change it.

import type { FileText } from '../../text/file-text';
import { memoize } from '../../text/memoize';
import { type Message, t } from '../../text/message';
import type { Evidence } from './evidence';
import { endingOf } from './glob';

export interface Location {
  /** A glob relative to the root of a project, a home folder or a plugin. */
  readonly glob: string;
  readonly scope: 'project' | 'user' | 'plugin';
  /** `owner`: the host's own folder. `guest`: a folder of another host, which this host reads too. */
  readonly role: 'owner' | 'guest';
  /**
   * It applies only where the host is in use: the user chose it, or the project has the folder of the host's own agents. For folders
   * of other hosts in which few authors think of this host. `only where chosen`: the folder shows nothing about the host.
   */
  readonly isOptional?: true | 'only where chosen';
  /** In a project, for one person: such files are not checked in. */
  readonly isPersonal?: true;
  /** In a plugin: how the host interprets the manifest that makes the root a plugin. Elsewhere the location does not apply. */
  readonly manifest?: ManifestFormat;
  /** File names in the folder that the host ignores: `README.md`. */
  readonly except?: readonly string[];
  /** The host ignores files whose names, without the ending, do not match. */
  readonly names?: RegExp;
  /** The host ignores files whose names begin with this. */
  readonly ignoredPrefix?: string;
  /** So does it with folders. */
  readonly ignoresFoldersWithPrefix?: true;
  /** The host ignores files and folders, or only folders, whose names begin with a dot. */
  readonly skipsHidden?: true | 'folders';
  /** The host accepts the ending of the file name in any letter case. */
  readonly ignoresCase?: true;
  /** The host ignores files directly in the folder. */
  readonly isBelowFolder?: true;
  /** Names of folders that the host ignores: `node_modules`. */
  readonly exceptFolders?: readonly string[];
  /** How it is known which files are ignored, where that differs from `evidence`. */
  readonly exceptEvidence?: Evidence;
  /** Files of other hosts: in a folder with one of them, the document belongs to what that file describes. */
  readonly notWith?: readonly string[];
  /** A file below the root that may give its agents fields that they do not have themselves: see `DocumentKind.given`. */
  readonly givenBy?: string;
  /** The kind of document that it contains: a key of the host's `kinds`. Absent for `agent`. */
  readonly kind?: string;
  /** The key of the host's dialect that applies here, where it has several. */
  readonly dialect?: string;
  /** What it is called by: its name field, its path below the folder, its file name, or the name of its own folder. */
  readonly id: 'name-field' | 'path' | 'file-name' | 'folder';
  readonly summary: string;
  readonly evidence: Evidence;
}

/** How a host interprets the manifest of a plugin. */
export interface ManifestFormat {
  /** The paths that a manifest may have, relative to the plugin. The host reads only the first that exists. */
  readonly files: readonly string[];
  /** Of several manifests the host reads this one, whatever their order. @param value the parsed JSON. */
  readonly prefers?: (file: string, value: unknown) => boolean;
  /** Those that belong to another host: in a plugin with such a manifest, this host is a guest. */
  readonly foreignFiles?: readonly string[];
  /**
   * Whether the location applies in a plugin with this manifest. Absent: always.
   * @param value the parsed JSON; undefined where the text is not valid JSON, as while it is typed.
   */
  readonly applies?: (value: unknown, text: string) => boolean;
  /**
   * Why the host loads nothing of a plugin with this manifest, as a translated sentence. Null for a valid manifest.
   * @param value the parsed JSON.
   */
  readonly fault: (value: unknown) => Message | null;
  /** The folder in which the host reads agents of a plugin with this manifest, where `fault` is that it reads none in the location. */
  readonly agentsIn?: (value: unknown) => string | null;
  /** Other files of the plugin that make the host load nothing of it, relative to the plugin. `fault` as above, of the text. */
  readonly otherFiles?: readonly {
    readonly file: string;
    readonly fault: (text: string) => Message | null;
  }[];
  /**
   * The key that lists agent files. Where it is present, only the listed files are agents, wherever in the plugin they are. Absent
   * where no key does.
   */
  readonly listedBy?: string;
  /** The host also accepts folders in that list, whose files are agents. */
  readonly listsFolders?: true;
}

export interface AddedFolder {
  /** Relative to a workspace folder, or to the home folder where the location's scope is `user`; may begin with `../`. */
  readonly folder: string;
  readonly location: Location;
}

/** The effect of a value of such a setting. */
export interface FolderSettingValue {
  readonly added: readonly AddedFolder[];
  /** Declared locations of the host that are disabled. */
  readonly disabled: readonly Location[];
  /** Globs that are enabled but ignored, because the host does not expand globs. */
  readonly skipped: readonly string[];
}

/** A setting of a host that adds agent folders or disables its own. */
export interface FolderSettings {
  /** The settings file, relative to a workspace folder: `.vscode/settings.json`. */
  readonly file: string;
  /** What the setting does, and which programs honor it: whole sentences. */
  readonly summary: string;
  /** The key of the setting. An editor's value for this key overrides the settings file. */
  readonly key: string;
  /** The usual endings of agent files in an added folder. */
  readonly endings: readonly string[];
  /** Whether the host treats a file in an added folder as an agent, judging by its path. */
  readonly isAgent: (path: string) => boolean;
  /** Interprets the value of the setting; undefined where it is not set. */
  readonly read: (value: unknown) => FolderSettingValue;
  readonly evidence: Evidence;
}

/** Whether each document of the location is a folder with a file of a fixed name: `review/SKILL.md`. */
export const hasFolders = ({ glob }: Pick<Location, 'glob'>): boolean =>
  endingOf(glob).startsWith('/');

/** Whether the host accepts the name of a file in the location. @param below its path below the location's folder. */
export function acceptsName(
  {
    except,
    exceptFolders,
    skipsHidden,
    names,
    ignoredPrefix,
    ignoresFoldersWithPrefix,
    isBelowFolder,
  }: Location,
  below: string,
): boolean {
  const end = below.lastIndexOf('/') + 1;
  if (isBelowFolder && end === 0) return false;
  if (skipsHidden && isHidden(skipsHidden === 'folders' ? below.slice(0, end) : below))
    return false;
  if (exceptFolders && end > 0 && ignoredFolderIn(below, exceptFolders) !== undefined) return false;
  const name = below.slice(end);
  if (names && !names.test(name.replace(/\.[^.]*$/, ''))) return false;
  if (ignoredPrefix !== undefined) {
    const checked = ignoresFoldersWithPrefix ? below.split('/') : [name];
    if (checked.some((part) => part.startsWith(ignoredPrefix))) return false;
  }
  return except?.includes(name) !== true;
}

/** The first folder of the path that is among `names`. */
export const ignoredFolderIn = (below: string, names: readonly string[]): string | undefined =>
  below
    .split('/')
    .slice(0, -1)
    .find((folder) => names.includes(folder));

/** Whether a part of the path begins with a dot. */
const isHidden = (below: string): boolean => below.startsWith('.') || below.includes('/.');

// The manifest that makes a folder a plugin, and what it determines for the agents in it. It is JSON, interpreted as its
// host does.

type ReadFile = (path: string) => FileText;

/** A parsed manifest; `value` is undefined where it is not valid JSON. */
export interface Manifest {
  readonly value: unknown;
  readonly text: string;
  /** Why the host loads nothing of the plugin, as a sentence: `The plugin manifest has no "name".`. Null for a valid manifest. */
  readonly fault: Message | null;
}

/** By host and text: a manifest is needed for every file next to it. */
const manifestsByText = memoize((_: ManifestFormat) => new Map<string, Manifest>());
const maxTexts = 50;

/** The manifest at `path`; an empty one without a fault where the file cannot be read. */
export function readManifest(path: string, read: ReadFile, rules: ManifestFormat): Manifest {
  const cache = manifestsByText(rules);
  const text = read(path);
  if (typeof text !== 'string') return { value: {}, text: '', fault: null };
  const found = cache.get(text);
  if (found) return found;
  if (cache.size >= maxTexts) cache.clear();
  const manifest = manifestFrom(text, rules);
  cache.set(text, manifest);
  return manifest;
}

function manifestFrom(text: string, { fault }: ManifestFormat): Manifest {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return { value, text, fault: fault(value) };
  } catch {
    return { value: undefined, text, fault: t('The plugin manifest is not valid JSON.') };
  }
}

/** The value of a top-level key; undefined where the manifest is not an object or lacks the key. */
export const keyOf = ({ value }: Manifest, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

/** The name of the plugin; null where the manifest has none. */
export function nameIn(manifest: Manifest): string | null {
  const name = keyOf(manifest, 'name');
  return typeof name === 'string' && name !== '' ? name : null;
}
