// The tree of the Agents view: agents below their folders, below their programs or not. Pure: items in, rows out.
import type { AgentItem } from '../../server/protocol';
import { t } from '../words';

export type Grouping = 'host' | 'folder';

export interface AgentRow {
  readonly kind: 'agent';
  /** The same for as long as the file stays where it is. */
  readonly key: string;
  /** The file in the program that makes the least of it, which the row speaks of. */
  readonly item: AgentItem;
  /** In every program of the group that owns its place, the least first. */
  readonly items: readonly AgentItem[];
}

export interface GroupRow {
  readonly kind: 'host' | 'folder';
  readonly key: string;
  readonly label: string;
  /** What stands behind the label, dimmed. */
  readonly detail: string;
  /** Where a new agent of this group would lie: the folder's URI, where there is one only. */
  readonly folder: string | null;
  /** The programs that read it there. */
  readonly hosts: readonly string[];
  readonly rows: readonly Row[];
  /** Agents below, at any depth. */
  readonly count: number;
}

export type Row = AgentRow | GroupRow;

export interface RowOptions {
  readonly grouping: Grouping;
  /** Names of the workspace folders by their URI: shown where there are several. */
  readonly roots: ReadonlyMap<string, string>;
}

export function rowsOf(items: readonly AgentItem[], options: RowOptions): readonly Row[] {
  return options.grouping === 'host' ? byHost(items, options) : folders(items, '', options, true);
}

/** A folder that is the only one of its program is no row of its own: it stands behind the program's name. */
const byHost = (items: readonly AgentItem[], options: RowOptions): readonly Row[] =>
  grouped(items, ({ host }) => host)
    .map(([host, own]): GroupRow => {
      const below = folders(own, `${host}/`, options);
      const [only, ...others] = below;
      const isOne = only !== undefined && others.length === 0;
      return {
        kind: 'host',
        key: host,
        label: own[0]?.hostName ?? host,
        detail: isOne ? only.label : '',
        folder: isOne ? only.folder : null,
        hosts: [host],
        rows: isOne ? only.rows : below,
        count: count(below),
      };
    })
    .sort(byLabel);

const folders = (
  items: readonly AgentItem[],
  key: string,
  { roots }: RowOptions,
  /** What no row above says. */
  withHosts = false,
): readonly GroupRow[] =>
  grouped(items, folderUri)
    .map(([folder, own]): GroupRow => {
      const rows = agents(own, key);
      const [first] = own;
      return {
        kind: 'folder',
        key: `${key}${folder}`,
        label: first ? folderName(first, roots) : '',
        detail: [
          ...new Set(withHosts ? own.map(({ hostName }) => hostName) : []),
          scopeWords(first?.scope ?? 'project'),
        ]
          .filter((part) => part !== '')
          .join(', '),
        folder,
        hosts: [...new Set(own.map(({ host }) => host))],
        rows,
        count: rows.length,
      };
    })
    .sort(byLabel);

function scopeWords(scope: AgentItem['scope']): string {
  if (scope === 'user') return t('for all your projects');
  return scope === 'plugin' ? t('from a plugin') : '';
}

/** One row a file; a configuration holds several. */
const agents = (items: readonly AgentItem[], key: string): readonly AgentRow[] =>
  grouped(items, ({ uri, name, isConfigured }) => (isConfigured ? `${uri}#${name}` : uri))
    .flatMap(([uri, same]): readonly AgentRow[] => {
      const sorted = [...same].sort((a, b) => worth(a) - worth(b));
      const [item] = sorted;
      return item ? [{ kind: 'agent', key: `${key}${uri}`, item, items: sorted }] : [];
    })
    .sort((a, b) => compare(a.item.name, b.item.name) || compare(a.item.path, b.item.path));

/** The worse, the less. */
const worth = ({ tone, shadowedBy, sharesName }: AgentItem): number =>
  ['bad', 'changed', 'unknown', 'good'].indexOf(tone) * 2 +
  (shadowedBy === null && sharesName === null ? 1 : 0);

export const folderUri = ({ uri }: AgentItem): string => uri.slice(0, uri.lastIndexOf('/'));

function folderName({ path, folder }: AgentItem, roots: ReadonlyMap<string, string>): string {
  const below = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const root = folder !== null && roots.size > 1 ? roots.get(folder) : undefined;
  return root === undefined ? below : `${root}/${below}`;
}

const count = (rows: readonly GroupRow[]): number => rows.reduce((sum, row) => sum + row.count, 0);

const grouped = (
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
