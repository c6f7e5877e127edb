// Makes a folder with those around it. Node does it too, but never returns where the first one cannot be made in a folder that exists,
// such as `/proc`.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { isFolderGuarded, statGuarded } from './guarded-disk';

/**
 * @param mode of the new folders.
 * @returns the first folder that was made, relative if `folder` is; undefined where all of them existed.
 * @throws the error of Node, for the first folder that cannot be made.
 */
export function makeFolders(folder: string, mode = 0o777): string | undefined {
  const [first, ...others] = missingOf(folder);
  if (first === undefined) {
    // For a file in its place, this is the error.
    if (!isFolderGuarded(folder)) mkdirSync(folder, mode);
    return undefined;
  }
  for (const one of [first, ...others]) make(one, mode);
  return first;
}

/** The folders that do not exist, outermost first. */
const missingOf = (folder: string): readonly string[] =>
  statGuarded(folder) === 'absent' && dirname(folder) !== folder
    ? [...missingOf(dirname(folder)), folder]
    : [];

function make(folder: string, mode: number): void {
  try {
    mkdirSync(folder, mode);
  } catch (error) {
    // Another run was first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isFolderGuarded(folder)) throw error;
  }
}
