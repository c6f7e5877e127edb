// The parts of a plugin, and what each program does with them.

import {
  type LoadedPlugin,
  loadPlugin,
  type PartInHost,
  type PluginPart,
} from '../../hosts/catalog/load-plugin';
import { serversAt } from '../../hosts/judge/plugins/plugin-files';
import {
  declaresStatedVersion,
  deviationFrom,
  type StandardStatement,
  statementOn,
} from '../../hosts/judge/plugins/standard-statements';
import type { Host } from '../../hosts/model/host';
import type { Location } from '../../hosts/model/location';
import type { PluginFolder } from '../../hosts/model/plugin';
import { type Message, t } from '../../text/message';

export interface PluginTable {
  /** Null where it is not known what the program loads. */
  readonly programs: readonly { readonly host: Host; readonly loaded: LoadedPlugin | null }[];
  readonly rows: readonly PluginRow[];
}

export interface PluginRow {
  readonly part: PluginPart;
  /** In the order of the programs. */
  readonly cells: readonly PluginCell[];
}

export interface PluginCell {
  /** Null where that is not known. */
  readonly isLoaded: boolean | null;
  /** What it is called by; null where it has no name or is not loaded. */
  readonly name: string | null;
  /** Why it is not loaded: a sentence. Null where it is, or where that is not known. */
  readonly why: Message | null;
  /** Where this differs from what the standard requires, which the plugin declares: two sentences. */
  readonly deviation?: Message;
}

/** @param hosts in the order of the columns; those without plugins have none */
export function pluginTable(hosts: readonly Host[], folder: PluginFolder): PluginTable {
  const programs = hosts.flatMap((host) =>
    host.plugins === undefined ? [] : [{ host, loaded: loadPlugin(host, folder) }],
  );
  const parts = new Map<string, PluginPart>();
  for (const part of [
    ...programs.flatMap(({ loaded }) => loaded?.parts ?? []),
    ...likelyParts(folder),
  ])
    if (!parts.has(keyOf(part)))
      parts.set(keyOf(part), { kind: part.kind, file: part.file, server: part.server });
  const order = (part: PluginPart): string => `${kinds.indexOf(part.kind)} ${keyOf(part)}`;
  const isStated = declaresStatedVersion(folder);
  const rows = [...parts.values()]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((part) => {
      const statement = isStated ? statementOn(part, folder) : null;
      return {
        part,
        cells: programs.map(({ loaded }): PluginCell => {
          const cell = cellOf(part, loaded);
          const deviation = statement && loaded && deviationOf(statement, cell, loaded);
          return deviation ? { ...cell, deviation } : cell;
        }),
      };
    });
  return { programs, rows };
}

const kinds = ['agent', 'skill', 'command', 'hooks', 'server'];

const keyOf = ({ kind, file, server }: PluginPart): string => `${kind} ${file} ${server ?? ''}`;

/** Files that an author would expect to be read, wherever they are. */
function likelyParts(folder: PluginFolder): readonly PluginPart[] {
  const isBelow = (path: string, name: string): boolean => `/${path}`.includes(`/${name}/`);
  // Other hidden folders belong to the project in which the plugin is written.
  const isOfProject = (file: string): boolean => {
    const [hidden] = /^\.[^/]+\//.exec(file) ?? [];
    return hidden !== undefined && folder.read(`${hidden}plugin.json`) === null;
  };
  return folder.paths.flatMap((file): readonly PluginPart[] => {
    if (isOfProject(file)) return [];
    const base = file.slice(file.lastIndexOf('/') + 1);
    if (base === 'SKILL.md') return [{ kind: 'skill', file, server: null }];
    if (base === '.mcp.json' || base === 'mcp.json')
      return serversAt(folder, file, () => true).map(({ name }) => ({
        kind: 'server',
        file,
        server: name,
      }));
    if (base === 'hooks.json') return [{ kind: 'hooks', file, server: null }];
    if (!base.endsWith('.md') || isBelow(file, 'skills')) return [];
    if (isBelow(file, 'agents')) return [{ kind: 'agent', file, server: null }];
    return isBelow(file, 'commands') ? [{ kind: 'command', file, server: null }] : [];
  });
}

function cellOf(part: PluginPart, loaded: LoadedPlugin | null): PluginCell {
  if (!loaded) return { isLoaded: null, name: null, why: null };
  const found = loaded.parts.find((one) => keyOf(one) === keyOf(part));
  // Which of several parts it uses may be unknown.
  if (found?.isLoaded && found.namesake) return { isLoaded: null, name: null, why: found.namesake };
  return found?.isLoaded
    ? { isLoaded: true, name: found.name, why: null }
    : { isLoaded: false, name: null, why: whyNot(part, found, loaded) };
}

/** Only programs that read the manifest of the standard follow it. */
const deviationOf = (
  statement: StandardStatement,
  { isLoaded }: PluginCell,
  { host, manifest, fault }: LoadedPlugin,
): Message | null =>
  manifest !== 'plugin.json' || fault || isLoaded === (statement.requires === 'loads')
    ? null
    : t(deviationFrom(statement), { host: host.name });

const hasPluginAgents = ({ plugins, locations }: Host): boolean =>
  (plugins !== 'unmeasured' && plugins?.agentPlace !== undefined) ||
  locations.some(isOfPluginAgents);

const isOfPluginAgents = ({ scope, kind }: Location): boolean =>
  scope === 'plugin' && kind === undefined;

function whyNot(
  { kind }: PluginPart,
  found: PartInHost | undefined,
  { host, fault }: LoadedPlugin,
): Message {
  const names = { host: host.name };
  if (fault) return t('{host} loads nothing from this plugin.', names);
  if (found?.namesake) return found.namesake;
  if (found?.cause)
    return t('{host} does not load this file ({cause}).', { ...names, cause: found.cause });
  if (found && kind !== 'agent') return t('{host} does not load this file.', names);
  if (kind === 'agent' && !hasPluginAgents(host))
    return t('{host} has no agents of plugins.', names);
  // Whether it reads the file does not show which servers in it are wrong.
  if (kind === 'server') return t('{host} does not load this server.', names);
  return t('{host} does not look for it there.', names);
}
