// What each program loads of a plugin in an open folder.
import { explainedPlugin, pluginFix } from '../../features/plugins/explained-plugin';
import { newMarketplaceIn, newPlugin } from '../../features/plugins/new-plugin';
import { pluginMarkdown } from '../../features/plugins/plugin-report';
import {
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
import { type PluginDisk, pluginAround, pluginAt } from '../../workspace/plugins/plugin-at';
import { pathOf } from '../documents/uri';
import type { Session } from '../session';

export function handlePlugins(session: Session): void {
  const { connection, catalog, client, open } = session;
  connection.onRequest(pluginMethod, ({ uri }: PluginParams): PluginAnswer | null => {
    const found = pluginIn(session, uri);
    if (!found) return null;
    const { root, named } = found;
    const hosts = catalog.mainHosts;
    const plugin = explainedPlugin(named, hosts, client.translate);
    const inEnglish = explainedPlugin(named, hosts, english);
    if (!plugin || !inEnglish) return null;
    const hostNames = Object.fromEntries(
      plugin.programs.map(({ host }) => [host, catalog.hostById(host)?.name ?? host]),
    );
    const markdown = pluginMarkdown(inEnglish, (id) => hostNames[id] ?? id);
    return { uri: open.uriOf(root), plugin, hostNames, markdown };
  });
  connection.onRequest(pluginFixMethod, ({ uri }: PluginParams): PluginFixAnswer => {
    const found = pluginIn(session, uri);
    const hosts = catalog.mainHosts;
    return found && pluginFix(found.named, hosts, hosts, client.translate);
  });
  connection.onRequest(newPluginFilesMethod, (params: NewPluginParams) =>
    translated(newFiles(session, params), client.translate),
  );
}

function newFiles(
  { catalog, open, textAt, world }: Session,
  { folder, subject, name }: NewPluginParams,
): Untranslated<NewPluginFiles> {
  const root = withoutSlash(pathOf(folder));
  const at = (path: string): string => `${root}/${path}`;
  const wanted = {
    name,
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
  const path = withoutSlash(pathOf(uri));
  const project = client.folders
    .map((folder) => withoutSlash(folder.path))
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

const withoutSlash = (path: string): string => path.replace(/\/$/, '');
