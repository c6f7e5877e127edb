// A file with another text than the saved one.
import type { World } from '../cli/io';
import { absolute } from '../cli/paths';

/** A world in which a file has another text, or is there although it is not saved. */
export function withText(world: World, path: string, text: string): World {
  const at = absolute(path, world);
  const isIt = (other: string): boolean => absolute(other, world) === at;
  return {
    ...world,
    has: (other) => isIt(other) || world.has(other),
    isFolder: (other) => !isIt(other) && world.isFolder(other),
    read: (other, maxBytes) => (isIt(other) ? text : world.read(other, maxBytes)),
  };
}
