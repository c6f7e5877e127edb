/** The path of a file by its name from a folder, without `.` and `..`. Null above the root. @param folders the names of the folders. */
export function joinedPath(folders: readonly string[], name: string): string | null {
  const parts = [...folders];
  for (const part of name.split('/')) {
    if (part === '..') {
      if (parts.length <= 1) return null;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
