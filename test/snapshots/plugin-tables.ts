// What three programs load of the plugins that were made after public ones: the tables were looked at, and the programs asked.
import type { ExplainedPlugin } from '../../server/contract/library';
import { pluginsBelow } from '../../server/hosts/catalog/plugin-at';
import { memoryFileSystem } from '../../server/world/memory';
import { madeProjects, type Project } from '../precision/projects';
import { catalog } from '../support/catalog';
import { running } from '../support/running';

const programs = ['claude-code', 'copilot-cli', 'codex'];

/** Plugins without a manifest, which no walk finds. */
const bare = ['plugins/cloud-ops', 'plugins/gopls-lsp'];

export const pluginTables = (): string =>
  madeProjects()
    .filter(({ name }) => name.startsWith('made/plugin-'))
    .flatMap(tablesIn)
    .join('\n');

function tablesIn({ name, files }: Project): readonly string[] {
  const root = name.slice('made/'.length);
  const all = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${root}/${path}`, text]),
  );
  const { walk } = memoryFileSystem(all);
  const found = pluginsBelow(root, catalog.mainHosts, { walk });
  const without = bare.filter((at) => Object.keys(files).some((path) => path.startsWith(`${at}/`)));
  const at = [...new Set([...found, ...without])].map((path) => (path ? `${root}/${path}` : root));
  return at.map((folder) => {
    const ran = running(all, [
      ...['explain', folder, '--format', 'json', '--program', programs.join()],
    ]);
    if (ran.code !== 0) return `${folder}\n  ${ran.err.trim()}\n`;
    const [table] = (ran.json as { plugins: readonly ExplainedPlugin[] }).plugins;
    return table ? textOf(folder, table) : '';
  });
}

const textOf = (folder: string, { programs: columns, parts }: ExplainedPlugin): string =>
  [
    folder,
    `  plugin: ${columns.map(({ name, fault }) => (fault ? `- (${fault})` : name)).join(', ')}`,
    ...parts.map(
      ({ kind, file, server, programs: cells }) =>
        `  ${kind} ${server === undefined ? '' : `${server} in `}${file}: ${cells.map(({ isLoaded, name }) => (isLoaded ? (name ?? 'loads') : '-')).join(', ')}`,
    ),
    '',
  ].join('\n');
