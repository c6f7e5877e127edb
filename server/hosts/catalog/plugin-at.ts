// The files of a plugin on a disk.

import type { FileText } from '../../text/file-text';
import type { Host } from '../model/host';
import type { PluginFolder } from '../model/plugin';

/** How the files of a disk are read. Paths are absolute. */
export interface PluginDisk {
  readonly read: (path: string) => FileText;
  /** All files below a folder that are wanted. */
  readonly walk: (folder: string, wanted: (path: string) => boolean) => Iterable<string>;
}

/** A plugin has fewer files. */
export const maxPluginFiles = 5_000;

/** Folders of other tools, whose files no program reads as parts of the plugin. */
const otherFolders = /(?:^|\/)(?:node_modules|\.git)\//;

/** @param root without a slash at its end; empty for that of relative paths */
export function pluginAt(
  root: string,
  { read, walk }: PluginDisk,
): { readonly folder: PluginFolder; readonly isIncomplete: boolean } {
  const prefix = root === '/' || root === '' ? root : `${root}/`;
  const paths: string[] = [];
  let isIncomplete = false;
  for (const path of walk(root, (one) => !otherFolders.test(one.slice(prefix.length)))) {
    isIncomplete = paths.length === maxPluginFiles;
    if (isIncomplete) break;
    paths.push(path.slice(prefix.length));
  }
  const known = new Set(paths);
  const folder: PluginFolder = {
    name: root.slice(root.lastIndexOf('/') + 1),
    paths,
    read: (path) => (known.has(path) ? textOf(read(prefix + path)) : null),
  };
  return { folder, isIncomplete };
}

/** The folders of a project in which there is a file with the path of a manifest, relative to it, without hidden ones. */
export function pluginsBelow(
  project: string,
  hosts: readonly Host[],
  { walk }: Pick<PluginDisk, 'walk'>,
): readonly string[] {
  const manifests = hosts
    .flatMap(({ plugins }) =>
      plugins === undefined || plugins === 'unmeasured' ? [] : plugins.manifests,
    )
    // The longest one first: that of `.x/plugin.json` is not the folder `.x`.
    .toSorted((a, b) => b.length - a.length);
  const prefix = project === '/' ? '/' : `${project}/`;
  const roots = new Set<string>();
  for (const path of walk(project, (one) => !otherFolders.test(one.slice(prefix.length)))) {
    const file = `/${path.slice(prefix.length)}`;
    const manifest = manifests.find((one) => file.endsWith(`/${one}`));
    if (manifest === undefined) continue;
    const root = file.slice(1, -manifest.length - 1);
    if (!/(?:^|\/)\./.test(root)) roots.add(root);
  }
  return [...roots].sort();
}

/** The nearest folder around a file in which a program reads a manifest; null where there is none in the project. */
export function pluginAround(
  file: string,
  project: string,
  hosts: readonly Host[],
  read: PluginDisk['read'],
): string | null {
  const formats = hosts.flatMap(({ plugins }) =>
    plugins === undefined || plugins === 'unmeasured' ? [] : [plugins],
  );
  const manifestsIn = (root: string): readonly string[] => {
    const folder: PluginFolder = {
      name: root.slice(root.lastIndexOf('/') + 1),
      paths: [],
      read: (path) => textOf(read(`${root}/${path}`)),
    };
    return formats.flatMap(({ layout }) => {
      const { manifest } = layout(folder);
      return manifest === null ? [] : [`${root}/${manifest}`];
    });
  };
  const names = file.slice(project.length + 1).split('/');
  const found = names
    .map((_, depth) => [project, ...names.slice(0, depth)].join('/'))
    .map((root) => ({ root, manifests: manifestsIn(root) }));
  const nearest = found.findLast(({ manifests }) => manifests.length > 0);
  // A manifest in a folder of its own looks like that of a plugin there.
  return (
    found.find(({ manifests }) => manifests.some((one) => nearest?.manifests.includes(one)))
      ?.root ?? null
  );
}

const textOf = (text: FileText): string | null => (typeof text === 'string' ? text : null);
