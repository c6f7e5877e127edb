// The entry point of the library, for Node, browsers and everything else that runs JavaScript. Nothing is computed when it is loaded.
import type { Library } from '../contract/library';
import { HostCatalog } from '../hosts/catalog/host-catalog';
import { hosts } from '../hosts/catalog/registry';
import { libraryOf } from '../library/library';
import { lazily } from '../text/lazily';
import { folderFileSystem } from '../world/folder';

export { UsageError } from '../cli/io';
export { version } from '../version';

const none = { paths: (): readonly string[] => [], read: (): null => null };
const library = lazily(() =>
  libraryOf({
    catalog: new HostCatalog(hosts),
    filesOf: (folder) => folderFileSystem(folder ?? none),
  }),
);

export const check: Library['check'] = (...given) => library().check(...given);
export const explain: Library['explain'] = (...given) => library().explain(...given);
export const convert: Library['convert'] = (...given) => library().convert(...given);
export const list: Library['list'] = (...given) => library().list(...given);
export const programs: Library['programs'] = () => library().programs();
export const schema: Library['schema'] = (...given) => library().schema(...given);
