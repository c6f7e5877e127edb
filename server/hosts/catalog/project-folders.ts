// The folders in which the files of a project are that concern all of its agents.

/** More folders than any project has above it. */
const maxFolders = 30;

/** The folder and its parents up to the root of the repository; only the folder itself outside of a repository. */
export function projectFolders(
  root: string,
  { has }: { readonly has: (path: string) => boolean },
): readonly string[] {
  if (!root.startsWith('/')) return [root];
  const folders = [root];
  for (let at = root; folders.length < maxFolders; ) {
    if (has(`${at}/.git/HEAD`) || has(`${at}/.git`)) return folders;
    const end = at.lastIndexOf('/');
    if (end <= 0) break;
    at = at.slice(0, end);
    folders.push(at);
  }
  return [root];
}
