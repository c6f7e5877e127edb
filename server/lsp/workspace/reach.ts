// Determines which files the server knows even if they are not open: those in the open folders, and the
// agents in the user's home.

import { addedFolders } from '../../hosts/catalog/folder-settings';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { companionsAt, mayBeCompanion, userFiles } from '../../workspace/companions/files';
import type { FileSystem } from '../../world/file-system';
import type { Client } from '../client';
import type { WorkspaceFolders } from '../documents/document-places';
import { folderOf } from '../documents/folders';
import type { EditorSettings } from '../settings/editor-settings';

export interface Reach {
  /** Returns the folders to walk. None of them contains another. */
  readonly folders: () => readonly string[];
  /** Returns the user's own companion files, or null if they are disabled or the home folder is unknown. */
  readonly ofUser: () => readonly string[] | null;
  /** Whether the server knows a file that is not open. */
  readonly holds: (path: string) => boolean;
  /** Whether a file belongs to the workspace. Other known files are not edited, or reported on while closed. */
  readonly isOurs: (path: string) => boolean;
}

export function reachOf(
  catalog: HostCatalog,
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
    return at === null ? [] : homeFolders(catalog, at);
  };
  const isOurs = (path: string): boolean => folderOf(path, client.folders) !== undefined;
  /**
   * Returns agent folders outside the open ones that host settings add. Those in the home folder are included
   * only if enabled.
   */
  const added = (): readonly string[] => {
    const at = wanted();
    const roots = client.folders.map(({ path }) => path);
    const known = { ...around, has, read, ...(at !== null && { home: at }) };
    return catalog.hosts
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
      return at === null ? null : userFiles(catalog, at, { has, walk });
    },
    holds: (path) =>
      isOurs(path) ||
      ofUser().some((folder) => below(path, folder)) ||
      added().some((folder) => below(path, folder)) ||
      (wanted() !== null && mayBeCompanion(catalog, path) && isOfUser(catalog, path, home)),
    isOurs,
  };
}

/** Whether the path is one of the user's own companion files. */
const isOfUser = ({ mainHosts }: HostCatalog, path: string, home: string | undefined): boolean =>
  home !== undefined &&
  companionsAt(path, mainHosts, { home }).some(
    ({ file, root }) => file.scope === 'user' && root === home,
  );

export const homeFolders = ({ userFolders }: HostCatalog, home: string): readonly string[] =>
  userFolders.map((folder) => `${home}/${folder}`);
