// The folders that are open in the editor.

export interface Folder {
  readonly uri: string;
  readonly path: string;
}

/** Returns the innermost folder that contains a file. */
export function folderOf(path: string, folders: readonly Folder[]): Folder | undefined {
  return folders
    .filter((folder) => path.startsWith(`${folder.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
