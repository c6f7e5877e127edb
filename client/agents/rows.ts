// Builds the tree of the Agents view from the items that the server returns: agents by folder, optionally below their
// host.
import type { AgentItem } from '../../server/protocol';
import { t } from '../l10n';

export type Grouping = 'host' | 'folder';

export interface AgentRow {
  readonly kind: 'agent';
  /** Stable while the file is not moved. */
  readonly key: string;
  /** The item of the host with the worst outcome. The row shows this item. */
  readonly item: AgentItem;
  /** The items of all hosts in the group that own the location of the file, worst outcome first. */
  readonly items: readonly AgentItem[];
}

export interface GroupRow {
  readonly kind: 'host' | 'folder';
  readonly key: string;
  readonly label: string;
  /** Dimmed text after the label. */
  readonly detail: string;
  /** URI of the folder for new agents in this group; null if the group has several folders. */
  readonly folder: string | null;
  /** Hosts that read the agents of this group. */
  readonly hosts: readonly string[];
  readonly rows: readonly Row[];
  /** Number of agents below this row, at any depth. */
  readonly count: number;
}

export type Row = AgentRow | GroupRow;

export interface RowOptions {
  readonly grouping: Grouping;
  /** Names of the workspace folders by URI. They are shown if there is more than one folder. */
  readonly roots: ReadonlyMap<string, string>;
}

export function rowsOf(items: readonly AgentItem[], options: RowOptions): readonly Row[] {
  return options.grouping === 'host'
    ? hostRows(items, options)
    : folderRows(items, '', options, true);
}

/** If a host has only one folder, the folder is shown after the host name instead of in a row of its own. */
const hostRows = (items: readonly AgentItem[], options: RowOptions): readonly Row[] =>
  groupBy(items, ({ host }) => host)
    .map(([host, hostItems]): GroupRow => {
      const folderRowsOfHost = folderRows(hostItems, `${host}/`, options);
      const [only, ...others] = folderRowsOfHost;
      const isOne = only !== undefined && others.length === 0;
      return {
        kind: 'host',
        key: host,
        label: hostItems[0]?.hostName ?? host,
        detail: isOne ? only.label : '',
        folder: isOne ? only.folder : null,
        hosts: [host],
        rows: isOne ? only.rows : folderRowsOfHost,
        count: totalCount(folderRowsOfHost),
      };
    })
    .sort((a, b) => rankIn(items, a.key) - rankIn(items, b.key) || byLabel(a, b));

const rankIn = (items: readonly AgentItem[], host: string): number =>
  items.find((item) => item.host === host)?.hostRank ?? 0;

const folderRows = (
  items: readonly AgentItem[],
  key: string,
  { roots }: RowOptions,
  /** Whether to list the hosts, because no parent row shows them. */
  withHosts = false,
): readonly GroupRow[] =>
  groupBy(items, folderUri)
    .map(([folder, hostItems]): GroupRow => {
      const rows = agentRows(hostItems, key);
      const [first] = hostItems;
      return {
        kind: 'folder',
        key: `${key}${folder}`,
        label: first ? folderName(first, roots) : '',
        detail: [
          ...new Set(withHosts ? hostItems.map(({ hostName }) => hostName) : []),
          scopeLabel(first?.scope ?? 'project'),
        ]
          .filter((part) => part !== '')
          .join(', '),
        folder,
        hosts: [...new Set(hostItems.map(({ host }) => host))],
        rows,
        count: rows.length,
      };
    })
    .sort(byLabel);

function scopeLabel(scope: AgentItem['scope']): string {
  if (scope === 'user') return t('for all your projects');
  return scope === 'plugin' ? t('from a plugin') : '';
}

/** One row per file, or one per agent in a configuration file. */
const agentRows = (items: readonly AgentItem[], key: string): readonly AgentRow[] =>
  groupBy(items, ({ uri, name, isConfigured }) => (isConfigured ? `${uri}#${name}` : uri))
    .flatMap(([uri, fileItems]): readonly AgentRow[] => {
      const sorted = [...fileItems].sort((a, b) => outcomeRank(a) - outcomeRank(b));
      const [item] = sorted;
      return item ? [{ kind: 'agent', key: `${key}${uri}`, item, items: sorted }] : [];
    })
    .sort((a, b) => compare(a.item.name, b.item.name) || compare(a.item.path, b.item.path));

/** Sort key: the worse the outcome, the lower the number. */
const outcomeRank = ({ tone, shadowedBy, sameNameAs }: AgentItem): number =>
  ['bad', 'changed', 'unknown', 'good'].indexOf(tone) * 2 +
  (shadowedBy === null && sameNameAs === null ? 1 : 0);

export const folderUri = ({ uri }: AgentItem): string => uri.slice(0, uri.lastIndexOf('/'));

function folderName({ path, folder }: AgentItem, roots: ReadonlyMap<string, string>): string {
  const relativeFolder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const root = folder !== null && roots.size > 1 ? roots.get(folder) : undefined;
  return root === undefined ? relativeFolder : `${root}/${relativeFolder}`;
}

const totalCount = (rows: readonly GroupRow[]): number =>
  rows.reduce((sum, row) => sum + row.count, 0);

const groupBy = (
  items: readonly AgentItem[],
  keyOf: (item: AgentItem) => string,
): readonly (readonly [string, readonly AgentItem[]])[] => {
  const groups = new Map<string, AgentItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
};

const { compare } = new Intl.Collator('en', { numeric: true });
const byLabel = (a: GroupRow, b: GroupRow): number => compare(a.label, b.label);
