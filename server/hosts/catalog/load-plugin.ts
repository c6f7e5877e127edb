// What a host loads of a plugin, with the names that it gives each part.
import { outlineOfFile } from '../../agent/outline';
import { type Message, t, verbatim } from '../../text/message';
import { textOf } from '../../yaml/value';
import { judge } from '../judge/compute-verdict';
import { causeOf } from '../judge/file-outcome';
import { defaultContext } from '../model/context';
import type { Host } from '../model/host';
import { baseName } from '../model/located-file';
import { against } from '../model/name-precedence';
import { agentKindOf, type Place } from '../model/place';
import type { PluginFolder, PluginFormat, PluginLayout } from '../model/plugin';
import type { Verdict } from '../model/verdict';
import { fullNameOf, pathOfCommand } from './part-name';
import { placeIn, pluginPlaceIn } from './places';

/** A part of a plugin. */
export interface PluginPart {
  readonly kind: 'agent' | 'skill' | 'command' | 'hooks' | 'server';
  /** The path of its file in the plugin. */
  readonly file: string;
  /** The name of a server; null for any other part. */
  readonly server: string | null;
}

/** A part that the host looks at. */
export interface PartInHost extends PluginPart {
  /** What it is called by, such as `plugin:reviewer`. Null for hooks. */
  readonly name: string | null;
  readonly isLoaded: boolean;
  /** What keeps the file from loading, for a list: `argument-hint`. */
  readonly cause?: Message | null;
  /** Why it is lost, or may be, where another part has the same name: a sentence. */
  readonly namesake?: Message;
  /** By what the host compares it with parts of the same name, where that is not the name. */
  readonly compared?: string;
}

export interface LoadedPlugin extends Pick<PluginLayout, 'manifest' | 'name' | 'fault'> {
  readonly host: Host;
  /** What the host looks at, whether or not it loads it. */
  readonly parts: readonly PartInHost[];
}

/** Null where it is not known how the host reads plugins. */
export function loadPlugin(host: Host, folder: PluginFolder): LoadedPlugin | null {
  const format = host.plugins;
  if (!format || format === 'unmeasured') return null;
  const layout = format.layout(folder);
  const { manifest, name, fault, agents } = layout;
  if (name === null || fault !== null) return { host, manifest, name, fault, parts: [] };
  const parts = [
    ...(agents
      ? laidAgents(host, format, folder, { ...layout, agents })
      : agentsOf(host, format, folder, layout)),
    ...withoutNamesakes(host, format, skillsAndCommands(host, format, folder, layout)),
    ...layout.hooks.map(
      (file): PartInHost => ({
        ...{ kind: 'hooks', file, server: null, name: null, isLoaded: true },
      }),
    ),
    ...layout.servers.map(
      ({ file, name: server }): PartInHost => ({
        ...{ kind: 'server', file, server, name: server, isLoaded: true },
      }),
    ),
  ];
  return { host, manifest, name, fault, parts };
}

/** @param name null where the host does not load the file */
const partOf = (
  kind: PluginPart['kind'],
  file: string,
  name: string | null,
  verdict: Verdict | null,
): PartInHost => ({
  ...{ kind, file, server: null, name, isLoaded: name !== null },
  // Of a file that is not read there, the place is the cause.
  ...(name === null &&
    verdict && { cause: verdict.reason === 'not-read' ? null : causeOf(verdict) }),
});

function agentsOf(
  host: Host,
  { assumed }: PluginFormat,
  folder: PluginFolder,
  { manifest }: PluginLayout,
): readonly PartInHost[] {
  const prefix = `${folder.name}/`;
  const given =
    manifest === null && assumed !== undefined
      ? { [prefix + assumed]: JSON.stringify({ name: folder.name }) }
      : {};
  // Whatever other manifests there are, the host reads this one.
  const isOther = (path: string): boolean =>
    path.endsWith('plugin.json') && manifest !== null && path !== prefix + manifest;
  const read = (path: string): string | null =>
    isOther(path)
      ? null
      : (given[path] ?? (path.startsWith(prefix) ? folder.read(path.slice(prefix.length)) : null));
  const around = {
    home: '~',
    has: (path: string): boolean => read(path) !== null,
    read: (path: string) => read(path) ?? { problem: 'absent' as const, message: verbatim('') },
  };
  const found = folder.paths.flatMap((file): readonly PlacedPart[] => {
    if (!file.endsWith('.md')) return [];
    const place = pluginPlaceIn(host, prefix + file, around);
    if (!place) return [];
    const verdict = judge(
      outlineOfFile(place.path, folder.read(file) ?? ''),
      place,
      defaultContext,
    );
    return [{ place, part: partOf('agent', file, verdict.persona?.id ?? null, verdict) }];
  });
  return found.map((one) => amongNamesakes(one, found));
}

/** Agents that the layout lists. The first of a file name counts, and one that states no name gets that of the plugin, too. */
function laidAgents(
  host: Host,
  { agentPlace = '' }: PluginFormat,
  folder: PluginFolder,
  { name, agents: files }: Pick<PluginLayout, 'name'> & { readonly agents: readonly string[] },
): readonly PartInHost[] {
  const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
  return [...new Set(files)].map((file, index, all) => {
    const path = agentPlace.replace('{name}', baseName(file));
    const verdict = verdictAt(host, path, folder, file);
    const own = verdict?.persona?.id;
    const id = own && verdict && nameField(verdict) === undefined ? `${name}:${own}` : own;
    const part = partOf('agent', file, id ?? null, verdict);
    const first = all.findIndex((one) => nameOf(one) === nameOf(file));
    return first < index && part.isLoaded
      ? replaced(part, { ...part, file: all[first] ?? '' }, host.name)
      : part;
  });
}

interface PlacedPart {
  readonly place: Place;
  readonly part: PartInHost;
}

/** An agent, which is lost if another one with its name goes before it. */
function amongNamesakes({ place, part }: PlacedPart, all: readonly PlacedPart[]): PartInHost {
  const order = agentKindOf(place)?.sameName;
  if (part.name === null || !order) return part;
  const { name: host } = place.host;
  for (const other of all) {
    if (other.part === part || other.part.name !== part.name) continue;
    const goes = against(place, other.place, order)?.goes;
    if (goes === 'behind') return replaced(part, other.part, host);
    if (goes !== 'before')
      return {
        ...part,
        namesake: t('{host} uses only one of the agents with this name.', { host }),
      };
  }
  return part;
}

const replaced = (part: PartInHost, by: PartInHost, host: string): PartInHost =>
  lost(part, t('{host} uses {path} instead, which has the same name.', { host, path: by.file }));

const lost = (part: PartInHost, namesake: Message): PartInHost => ({
  ...part,
  ...{ name: null, isLoaded: false, namesake },
});

/** Skills and commands that a host calls by one name. */
export interface SameNameParts {
  readonly name: string;
  /** Those that it uses. */
  readonly used: readonly PartInHost[];
  readonly lost: readonly PartInHost[];
  /** Those of which it uses one, and it is not known which. */
  readonly open: readonly PartInHost[];
}

/**
 * Those skills and commands of a plugin of which the host loses some, because others have the same name. It is called while a manifest
 * is typed, so their files are read only where two of them have one name by their paths.
 */
export function sameNameParts(host: Host, folder: PluginFolder): readonly SameNameParts[] {
  const format = host.plugins;
  if (!format || format === 'unmeasured') return [];
  const layout = format.layout(folder);
  const byPath = [
    ...layout.skills.map((file) => file.split('/').at(-2)),
    ...layout.commands.map(({ name }) => name),
  ];
  return layout.name === null || layout.fault !== null || new Set(byPath).size === byPath.length
    ? []
    : lossesAmong(format, skillsAndCommands(host, format, folder, layout)).filter(
        ({ lost }) => lost.length > 0,
      );
}

const skillsAndCommands = (
  host: Host,
  format: PluginFormat,
  folder: PluginFolder,
  layout: PluginLayout,
): readonly PartInHost[] => [
  ...skillsOf(host, format, folder, layout),
  ...commandsOf(host, format, folder, layout),
];

function lossesAmong(
  { sameName }: PluginFormat,
  parts: readonly PartInHost[],
): readonly SameNameParts[] {
  if (!sameName) return [];
  const { kinds } = sameName;
  const keyOf = ({ kind, name, compared }: PartInHost): string | null =>
    name === null ? null : `${kinds ? '' : kind} ${compared ?? name}`;
  const keys = new Set(parts.flatMap((part) => keyOf(part) ?? []));
  return [...keys].flatMap((key): readonly SameNameParts[] => {
    const called = parts.filter((part) => keyOf(part) === key);
    const [{ name = null } = {}, other] = called;
    if (name === null || !other) return [];
    const isOf = (kind: string) => (part: PartInHost) => part.kind === kind;
    const kind = (kinds ?? ['skill', 'command']).find((one) => called.some(isOf(one)));
    const first = kind ? called.filter(isOf(kind)) : [];
    const several = kind && first.length > 1 ? sameName[kind] : 'all';
    if (several === 'either') return [{ name, used: [], lost: [], open: first }];
    const used = several === 'all' ? first : several === 'none' ? [] : first.slice(0, 1);
    const lost = called.filter((part) => !used.includes(part));
    return lost.length === 0 ? [] : [{ name, used, lost, open: [] }];
  });
}

function withoutNamesakes(
  { name: host }: Host,
  format: PluginFormat,
  parts: readonly PartInHost[],
): readonly PartInHost[] {
  const losses = lossesAmong(format, parts);
  return parts.map((part) => {
    const loss = losses.find((one) => [...one.lost, ...one.open].includes(part));
    if (!loss) return part;
    const [by] = loss.used;
    if (loss.open.length > 0)
      return {
        ...part,
        namesake: t('{host} uses only one of the skills with this name.', { host }),
      };
    return by
      ? replaced(part, by, host)
      : lost(part, t('{host} loads none of several commands with the same name.', { host }));
  });
}

/** The verdict on a file as the same file in a project. */
function verdictAt(host: Host, path: string, folder: PluginFolder, file: string): Verdict | null {
  const place = placeIn(host, path);
  return place && judge(outlineOfFile(path, folder.read(file) ?? ''), place, defaultContext);
}

/** What the field for the name states. */
const nameField = ({ fields }: Verdict): string | undefined =>
  textOf(fields.find(({ field }) => field?.role === 'name')?.value) || undefined;

const skillsOf = (
  host: Host,
  format: PluginFormat,
  folder: PluginFolder,
  layout: PluginLayout,
): readonly PartInHost[] =>
  layout.skills.flatMap((file): readonly PartInHost[] => {
    const own = file.split('/').at(-2) ?? folder.name;
    const verdict = verdictAt(host, format.skillPlace.replace('{name}', own), folder, file);
    if (!verdict?.skill) return [partOf('skill', file, null, verdict)];
    const stated = nameField(verdict);
    const name = fullNameOf(format, layout, { kind: 'skill', file, own, stated }, verdict.skill.id);
    const part = partOf('skill', file, name, verdict);
    return [format.sameName?.comparesStated ? { ...part, compared: stated ?? own } : part];
  });

const commandsOf = (
  host: Host,
  format: PluginFormat,
  folder: PluginFolder,
  layout: PluginLayout,
): readonly PartInHost[] =>
  format.commandPlace === undefined
    ? []
    : layout.commands.map((command): PartInHost => {
        const { file, name: own, cause } = command;
        if (cause) return { ...partOf('command', file, null, null), cause };
        const place = format.commandPlace?.replace('{name}', pathOfCommand(command)) ?? '';
        const verdict = verdictAt(host, place, folder, file);
        const id = verdict?.skill?.id;
        const name = id ? fullNameOf(format, layout, { kind: 'command', file, own }, id) : null;
        return partOf('command', file, name, verdict);
      });
