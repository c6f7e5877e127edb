// The plugins that are around a manifest or listed in a marketplace.
import type { FileText } from '../../text/file-text';
import { lazily } from '../../text/lazily';
import type { DocumentKind } from '../model/host';
import type { Location } from '../model/location';
import type { Place } from '../model/place';
import type { PluginAround } from '../model/plugin';
import { type PluginDisk, pluginAt } from './plugin-at';

/** Whether a document is a manifest or a marketplace, or belongs to a manifest next to it. */
export const isWithManifests = ({ manifest }: Location, kind: DocumentKind | undefined): boolean =>
  kind?.subject === 'manifest' || (kind?.subject === 'settings' && manifest !== undefined);

/** Whether it switches on plugins of marketplaces around it. */
export const hasSwitches = (kind: DocumentKind | undefined): boolean =>
  kind?.subject === 'settings' && kind.switches !== undefined;

interface Disk {
  readonly has: (path: string) => boolean;
  readonly isFolder: (path: string) => boolean;
  readonly read: (path: string) => FileText;
  readonly walk?: PluginDisk['walk'];
}

/** What a manifest or a marketplace at `own`, in the project at `root`, gets of the plugins around it. Each is looked for once. */
export function pluginsAround(
  root: string,
  own: string,
  { has, isFolder, read, walk }: Partial<Disk>,
): Pick<Place, 'pluginAt'> {
  if (!has || !isFolder || !read) return {};
  const once = cached((folder: string) => {
    const path = [root, folder].filter((part) => part !== '').join('/');
    return pluginIn(path, own, { has, isFolder, read, ...(walk && { walk }) });
  });
  return { pluginAt: once };
}

function pluginIn(
  path: string,
  own: string,
  { has, isFolder, read, walk }: Disk,
): PluginAround | undefined {
  if (path !== '' && !isFolder(path)) return undefined;
  return {
    read: cached((file: string) => {
      const at = path === '' ? file : `${path}/${file}`;
      // A marketplace is judged also where its plugins cannot be read.
      try {
        const text = has(at) ? read(at) : null;
        // A new file is not on the disk yet.
        return typeof text === 'string' ? text : at === own ? '' : null;
      } catch {
        return null;
      }
    }),
    files: lazily(() => {
      const found = walk && pluginAt(path, { read, walk });
      return !found || found.isIncomplete ? [] : found.folder.paths;
    }),
  };
}

/** The same function, which makes each value once. */
function cached<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, () => T>();
  return (key) => {
    const found = known.get(key) ?? lazily(() => make(key));
    known.set(key, found);
    return found();
  };
}
