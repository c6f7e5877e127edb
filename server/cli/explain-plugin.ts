// What each program loads of a plugin: what `dossier explain FOLDER` prints.
import type { ExplainedPlugin, PluginPart } from '../contract/library';
import type { Host } from '../hosts/model/host';
import { formatCount } from '../text/message';
import { english } from '../text/translate';
import { pluginTable } from '../workspace/plugins/plugin-table';
import { UsageError, type World } from './io';
import { absolute } from './paths';
import { printable } from './report/cells';
import { inertLines } from './report/inert-lines';
import { table } from './report/table';

/** A plugin has fewer files. */
const maxFiles = 5_000;
const maximum = formatCount(maxFiles);

/** Folders of other tools, whose files no program reads as parts of the plugin. */
const otherFolders = /(?:^|\/)(?:node_modules|\.git)\//;

/**
 * Null where no program takes the folder for a plugin.
 * @param chosen null for every program that reads plugins
 * @throws UsageError where there is no plugin in the files that are read, and there are more
 */
export function explainPlugin(
  folder: string,
  chosen: readonly Host[] | null,
  world: World,
): ExplainedPlugin | null {
  // The written form may be `.`, `./plugin` or `plugin/`, of which each system walks in its own way.
  const root = withoutSlashes(absolute(folder, world));
  const prefix = root === '/' ? '/' : `${root}/`;
  const { paths, isIncomplete } = filesIn(root, prefix, world);
  const known = new Set(paths);
  const { programs, rows } = pluginTable(chosen ?? world.catalog.mainHosts, {
    name: root.slice(root.lastIndexOf('/') + 1),
    paths,
    read: (path) => {
      if (!known.has(path)) return null;
      const text = world.read(prefix + path);
      return typeof text === 'string' ? text : null;
    },
  });
  const hasManifest = programs.some(({ loaded }) => loaded && loaded.manifest !== null);
  const hasParts = rows.some(({ cells }) => cells.some(({ isLoaded }) => isLoaded));
  if (!hasManifest && !hasParts) {
    if (!isIncomplete) return null;
    throw new UsageError(
      `${printable(folder)} has more than ${maximum} files, and no plugin in the first ${maximum}. Name the folder of a plugin.`,
    );
  }
  return {
    folder: withoutSlashes(folder),
    ...(isIncomplete && { isIncomplete }),
    programs: programs.map(({ host: { id, version }, loaded }) => ({
      host: id,
      hostVersion: version,
      isKnown: loaded !== null,
      name: loaded?.name ?? null,
      manifest: loaded?.manifest ?? null,
      fault: loaded?.fault ? english(loaded.fault.message) : null,
    })),
    parts: rows.map(({ part: { kind, file, server }, cells }) => ({
      kind,
      file,
      ...(server !== null && { server }),
      programs: cells.map(({ isLoaded, name, why }, index) => ({
        host: programs[index]?.host.id ?? '',
        isLoaded,
        name,
        why: why && english(why),
      })),
    })),
  };
}

/** The files of a folder, relative to it. @param prefix the folder with a slash at the end */
function filesIn(
  root: string,
  prefix: string,
  world: World,
): { readonly paths: readonly string[]; readonly isIncomplete: boolean } {
  const paths: string[] = [];
  const isWanted = (path: string): boolean => !otherFolders.test(path.slice(prefix.length));
  for (const path of world.walk(root, isWanted)) {
    if (paths.length === maxFiles) return { paths, isIncomplete: true };
    paths.push(path.slice(prefix.length));
  }
  return { paths, isIncomplete: false };
}

type NameOf = (id: string) => string;

/** The table for a terminal, with notes on what is not loaded. */
export function humanPlugin(plugin: ExplainedPlugin, nameOfHost: NameOf): string {
  const { folder, programs } = plugin;
  const head = [
    '',
    ...programs.map(({ host, hostVersion }) => `${nameOfHost(host)} ${hostVersion}`),
  ];
  const notes = notesOn(plugin, nameOfHost);
  const lines = [
    inertLines(`${folder}\n`),
    table(head, rowsOf(plugin)),
    ...(notes.length === 0 ? [] : [`\n${notes.map((note) => inertLines(`${note}\n`)).join('')}`]),
  ];
  return `${lines.join('')}\n`;
}

/** The same as a table in Markdown. */
export function markdownPlugin(plugin: ExplainedPlugin, nameOfHost: NameOf): string {
  const { folder, programs } = plugin;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => printable(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  const code = (text: string): string =>
    text === '' || isWords(text) ? text : `\`${text.replaceAll('`', "'")}\``;
  const notes = notesOn(plugin, nameOfHost);
  return [
    `### Plugin \`${printable(folder)}\``,
    '',
    line(['', ...programs.map(({ host, hostVersion }) => `${nameOfHost(host)} ${hostVersion}`)]),
    line(['---', ...programs.map(() => '---')]),
    ...rowsOf(plugin).map(([part = '', ...cells]) => line([part, ...cells.map(code)])),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${note}`)]),
    '',
  ].join('\n');
}

const notLoaded = 'not loaded';
const loads = 'loads';
const notKnown = 'not known';
const isWords = (cell: string): boolean => [notLoaded, loads, notKnown].includes(cell);

const rowsOf = ({ programs, parts }: ExplainedPlugin): readonly (readonly string[])[] => [
  [
    'plugin',
    ...programs.map(({ isKnown, name, fault }) =>
      isKnown ? (fault === null && name !== null ? name : notLoaded) : notKnown,
    ),
  ],
  ...parts.map((part) => [
    titleOf(part),
    ...part.programs.map(({ isLoaded, name }) =>
      isLoaded === null ? notKnown : isLoaded ? (name ?? loads) : notLoaded,
    ),
  ]),
];

const titleOf = ({ kind, file, server }: PluginPart): string =>
  server === undefined ? `${kind} ${file}` : `${kind} ${server} in ${file}`;

/** What is not read, and why something is not loaded: each reason once, with the files. */
function notesOn(
  { programs, parts, isIncomplete }: ExplainedPlugin,
  nameOfHost: NameOf,
): readonly string[] {
  const unread = isIncomplete
    ? [`The folder has more than ${maximum} files. Only the first ${maximum} were read.`]
    : [];
  const faults = programs.flatMap(({ host, fault }) =>
    fault === null ? [] : [`${nameOfHost(host)} loads nothing from this plugin. ${fault}`],
  );
  const refusing = new Set(programs.flatMap(({ host, fault }) => (fault === null ? [] : [host])));
  const reasons = new Map<string, string[]>();
  for (const part of parts)
    for (const { host, why } of part.programs)
      if (why !== null && !refusing.has(host))
        reasons.set(why, [...(reasons.get(why) ?? []), titleOf(part)]);
  return [
    ...unread,
    ...faults,
    ...[...reasons].map(([why, titles]) => `${titles.join(', ')}: ${why}`),
  ].map(printable);
}

/** Without the slashes at its end, unless it is the root. */
function withoutSlashes(folder: string): string {
  let end = folder.length;
  while (end > 1 && folder[end - 1] === '/') end--;
  return folder.slice(0, end);
}
