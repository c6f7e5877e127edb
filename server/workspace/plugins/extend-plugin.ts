// Looks for a change of a plugin's files after which more programs load more of it, and no program loads less.
import type { Host } from '../../hosts/model/host';
import type { PluginChange, PluginFolder } from '../../hosts/model/plugin';
import { type PluginTable, pluginTable } from './plugin-table';

export interface ExtendedPlugin {
  readonly change: PluginChange;
  readonly before: PluginTable;
  readonly after: PluginTable;
  /** The plugin with the change. */
  readonly folder: PluginFolder;
}

/** Each step makes some program load more, so there are few. */
const maxSteps = 8;

/** Null where there is no such change. Nothing is written. */
export function extendPlugin(hosts: readonly Host[], folder: PluginFolder): ExtendedPlugin | null {
  const before = pluginTable(hosts, folder);
  let state: State = { files: new Map(folder.paths.map((path) => [path, { origin: path }])) };
  let table = before;
  for (let step = 0; step < maxSteps; step++) {
    const better = betterState(state, table, hosts, folder);
    if (!better) break;
    state = better.state;
    table = better.table;
  }
  if (table === before) return null;
  return { change: changeOf(state, folder), before, after: table, folder: folderOf(state, folder) };
}

/** The files after some changes: where each was before, and its text if that is new. */
interface State {
  readonly files: ReadonlyMap<string, { readonly origin: string | null; readonly text?: string }>;
}

const folderOf = ({ files }: State, folder: PluginFolder): PluginFolder => ({
  name: folder.name,
  paths: [...files.keys()].toSorted(),
  read: (path) => {
    const file = files.get(path);
    if (!file) return null;
    return file.text ?? (file.origin === null ? null : folder.read(file.origin));
  },
});

function applied({ files }: State, { moves, texts }: PluginChange): State {
  const now = new Map(files);
  for (const { from, to } of moves) {
    const file = now.get(from);
    if (!file || now.has(to)) continue;
    now.delete(from);
    now.set(to, file);
  }
  for (const { file, text } of texts)
    now.set(file, { origin: now.get(file)?.origin ?? null, text });
  return { files: now };
}

function changeOf({ files }: State, folder: PluginFolder): PluginChange {
  const moves: { readonly from: string; readonly to: string }[] = [];
  const texts: { readonly file: string; readonly text: string }[] = [];
  for (const [file, { origin, text }] of files) {
    if (origin !== null && origin !== file) moves.push({ from: origin, to: file });
    if (text !== undefined && (origin === null || folder.read(origin) !== text))
      texts.push({ file, text });
  }
  return { moves, texts };
}

interface Found {
  readonly state: State;
  readonly table: PluginTable;
}

/** What a change costs in one program may take several others to restore. */
const maxFollowing = 4;

/** The first change that is better, alone or with others that restore what it costs in another program. */
function betterState(
  state: State,
  table: PluginTable,
  hosts: readonly Host[],
  folder: PluginFolder,
): Found | null {
  const found = (next: State): Found => ({
    state: next,
    table: pluginTable(hosts, folderOf(next, folder)),
  });
  const isBetter = (next: Found): boolean => isMore(table, next.table, movedIn(state, next.state));
  for (const change of changesFor(table, hosts, folderOf(state, folder))) {
    const first = found(applied(state, change));
    if (isBetter(first)) return first;
    for (const second of changesFor(first.table, hosts, folderOf(first.state, folder))) {
      const both = found(applied(first.state, second));
      if (isBetter(both)) return both;
    }
    for (let chain = first, count = 0; count < maxFollowing; count++) {
      const [next] = changesFor(chain.table, hosts, folderOf(chain.state, folder));
      if (!next) break;
      chain = found(applied(chain.state, next));
      if (isBetter(chain)) return chain;
    }
  }
  return null;
}

function changesFor(
  { programs, rows }: PluginTable,
  hosts: readonly Host[],
  folder: PluginFolder,
): readonly PluginChange[] {
  return hosts.flatMap((host) => {
    const format = host.plugins;
    if (!format || format === 'unmeasured' || !format.changes) return [];
    const column = programs.findIndex((program) => program.host === host);
    const missing = rows.flatMap(({ part, cells }) =>
      cells[column]?.isLoaded === false && cells.some(({ isLoaded }) => isLoaded) ? [part] : [],
    );
    return format.changes(folder, missing);
  });
}

/** Where each file is now. */
function movedIn(before: State, after: State): ReadonlyMap<string, string> {
  const now = new Map([...after.files].map(([file, { origin }]) => [origin, file]));
  return new Map(
    [...before.files].flatMap(([file, { origin }]) => {
      const to = origin === null ? (after.files.has(file) ? file : undefined) : now.get(origin);
      return to === undefined ? [] : [[file, to] as const];
    }),
  );
}

/** Whether some program loads more, and each program still loads all that it did, by the same names. */
function isMore(
  before: PluginTable,
  after: PluginTable,
  moved: ReadonlyMap<string, string>,
): boolean {
  const keyOf = (kind: string, file: string, server: string | null): string =>
    `${kind} ${file} ${server ?? ''}`;
  const rows = new Map(
    after.rows.map(({ part, cells }) => [keyOf(part.kind, part.file, part.server), cells]),
  );
  let lost = false;
  for (const [column, { loaded }] of before.programs.entries()) {
    if (!loaded || loaded.fault !== null) continue;
    const now = after.programs[column]?.loaded;
    lost ||= !now || now.fault !== null;
    // Without a manifest it is called like the folder, which another copy does not have.
    const isNamed = loaded.manifest !== null;
    for (const { part, cells } of before.rows) {
      const cell = cells[column];
      if (!cell?.isLoaded) continue;
      const file = moved.get(part.file) ?? part.file;
      const then = rows.get(keyOf(part.kind, file, part.server))?.[column];
      lost ||= then?.isLoaded !== true || (isNamed && then.name !== cell.name);
    }
  }
  return !lost && countOf(after) > countOf(before);
}

const countOf = ({ rows }: PluginTable): number =>
  rows.reduce((sum, { cells }) => sum + cells.filter(({ isLoaded }) => isLoaded).length, 0);
