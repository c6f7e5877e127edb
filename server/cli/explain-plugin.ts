// What each program loads of a plugin: what `dossier explain FOLDER` prints.
import type { ExplainedPlugin } from '../contract/library';
import { explainedPlugin, type NamedFolder } from '../features/plugins/explained-plugin';
import { marketplacePaths } from '../features/plugins/new-plugin';
import {
  headOf,
  type NameOfHost,
  notesOn,
  pluginMarkdown,
  rowsOf,
} from '../features/plugins/plugin-report';
import { maxPluginFiles, pluginAt } from '../hosts/catalog/plugin-at';
import type { Host } from '../hosts/model/host';
import { formatCount } from '../text/message';
import { english } from '../text/translate';
import { translated } from '../text/translated';
import { UsageError, type World } from './io';
import { absolute } from './paths';
import { printable } from './report/cells';
import { inertLines } from './report/inert-lines';
import { table } from './report/table';

/** @throws UsageError where no program takes the folder for a plugin */
export function explainPlugin(named: NamedFolder, hosts: readonly Host[]): ExplainedPlugin {
  const plugin = explainedPlugin(named, hosts);
  if (plugin) return translated(plugin, english);
  const folder = printable(named.label);
  const maximum = formatCount(maxPluginFiles);
  throw new UsageError(
    named.isIncomplete
      ? `${folder} has more than ${maximum} files, and no plugin in the first ${maximum}. Name the folder of a plugin.`
      : whyNoPlugin(folder, named, hosts),
  );
}

function whyNoPlugin(
  label: string,
  { folder: { paths } }: NamedFolder,
  hosts: readonly Host[],
): string {
  if (paths.length === 0) return `${label} has no files. Name the folder of a plugin.`;
  const marketplace = marketplacePaths(hosts).find((path) => paths.includes(path));
  return marketplace === undefined
    ? `${label} is no plugin: it has no manifest, and no part that a program loads. Name files, or the folder of a plugin.`
    : `${label} has a list of plugins, ${marketplace}, and is no plugin. Name the folder of one of them.`;
}

/** The written form may be `.`, `./plugin` or `plugin/`, of which each system walks in its own way. */
export const folderAt = (written: string, world: World): NamedFolder => ({
  label: withoutSlashes(written),
  ...pluginAt(withoutSlashes(absolute(written, world)), {
    read: (path) => world.read(path),
    walk: (root, wanted) => world.walk(root, wanted),
  }),
});

/** The table for a terminal, with notes on what is not loaded. */
export function humanPlugin(plugin: ExplainedPlugin, nameOf: NameOfHost): string {
  const notes = notesOn(plugin, nameOf, english).map(printable);
  const lines = [
    inertLines(`${plugin.folder}\n`),
    table(headOf(plugin, nameOf), rowsOf(plugin)),
    ...(notes.length === 0 ? [] : [`\n${notes.map((note) => inertLines(`${note}\n`)).join('')}`]),
  ];
  return `${lines.join('')}\n`;
}

/** The same as a table in Markdown. */
export const markdownPlugin = (plugin: ExplainedPlugin, nameOf: NameOfHost): string =>
  pluginMarkdown(plugin, nameOf)
    .split('\n')
    .map((line) => printable(line))
    .join('\n');

/** Without the slashes at its end, unless it is the root. */
export function withoutSlashes(folder: string): string {
  let end = folder.length;
  while (end > 1 && folder[end - 1] === '/') end--;
  return folder.slice(0, end);
}
