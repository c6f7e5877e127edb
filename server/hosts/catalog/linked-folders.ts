// Which symbolic links to folders may lead to agents. Others, such as those of build tools, are not followed.

import { memoize } from '../../text/memoize';
import { foldersOf } from '../model/glob';
import type { HostCatalog } from './host-catalog';

/** The folders of agents below a root, as lists of names. A folder of a plugin may be anywhere. */
const agentFolders = memoize(({ hosts }: HostCatalog): readonly (readonly string[])[] => {
  const folders = hosts.flatMap(({ locations }) =>
    locations.flatMap(({ glob, manifest }) => (manifest ? [] : foldersOf(glob))),
  );
  return [...new Set(folders)].map((folder) => folder.split('/'));
});

/**
 * The end of a path that begins with an agent folder of a host, or is the beginning of one: `.claude` for `/w/.claude`. Null where
 * files below the path are no agents.
 */
export function agentFolderEnd(catalog: HostCatalog, path: string): string | null {
  const names = path.split('/');
  const start = names.findIndex((_, at) =>
    agentFolders(catalog).some((folder) =>
      folder.every((name, index) => at + index >= names.length || names[at + index] === name),
    ),
  );
  return start < 0 ? null : names.slice(start).join('/');
}
