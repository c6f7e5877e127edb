// Watches a folder and everything below it, except ignored folders such as `node_modules`.
import { type FSWatcher, watch } from 'node:fs';
import { entriesGuarded, isFolderGuarded, statGuarded } from './guarded-disk';
import { skippedFolders } from './node';

/** Stops watching. */
export type StopWatching = () => void;

/** Calls `changed` for each path that is created, changed or removed, also in new folders. Never throws. */
export function watchFolder(folder: string, changed: (path: string) => void): StopWatching {
  const watchers = new Map<string, FSWatcher>();
  const leave = (path: string): void => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  const enter = (path: string): void => {
    if (watchers.has(path)) return;
    try {
      const watcher = watch(path, (_, name) => name !== null && onEvent(`${path}/${name}`));
      watcher.on('error', () => leave(path));
      watchers.set(path, watcher);
      for (const entry of entriesGuarded(path))
        if (entry.isDirectory() && !skippedFolders.has(entry.name)) enter(`${path}/${entry.name}`);
    } catch {
      leave(path); // It cannot be read or was removed again.
    }
  };
  const onEvent = (path: string): void => {
    if (statGuarded(path) === 'absent') leave(path);
    else if (isFolderGuarded(path) && !skippedFolders.has(path.slice(path.lastIndexOf('/') + 1)))
      enter(path);
    changed(path);
  };
  enter(folder.replaceAll('\\', '/').replace(/(.)\/$/, '$1'));
  return () => {
    for (const path of [...watchers.keys()]) leave(path);
  };
}
