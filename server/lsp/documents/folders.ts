// The folders that are open in the editor.
import { pathOf } from './uri';

export interface Folder {
  readonly uri: string;
  readonly path: string;
}

/** Returns the folder with this URI. Some clients end it with a slash. */
export const folderAt = (uri: string): Folder => ({ uri, path: pathOf(uri).replace(/\/$/, '') });

/** Returns the innermost folder that contains a file. */
export function folderOf(path: string, folders: readonly Folder[]): Folder | undefined {
  return folders
    .filter((folder) => path.startsWith(`${folder.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
