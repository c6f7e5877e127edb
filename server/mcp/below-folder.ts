// The files that a model may ask about: those below the working folder. A path or a link that leads elsewhere does not exist.
import type { World } from '../cli/io';
import { absolute } from '../cli/paths';
import { t } from '../text/message';

const absent = { problem: 'absent', message: t('The file does not exist.') } as const;

/** The path without links; null where nothing is there. */
export type RealPath = (path: string) => string | null;

/** A world of which only the files below its working folder can be read, and nothing can be written. */
export function belowFolder(world: World, realPath: RealPath): World {
  const root = realPath(world.cwd) ?? world.cwd;
  const isBelow = (path: string): boolean => {
    const real = realPath(absolute(path, world));
    return real !== null && (real === root || real.startsWith(`${root === '/' ? '' : root}/`));
  };
  const refuse = (): never => {
    throw new Error('Nothing is written here. Write the file yourself.');
  };
  return {
    ...world,
    // What is in the home folder is the user's, not the project's.
    home: undefined,
    has: (path) => isBelow(path) && world.has(path),
    read: (path, maxBytes) => (isBelow(path) ? world.read(path, maxBytes) : absent),
    isFolder: (path) => isBelow(path) && world.isFolder(path),
    *walk(folder, wanted, options) {
      if (!isBelow(folder)) return;
      for (const path of world.walk(folder, wanted, options)) if (isBelow(path)) yield path;
    },
    write: refuse,
    create: refuse,
    createAll: refuse,
    copyFolder: refuse,
  };
}
