// Which files the server knows without being shown them: those of the open folders, and the agents of the user's home.
import { addedFolders } from '../hosts/folder-settings';
import { mainHosts, userFolders } from '../hosts/places';
import { hosts } from '../hosts/registry';
import { companionsAt, mayBeCompanion, userFiles } from '../workspace/companions/files';
import type { FileSystem } from '../world/file-system';
import type { Client } from './client';
import type { WorkspaceFolders } from './document-places';
import type { EditorSettings } from './editor-settings';
import { folderOf } from './folders';

export interface Reach {
  /** The folders to be walked over: none of them holds another. */
  readonly folders: () => readonly string[];
  /** The user's own files beside the agents; null where they are not wanted or the home is not known. */
  readonly ofUser: () => readonly string[] | null;
  /** Whether a file is known that is not open. */
  readonly holds: (path: string) => boolean;
  /** Whether it is the workspace's: of what else is known nothing is told by itself, and nothing is changed. */
  readonly isOurs: (path: string) => boolean;
}

export function reachOf(
  client: Client,
  { home, has, read, walk }: Pick<FileSystem, 'home' | 'has' | 'read' | 'walk'>,
  settings: EditorSettings,
  around: WorkspaceFolders,
): Reach {
  const below = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
  const wanted = (): string | null =>
    home !== undefined && settings.of(home).userAgents ? home : null;
  const ofUser = (): readonly string[] => {
    const at = wanted();
    return at === null ? [] : homeFolders(at);
  };
  const isOurs = (path: string): boolean => folderOf(path, client.folders) !== undefined;
  /** Folders of agents outside of the open ones that settings of hosts add; those of the home only where they are wanted. */
  const added = (): readonly string[] => {
    const at = wanted();
    const roots = client.folders.map(({ path }) => path);
    const known = { ...around, has, read, ...(at !== null && { home: at }) };
    return hosts
      .flatMap((host) => addedFolders(host, roots, known))
      .filter((folder) => !isOurs(`${folder}/`));
  };
  return {
    folders() {
      const open = client.folders.map(({ path }) => path);
      const all = [...new Set([...open, ...ofUser(), ...added()])];
      return all.filter((path) => !all.some((other) => below(path, other)));
    },
    ofUser() {
      const at = wanted();
      return at === null ? null : userFiles(at, { has, walk });
    },
    holds: (path) =>
      isOurs(path) ||
      ofUser().some((folder) => below(path, folder)) ||
      added().some((folder) => below(path, folder)) ||
      (wanted() !== null && mayBeCompanion(path) && isOfUser(path, home)),
    isOurs,
  };
}

/** One of the user's own files beside the agents. */
const isOfUser = (path: string, home: string | undefined): boolean =>
  home !== undefined &&
  companionsAt(path, mainHosts, { home }).some(
    ({ file, root }) => file.scope === 'user' && root === home,
  );

export const homeFolders = (home: string): readonly string[] =>
  userFolders.map((folder) => `${home}/${folder}`);
