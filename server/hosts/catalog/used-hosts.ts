// Whether a project uses a host: it has the folder of the host's own agents. Locations that are optional apply only then, unless the
// user chose the host.
import { memoize } from '../../text/memoize';
import type { Host } from '../model/host';
import { rootOf } from '../model/located-file';
import type { Place } from '../model/place';
import type { HostCatalog } from './host-catalog';

/** Whether the project of the file has the folder of the host's own agents. */
export function isUsedInProject(
  place: Place,
  { isFolder }: { readonly isFolder?: (path: string) => boolean },
): boolean {
  if (!isFolder) return false;
  const root = rootOf(place);
  const folder = ownFolderOf(place.host);
  return isFolder(root === '' ? folder : `${root}/${folder}`);
}

/** `.claude/agents` */
const ownFolderOf = ({ ownFile }: Host): string => ownFile.slice(0, ownFile.lastIndexOf('/'));

const foldersOfOptional = memoize(({ mainHosts }: HostCatalog): readonly string[] =>
  mainHosts
    .filter(({ locations }) => locations.some(({ isOptional }) => isOptional === true))
    .map(ownFolderOf),
);

/**
 * Whether creating or deleting this file or folder may change whether a project uses a host, and so what applies to the other files
 * of the project.
 */
export const showsUse = (catalog: HostCatalog, path: string): boolean =>
  foldersOfOptional(catalog).some(
    (folder) => `${path}/`.includes(`/${folder}/`) || folder.startsWith(`${lastPart(path)}/`),
  );

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
