// What each program loads of a plugin in an open folder.
import { explainedPlugin, pluginFix } from '../../features/plugins/explained-plugin';
import { newMarketplaceIn, newPlugin } from '../../features/plugins/new-plugin';
import { notesOn, pluginMarkdown } from '../../features/plugins/plugin-report';
import { type PluginDisk, pluginAround, pluginAt } from '../../hosts/catalog/plugin-at';
import {
  type ExplainedPlugin,
  type NewPluginFiles,
  type NewPluginParams,
  newPluginFilesMethod,
  type PluginAnswer,
  type PluginFixAnswer,
  type PluginParams,
  pluginFixMethod,
  pluginMethod,
} from '../../protocol/protocol';
import { english } from '../../text/translate';
import { translated, type Untranslated } from '../../text/translated';
import { folderAt } from '../documents/folders';
import type { Session } from '../session';

export function handlePlugins(session: Session): void {
  const { connection, catalog, client, open } = session;
  connection.onRequest(pluginMethod, ({ uri }: PluginParams): PluginAnswer | null => {
    const found = pluginIn(session, uri);
    if (!found) return null;
    const { root, named } = found;
    const hosts = catalog.mainHosts;
    const explained = explainedPlugin(named, hosts);
    if (!explained) return null;
    const nameOf = (id: string): string => catalog.hostById(id)?.name ?? id;
    const plugin: ExplainedPlugin = translated(explained, client.translate);
    return {
      ...{ uri: open.uriOf(root), plugin },
      notes: notesOn(plugin, nameOf, client.translate),
      hostNames: Object.fromEntries(plugin.programs.map(({ host }) => [host, nameOf(host)])),
      markdown: pluginMarkdown(translated(explained, english), nameOf),
    };
  });
  connection.onRequest(pluginFixMethod, ({ uri }: PluginParams): PluginFixAnswer => {
    const found = pluginIn(session, uri);
    const hosts = catalog.mainHosts;
    return translated(found && pluginFix(found.named, hosts, hosts), client.translate);
  });
  connection.onRequest(newPluginFilesMethod, (params: NewPluginParams) =>
    translated(newFiles(session, params), client.translate),
  );
}

function newFiles(
  { catalog, open, textAt, world }: Session,
  { folder, subject, name, isTyped = false }: NewPluginParams,
): Untranslated<NewPluginFiles> {
  const { path: root } = folderAt(folder);
  const at = (path: string): string => `${root}/${path}`;
  const wanted = {
    ...{ name, isTyped },
    isTaken: (path: string) => world.has(at(path)) || world.isFolder(at(path)),
  };
  const { error, files, hosts, listed, notes } =
    subject === 'plugin'
      ? newPlugin(catalog, wanted)
      : newMarketplaceIn(root, diskOf({ textAt, world }), catalog, wanted);
  return {
    ...{ error, notes, plugins: listed },
    files: files.map(({ path, text }) => ({ uri: open.uriOf(at(path)), path, text })),
    hostNames: hosts.map((host) => catalog.versionedName(host)),
  };
}

const diskOf = ({ textAt, world }: Pick<Session, 'textAt' | 'world'>): PluginDisk => ({
  read: (file) => textAt(file) ?? world.read(file),
  walk: (folder, wanted) => world.walk(folder, wanted),
});

/** The plugin of a folder, or the one around a file; null outside of the open folders. */
function pluginIn({ catalog, client, textAt, world }: Session, uri: string) {
  const { path } = folderAt(uri);
  const project = client.folders
    .map((folder) => folder.path)
    .filter((folder) => path === folder || path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (project === undefined) return null;
  const disk = diskOf({ textAt, world });
  const root = world.isFolder(path)
    ? path
    : pluginAround(path, project, catalog.mainHosts, disk.read);
  if (root === null) return null;
  const label =
    root === project ? root.slice(root.lastIndexOf('/') + 1) : root.slice(project.length + 1);
  return { root, named: { label, ...pluginAt(root, disk) } };
}
