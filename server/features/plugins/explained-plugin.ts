// What each program loads of a plugin, as data: for the command line and for editors.
import type { ExplainedPlugin, PluginFix } from '../../contract/library';
import type { Host } from '../../hosts/model/host';
import type { PluginFolder } from '../../hosts/model/plugin';
import type { Untranslated } from '../../text/translated';
import { extendPlugin } from '../../workspace/plugins/extend-plugin';
import { type PluginTable, pluginTable } from '../../workspace/plugins/plugin-table';

/** A folder, and how it is named in the answer. */
export interface NamedFolder {
  readonly label: string;
  readonly folder: PluginFolder;
  readonly isIncomplete: boolean;
}

/** Null where no program takes the folder for a plugin. */
export function explainedPlugin(
  { label, folder, isIncomplete }: NamedFolder,
  hosts: readonly Host[],
): Untranslated<ExplainedPlugin> | null {
  const table = pluginTable(hosts, folder);
  if (!isPlugin(table)) return null;
  return {
    folder: label,
    ...(isIncomplete && { isIncomplete }),
    programs: table.programs.map(({ host: { id, version }, loaded }) => ({
      host: id,
      hostVersion: version,
      isKnown: loaded !== null,
      name: loaded?.name ?? null,
      manifest: loaded?.manifest ?? null,
      fault: loaded?.fault?.message ?? null,
    })),
    parts: table.rows.map(({ part: { kind, file, server }, cells }) => ({
      kind,
      file,
      ...(server !== null && { server }),
      programs: cells.map(({ isLoaded, name, why, deviation }, index) => ({
        host: table.programs[index]?.host.id ?? '',
        isLoaded,
        name,
        why,
        ...(deviation && { deviation }),
      })),
    })),
  };
}

/** Whether a program reads a manifest in it, or loads a part of it. */
const isPlugin = ({ programs, rows }: PluginTable): boolean =>
  programs.some(({ loaded }) => loaded && loaded.manifest !== null) ||
  rows.some(({ cells }) => cells.some(({ isLoaded }) => isLoaded));

/**
 * The change after which more programs load more of a plugin, and none loads less; null where there is none.
 * @param all the programs to which that applies
 * @param shown those in the table after it
 */
export function pluginFix(
  named: NamedFolder,
  all: readonly Host[],
  shown: readonly Host[],
): Untranslated<PluginFix> | null {
  // A file that was not read could be replaced.
  const found = named.isIncomplete ? null : extendPlugin(all, named.folder);
  const after = found && explainedPlugin({ ...named, folder: found.folder }, shown);
  if (!found || !after) return null;
  const { moves, texts } = found.change;
  const before = new Set([...named.folder.paths, ...moves.map(({ to }) => to)]);
  return {
    moves,
    files: texts.map(({ file, text }) => ({ file, isNew: !before.has(file), text })),
    after,
  };
}
