// Builds the tree of the Agents view from the items that the server returns: agents, skills and commands by folder, optionally below
// their host.
import type { AgentItem, SkillListLabel } from '../../server/protocol/protocol';
import { fileNameOf } from '../file-name';
import { t } from '../l10n';

export type Grouping = 'host' | 'folder';

export interface AgentRow {
  readonly kind: 'agent';
  /** Stable while the file is not moved. */
  readonly key: string;
  /** The item of the host with the worst outcome. The row shows this item. */
  readonly item: AgentItem;
  /** The items of all hosts in the group that read the file: owners of the folder first, each with the worst outcome first. */
  readonly items: readonly AgentItem[];
  /** The file name, where another agent of the folder has the same name. */
  readonly fileName: string | null;
  /** A parent row names the host. */
  readonly isBelowHost: boolean;
}

export interface GroupRow {
  readonly kind: 'host' | 'root' | 'plugins' | 'folder';
  readonly key: string;
  readonly label: string;
  /** The label before it was shortened. */
  readonly title: string;
  /** Dimmed text after the label. */
  readonly detail: string;
  /** URI of the folder for new agents in this group; null if the group has several folders. */
  readonly folder: string | null;
  /** Hosts that read the agents of this group. */
  readonly hosts: readonly string[];
  readonly rows: readonly Row[];
  /** Number of agents, skills and commands below this row, at any depth. */
  readonly count: number;
  /** Its agents are not the user's own, so it is collapsed initially. */
  readonly isForeign?: true;
}

export type Row = AgentRow | GroupRow;

export interface RowOptions {
  readonly grouping: Grouping;
  /** Names of the workspace folders by URI. They have rows of their own if there is more than one folder. */
  readonly roots: ReadonlyMap<string, string>;
  /** What is shown after the names of programs whose lists of skills have no room for all descriptions. Default: nothing. */
  readonly lists?: readonly SkillListLabel[];
}

interface Listing extends RowOptions {
  /** Whether to list the hosts, because no parent row shows them. */
  readonly withHosts: boolean;
  /** The URIs of folders whose agents are visible below the program that the folder belongs to. */
  readonly shownByOwner: ReadonlySet<string>;
}

export function rowsOf(items: readonly AgentItem[], options: RowOptions): readonly Row[] {
  return options.grouping === 'host'
    ? programRows(items, options)
    : nestedRows(items, '', { ...options, withHosts: true, shownByOwner: new Set() });
}

/** If a host has only one folder, the folder is shown after the host name instead of in a row of its own. */
function programRows(items: readonly AgentItem[], options: RowOptions): readonly Row[] {
  // Of a program that has several folders, the one in which it comes first counts.
  const ranks = new Map<string, number>();
  for (const { host, hostRank } of items)
    ranks.set(host, Math.min(hostRank, ranks.get(host) ?? hostRank));
  const rankOf = ({ key }: GroupRow): number => ranks.get(key) ?? 0;
  const programs = groupBy(items, ({ host }) => host);
  const shownByOwner = new Set(
    programs
      .filter(([, hostItems]) => !isForeignProgram(hostItems))
      .flatMap(([, hostItems]) => hostItems.filter(({ role }) => role === 'owner'))
      .map(containerUri),
  );
  const listing = { ...options, withHosts: false, shownByOwner };
  return programs
    .map(([host, hostItems]): GroupRow => {
      const label = hostItems[0]?.hostName ?? host;
      const { detail, ...nested } = withoutOnlyChild(nestedRows(hostItems, `${host}/`, listing));
      const lists = (options.lists ?? []).flatMap((list) =>
        list.host === host ? [list.label] : [],
      );
      return {
        ...{ kind: 'host', key: host, label, title: label, hosts: [host] },
        ...nested,
        detail: [detail, ...lists].filter((part) => part !== '').join(' · '),
        ...(isForeignProgram(hostItems) && { isForeign: true }),
      };
    })
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        Number(a.isForeign ?? false) - Number(b.isForeign ?? false) ||
        byLabel(a, b),
    );
}

/** A program that the user did not choose; without a choice, one that has no agents of its own here and is not the first one. */
const isForeignProgram = (items: readonly AgentItem[]): boolean =>
  items.every(({ role, hostRank, isMine }) => !isMine || (role === 'guest' && hostRank > 0));

/**
 * The row of the agent of a file and the rows above it, the outermost first; empty if there is none. Of several rows, one in a group
 * that is not collapsed initially is preferred.
 */
export function pathToFile(rows: readonly Row[], uri: string): readonly Row[] {
  const isOfFile = (row: Row): boolean => row.kind === 'agent' && row.item.uri === uri;
  const own = pathTo(rows, isOfFile, (row) => row.kind === 'agent' || row.isForeign !== true);
  return own.length > 0 ? own : pathTo(rows, isOfFile);
}

/** The first row that matches and the rows above it, the outermost first; empty if there is none. */
export function pathTo(
  rows: readonly Row[],
  isMatch: (row: Row) => boolean,
  isSearched: (row: Row) => boolean = () => true,
): readonly Row[] {
  for (const row of rows.filter(isSearched)) {
    if (isMatch(row)) return [row];
    const below = row.kind === 'agent' ? [] : pathTo(row.rows, isMatch, isSearched);
    if (below.length > 0) return [row, ...below];
  }
  return [];
}

/** The part of a row that is taken from its rows: a single folder gets no row of its own. */
function withoutOnlyChild(
  rows: readonly GroupRow[],
): Pick<GroupRow, 'detail' | 'folder' | 'rows' | 'count'> {
  const count = totalCount(rows);
  const [only, ...others] = rows;
  if (!only || others.length > 0) return { detail: '', folder: null, rows, count };
  const detail = [only.label, only.kind === 'root' ? only.detail : '']
    .filter((part) => part !== '')
    .join('/');
  return { detail, folder: only.folder, rows: only.rows, count };
}

/** The folders, below their workspace folder if several are open. */
function nestedRows(
  items: readonly AgentItem[],
  key: string,
  listing: Listing,
): readonly GroupRow[] {
  const { roots } = listing;
  if (roots.size < 2) return folderRows(items, key, listing);
  return groupBy(items, ({ folder }) => folder ?? '')
    .flatMap(([root, rootItems]): readonly GroupRow[] => {
      const label = roots.get(root);
      const folders = folderRows(rootItems, key, listing);
      if (label === undefined) return folders;
      return [
        {
          ...{ kind: 'root', key: `${key}${root}`, label, title: label },
          hosts: [...new Set(rootItems.map(({ host }) => host))],
          ...withoutOnlyChild(folders),
        },
      ];
    })
    .sort(byLabel);
}

function folderRows(
  items: readonly AgentItem[],
  key: string,
  { withHosts, shownByOwner }: Listing,
): readonly GroupRow[] {
  const folders = groupBy(items, containerUri)
    .map(([folder, one]) => ({ folder, row: folderRow(folder, one, key, withHosts), items: one }))
    .sort((a, b) => distanceOf(a.items) - distanceOf(b.items) || byLabel(a.row, b.row));
  const isPlugin = ({ items: all }: FolderOfAgents): boolean =>
    all.every(({ scope }) => scope === 'plugin');
  const plugins = folders.filter(isPlugin).map(({ row }) => row);
  const others = ownFirst(
    folders.filter((one) => !isPlugin(one)),
    shownByOwner,
  );
  if (plugins.length < 2) return [...others, ...plugins];
  const label = t('Plugins');
  const rows = plugins
    .map((row): GroupRow => ({ ...row, label: pluginName(row.title), detail: row.title }))
    .sort(byLabel);
  return [
    ...others,
    {
      ...{ kind: 'plugins', key: `${key}plugins`, label, title: label, detail: '', folder: null },
      ...{ hosts: [], rows, count: totalCount(rows), isForeign: true },
    },
  ];
}

interface FolderOfAgents {
  readonly folder: string;
  readonly row: GroupRow;
  readonly items: readonly AgentItem[];
}

/**
 * Of the folders of the project, those of other programs follow those of the program itself. They are collapsed where
 * their agents are shown under the other program.
 */
function ownFirst(
  folders: readonly FolderOfAgents[],
  shownByOwner: ReadonlySet<string>,
): readonly GroupRow[] {
  const isProject = ({ items }: FolderOfAgents): boolean =>
    items.some(({ scope }) => scope === 'project');
  const isOwn = ({ items }: FolderOfAgents): boolean => items.some(({ role }) => role === 'owner');
  const project = folders.filter(isProject);
  const own = project.filter(isOwn).map(({ row }) => row);
  const guests = project.filter((one) => !isOwn(one));
  return [
    ...own,
    ...guests.map(
      ({ row, folder }): GroupRow =>
        own.length > 0 && shownByOwner.has(folder) ? { ...row, isForeign: true } : row,
    ),
    ...folders.filter((one) => !isProject(one)).map(({ row }) => row),
  ];
}

function folderRow(
  folder: string,
  hostItems: readonly AgentItem[],
  key: string,
  withHosts: boolean,
): GroupRow {
  const rows = agentRows(hostItems, key);
  const [first] = hostItems;
  const title = first ? containerName(first) : '';
  const owners = hostItems.filter(({ role }) => role === 'owner');
  return {
    kind: 'folder',
    // Its workspace folder may have the same URI.
    key: `${key}folder ${folder}`,
    label: shortened(title),
    title,
    detail: [
      ...new Set(withHosts ? owners.map(({ hostName }) => hostName) : []),
      scopeLabel(first?.scope ?? 'project'),
    ]
      .filter((part) => part !== '')
      .join(', '),
    // A program that only also reads the folder has its new agents elsewhere, and a configuration file is no folder.
    folder: owners.length > 0 && first?.kind === 'agent' && !first.isConfigured ? folder : null,
    hosts: [...new Set(owners.map(({ host }) => host))],
    rows,
    count: rows.length,
  };
}

/**
 * How far a folder is from the project: the folders above that of its program, then those of the user, then those of plugins. A
 * configuration file is that of the folder it is in.
 */
function distanceOf([first]: readonly AgentItem[]): number {
  if (!first || first.isConfigured) return 0.5;
  if (first.scope !== 'project') return first.scope === 'user' ? 1000 : 2000;
  return Math.max(
    0,
    folderName(first)
      .split('/')
      .findIndex((part) => part.startsWith('.')),
  );
}

/** `plugins/review/agents`: `review`. The folder of an installed plugin may be that of its version. */
function pluginName(folder: string): string {
  const parts = folder.replace(/\/(?:agents|commands|skills)(?:\/.*)?$/, '').split('/');
  return parts.filter((part) => !/^v?\d+(?:\.\d+)*$/.test(part)).at(-1) ?? folder;
}

function scopeLabel(scope: AgentItem['scope']): string {
  if (scope === 'user') return t('for all your projects');
  return scope === 'plugin' ? t('from a plugin') : '';
}

/** One row per file, or one per agent in a configuration file. */
const agentRows = (items: readonly AgentItem[], key: string): readonly AgentRow[] =>
  groupBy(rowsOfFiles(items, key), ({ item }) => item.name)
    .flatMap(([, rows]) =>
      rows.length === 1
        ? rows
        : rows.map((row): AgentRow => ({ ...row, fileName: fileNameOf(row.item.path) })),
    )
    .sort(
      (a, b) => compareNames(a.item.name, b.item.name) || compareNames(a.item.path, b.item.path),
    );

const rowsOfFiles = (items: readonly AgentItem[], key: string): readonly AgentRow[] =>
  groupBy(items, ({ uri, name, isConfigured }) => (isConfigured ? `${uri}#${name}` : uri)).flatMap(
    ([uri, fileItems]): readonly AgentRow[] => {
      const sorted = [...fileItems].sort(
        (a, b) => roleRank(a) - roleRank(b) || outcomeRank(a) - outcomeRank(b),
      );
      const [item] = sorted;
      if (!item) return [];
      return [
        {
          kind: 'agent',
          key: `${key}${uri}`,
          item,
          items: sorted,
          fileName: null,
          isBelowHost: key !== '',
        },
      ];
    },
  );

const roleRank = ({ role }: AgentItem): number => (role === 'owner' ? 0 : 1);

/** Sort key: the worse the outcome, the lower the number. */
const outcomeRank = ({ tone, shadowedBy, sameNameAs }: AgentItem): number =>
  ['bad', 'changed', 'unknown', 'good'].indexOf(tone) * 2 +
  (shadowedBy === null && sameNameAs === null ? 1 : 0);

/** Agents of a configuration file are listed below the file. It is often at the root of the project, whose path is empty. */
const containerUri = (item: AgentItem): string => (item.isConfigured ? item.uri : folderUri(item));
const containerName = (item: AgentItem): string =>
  item.isConfigured ? item.path : folderName(item);

export const folderUri = ({ uri, kind }: AgentItem): string => folderOf(uri, kind);

const folderName = ({ path, kind }: AgentItem): string => folderOf(path, kind);

/** A skill has a folder of its own, which is listed as its name. */
const folderOf = (file: string, kind: AgentItem['kind']): string =>
  parentOf(kind === 'skill' && file.endsWith('/SKILL.md') ? parentOf(file) : file);

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Longer folder names do not fit into a side bar of normal width. */
const maxFolderLength = 36;

/** Replaces parts in the middle of a long path: `packages/…/.claude/agents`. The beginning and the end are the most informative parts. */
export function shortened(path: string): string {
  if (path.length <= maxFolderLength) return path;
  const parts = path.split('/');
  for (let kept = parts.length - 2; kept >= 2; kept--) {
    const short = [parts[0], '…', ...parts.slice(-kept)].join('/');
    if (short.length <= maxFolderLength) return short;
  }
  return parts.length > 3 ? [parts[0], '…', ...parts.slice(-2)].join('/') : path;
}

const totalCount = (rows: readonly GroupRow[]): number =>
  rows.reduce((sum, row) => sum + row.count, 0);

const groupBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [string, readonly Item[]])[] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
};

let collator: Intl.Collator | undefined;

/** In the order of numbers in them. The collator is made at first use: it takes longer than loading the rest of the extension. */
function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}

const byLabel = (a: GroupRow, b: GroupRow): number => compareNames(a.label, b.label);
