// What a host loads of a plugin, with the names that it gives each part.
import { outlineOfFile } from '../../agent/outline';
import { type Message, t, verbatim } from '../../text/message';
import { textOf } from '../../yaml/value';
import { judge } from '../judge/compute-verdict';
import { causeOf } from '../judge/file-outcome';
import { defaultContext } from '../model/context';
import type { Host } from '../model/host';
import { against } from '../model/name-precedence';
import { agentKindOf, type Place } from '../model/place';
import type { PluginFolder, PluginFormat, PluginLayout } from '../model/plugin';
import type { Verdict } from '../model/verdict';
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
  const { manifest, name, fault } = layout;
  if (name === null || fault !== null) return { host, manifest, name, fault, parts: [] };
  const parts = [
    ...agentsOf(host, format, folder, layout),
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
    : lossesAmong(format, skillsAndCommands(host, format, folder, layout));
}

const skillsAndCommands = (
  host: Host,
  format: PluginFormat,
  folder: PluginFolder,
  layout: PluginLayout,
): readonly PartInHost[] => {
  const named = { prefix: layout.name ?? '', ...layout };
  return [...skillsOf(host, format, folder, named), ...commandsOf(host, format, folder, named)];
};

function lossesAmong(
  { sameName }: PluginFormat,
  parts: readonly PartInHost[],
): readonly SameNameParts[] {
  if (!sameName) return [];
  const names = new Set(parts.flatMap(({ name }) => name ?? []));
  return [...names].flatMap((name): readonly SameNameParts[] => {
    const called = parts.filter((part) => part.name === name);
    if (called.length === 1) return [];
    const isOf = (kind: string) => (part: PartInHost) => part.kind === kind;
    const kind = sameName.kinds.find((one) => called.some(isOf(one)));
    const first = kind ? called.filter(isOf(kind)) : [];
    const several = kind && first.length > 1 ? sameName[kind] : 'all';
    const used = several === 'all' ? first : several === 'none' ? [] : first.slice(0, 1);
    const lost = called.filter((part) => !used.includes(part));
    return lost.length === 0 ? [] : [{ name, used, lost }];
  });
}

function withoutNamesakes(
  { name: host }: Host,
  format: PluginFormat,
  parts: readonly PartInHost[],
): readonly PartInHost[] {
  const losses = lossesAmong(format, parts);
  return parts.map((part) => {
    const loss = losses.find((one) => one.lost.includes(part));
    if (!loss) return part;
    const [by] = loss.used;
    return by
      ? replaced(part, by, host)
      : lost(part, t('{host} loads none of several commands with the same name.', { host }));
  });
}

interface Named extends PluginLayout {
  readonly prefix: string;
}

/** The verdict on a file as the same file in a project. */
function verdictAt(host: Host, path: string, folder: PluginFolder, file: string): Verdict | null {
  const place = placeIn(host, path);
  return place && judge(outlineOfFile(path, folder.read(file) ?? ''), place, defaultContext);
}

/** What the field for the name states. */
const nameField = ({ fields }: Verdict): string | undefined =>
  textOf(fields.find(({ field }) => field?.role === 'name')?.value) || undefined;

const prefixed = (prefix: string, id: string, omitsSameName: true | undefined): string =>
  omitsSameName && id === prefix ? id : `${prefix}:${id}`;

const skillsOf = (
  host: Host,
  { skillPlace, callsByFolder, omitsSameName }: PluginFormat,
  folder: PluginFolder,
  { prefix, skills }: Named,
): readonly PartInHost[] =>
  skills.flatMap((file): readonly PartInHost[] => {
    const own = file.split('/').at(-2) ?? folder.name;
    const verdict = verdictAt(host, skillPlace.replace('{name}', own), folder, file);
    if (!verdict?.skill) return [partOf('skill', file, null, verdict)];
    const stated = file === 'SKILL.md' ? nameField(verdict) : undefined;
    const id = callsByFolder ? (stated ?? own.replaceAll(/[^\w-]/g, '-')) : verdict.skill.id;
    return [partOf('skill', file, prefixed(prefix, id, omitsSameName), verdict)];
  });

const commandsOf = (
  host: Host,
  { commandPlace, callsByFile, omitsSameName }: PluginFormat,
  folder: PluginFolder,
  { prefix, commands }: Named,
): readonly PartInHost[] =>
  commandPlace === undefined
    ? []
    : commands.flatMap(({ file, name: command, cause }): readonly PartInHost[] => {
        if (cause) return [{ ...partOf('command', file, null, null), cause }];
        const place = commandPlace.replace('{name}', command.replaceAll(':', '/'));
        const verdict = verdictAt(host, place, folder, file);
        const skill = verdict?.skill;
        const id = skill && (callsByFile ? command : skill.id);
        return [partOf('command', file, id ? prefixed(prefix, id, omitsSameName) : null, verdict)];
      });
