// Which files the server knows without being shown them: those of the open folders, and the agents of the user's home.
import { userFolders } from '../hosts/places';
import type { World } from '../world/world';
import type { Client } from './client';
import type { EditorSettings } from './editor-settings';
import { folderOf } from './folders';

export interface Reach {
  /** The folders to be walked over: none of them holds another. */
  readonly folders: () => readonly string[];
  /** Whether a file is known that is not open. */
  readonly holds: (path: string) => boolean;
  /** Whether it is the workspace's: of what else is known nothing is told by itself, and nothing is changed. */
  readonly isOurs: (path: string) => boolean;
}

export function reachOf(
  client: Client,
  { home }: Pick<World, 'home'>,
  settings: EditorSettings,
): Reach {
  const below = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
  const ofUser = (): readonly string[] =>
    home === undefined || !settings.of(home).userAgents ? [] : homeFolders(home);
  const isOurs = (path: string): boolean => folderOf(path, client.folders) !== undefined;
  return {
    folders() {
      const open = client.folders.map(({ path }) => path);
      const all = [...new Set([...open, ...ofUser()])];
      return all.filter((path) => !all.some((other) => below(path, other)));
    },
    holds: (path) => isOurs(path) || ofUser().some((folder) => below(path, folder)),
    isOurs,
  };
}

export const homeFolders = (home: string): readonly string[] =>
  userFolders.map((folder) => `${home}/${folder}`);
