// Where `dossier new` creates files.
import type { FileToCreate } from '../world/file-system';
import { UsageError, type World } from './io';
import { slashed } from './paths';

/** A path of a project in the form in which the user named the project. @throws UsageError where there is no such folder */
export const fileIn = (
  dir: string | undefined,
  { path }: { readonly path: string },
  world: World,
): string => {
  if (dir === undefined) return path;
  const root = slashed(dir).replace(/^(?:\.\/+)+|(?<=.)\/+$/g, '') || '.';
  if (!world.isFolder(root))
    throw new UsageError(`folder not found: ${dir}. Create it, or check the path.`);
  return root === '.' ? path : root === '/' ? `/${path}` : `${root}/${path}`;
};

/**
 * @param within the folder that symbolic links in a repository must not leave.
 * @throws UsageError where one cannot be created; then there is none
 */
export function createAll(files: readonly FileToCreate[], within: string, world: World): void {
  let current = files[0]?.path ?? '';
  const each = function* (): Generator<FileToCreate> {
    for (const file of files) {
      current = file.path;
      yield file;
    }
  };
  try {
    world.createAll(each(), within);
  } catch (error) {
    throw new UsageError(
      `cannot create ${current}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
