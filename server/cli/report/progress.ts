// A transient progress line, shown on a terminal after a short delay and removed when the work ends.

import { hasAgentEnding } from '../../hosts/catalog/places';
import { formatCount } from '../../text/message';
import type { Io, World } from '../io';
import { printable } from './cells';

/** The delay in milliseconds before progress is shown, so that it does not flicker for short operations. */
const patience = 400;
const pause = 100;

/**
 * Runs work with a file system that reports the files it lists and reads. Reports nothing if there is no terminal.
 * @param now the current time of any clock, in milliseconds.
 */
export function withProgress<T>(
  { world, io }: { readonly world: World; readonly io: Io },
  work: (world: World) => T,
  now: () => number = () => performance.now(),
): T {
  const { status } = io;
  if (!status) return work(world);
  let next = now() + patience;
  const show = (text: () => string): void => {
    const time = now();
    if (time < next) return;
    next = time + pause;
    status(text());
  };
  try {
    return work(reporting(world, show));
  } finally {
    status(null);
  }
}

function reporting(world: World, show: (text: () => string) => void): World {
  let read = 0;
  return {
    ...world,
    read: (path, maxBytes) => {
      if (hasAgentEnding(world.catalog, path)) read++;
      show(() => line(read, path));
      return world.read(path, maxBytes);
    },
    walk: (folder, wanted, options) =>
      world.walk(
        folder,
        (path) => {
          show(() => line(read, path));
          return wanted(path);
        },
        options,
      ),
  };
}

const line = (read: number, path: string): string =>
  `${formatCount(read)} files read; now reading ${printable(path.replace(/^\.\//, ''))}`;
