// Which symbolic links to folders may lead to agents. Others, such as those of build tools, are not followed.

import { memoize } from '../../text/memoize';
import { foldersOf } from '../model/glob';
import type { Host } from '../model/host';
import type { Location } from '../model/location';
import type { HostCatalog } from './host-catalog';

/** The folders of agents below a root, as lists of names. A folder of a plugin may be anywhere. */
const agentFolders = memoize(({ hosts }: HostCatalog) => foldersIn(hosts, () => true));

/** Those of programs that read agents outside of the project too, in their own folders. */
const openFolders = memoize(({ hosts }: HostCatalog) =>
  foldersIn(
    hosts.filter(({ linksOut }) => linksOut),
    ({ role }) => role === 'owner',
  ),
);

function foldersIn(
  hosts: readonly Host[],
  isMeant: (location: Location) => boolean,
): readonly (readonly string[])[] {
  const folders = hosts.flatMap(({ locations }) =>
    locations.flatMap((one) => (one.manifest || !isMeant(one) ? [] : foldersOf(one.glob))),
  );
  return [...new Set(folders)].map((folder) => folder.split('/'));
}

/**
 * The end of a path that begins with an agent folder of a host, or is the beginning of one: `.claude` for `/w/.claude`. Null where
 * files below the path are no agents.
 */
export const agentFolderEnd = (catalog: HostCatalog, path: string): string | null =>
  endIn(agentFolders(catalog), path);

/** Whether a program reads the agents behind this link also where it leads out of the project. */
export const isReadOutside = (catalog: HostCatalog, path: string): boolean =>
  endIn(openFolders(catalog), path) !== null;

function endIn(folders: readonly (readonly string[])[], path: string): string | null {
  const names = path.split('/');
  const start = names.findIndex((_, at) =>
    folders.some((folder) =>
      folder.every((name, index) => at + index >= names.length || names[at + index] === name),
    ),
  );
  return start < 0 ? null : names.slice(start).join('/');
}
