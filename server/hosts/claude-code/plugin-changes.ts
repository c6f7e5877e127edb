// After which changes of its files Claude Code may load more of a plugin.
import { newManifest, safeName, withKeys } from '../judge/plugins/changes';
import { filesAt, isMap, isString, type JsonMap, jsonAt } from '../judge/plugins/plugin-files';
import type { MissingPart, PluginChange, PluginFolder, PluginFormat } from '../model/plugin';
import { faultOfHooksFile } from './hooks-file';

const manifestFile = '.claude-plugin/plugin.json';
const hooksFile = 'hooks/hooks.json';
const pathKeys = ['agents', 'commands', 'skills', 'hooks', 'mcpServers'];

export const changes: NonNullable<PluginFormat['changes']> = (folder, missing) => [
  ...partsOutOfManifestFolder(folder),
  ...wrappedHooks(folder),
  ...correctedManifest(folder),
  ...namedParts(folder, missing),
];

const write = (file: string, text: string | null): readonly PluginChange[] =>
  text === null ? [] : [{ moves: [], texts: [{ file, text }] }];

/** Parts next to the manifest are not read. */
function partsOutOfManifestFolder({ paths }: PluginFolder): readonly PluginChange[] {
  const moves = paths.flatMap((from) => {
    const [, to] = /^\.claude-plugin\/((?:agents|commands|skills|hooks)\/.*)$/.exec(from) ?? [];
    return to === undefined || paths.includes(to) ? [] : [{ from, to }];
  });
  return moves.length === 0 ? [] : [{ moves, texts: [] }];
}

/** Events outside of the key `hooks` make the program refuse the whole plugin. */
function wrappedHooks(folder: PluginFolder): readonly PluginChange[] {
  const value = jsonAt(folder, hooksFile);
  const isFlat = isMap(value) && value['hooks'] === undefined;
  if (!isFlat || faultOfHooksFile(folder.read(hooksFile) ?? '') === null) return [];
  const { description, ...hooks } = value;
  const wrapped = { ...(description !== undefined && { description }), hooks };
  return write(hooksFile, `${JSON.stringify(wrapped, null, 2)}\n`);
}

/** Paths and a name that make the program refuse the whole plugin. */
function correctedManifest(folder: PluginFolder): readonly PluginChange[] {
  const value = jsonAt(folder, manifestFile);
  if (!isMap(value)) return [];
  const { name } = value;
  const isWrongName = isString(name) && /[\s:/@\\]/.test(name);
  const paths = pathKeys.flatMap((key) => {
    const now = correctedPaths(folder, key, value[key]);
    return JSON.stringify(now) === JSON.stringify(value[key]) ? [] : [[key, now] as const];
  });
  const keys = { ...(isWrongName && { name: safeName(name) }), ...Object.fromEntries(paths) };
  if (Object.keys(keys).length === 0) return [];
  return write(manifestFile, withKeys(manifestFile, folder.read(manifestFile) ?? '', keys));
}

/** Paths begin with `./`, and agents are named one by one. */
function correctedPaths(folder: PluginFolder, key: string, value: unknown): unknown {
  const values = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  if (!values.every((one) => isString(one) && !one.startsWith('../') && !one.startsWith('/')))
    return value;
  const all = values.flatMap((one) => {
    const path = String(one).replace(/^(?:\.\/)?/, './');
    const isFolder = key === 'agents' && !path.endsWith('.md');
    return isFolder ? agentsIn(folder, path) : [path];
  });
  return Array.isArray(value) || all.length !== 1 ? all : all[0];
}

const agentsIn = (folder: PluginFolder, path: string): readonly string[] =>
  filesAt(folder, path.slice('./'.length).replace(/\/$/, ''))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `./${file}`);

/** Names in the manifest what another program finds in places of its own. */
function namedParts(
  folder: PluginFolder,
  missing: readonly MissingPart[],
): readonly PluginChange[] {
  const text = folder.read(manifestFile);
  const value = text === null ? {} : jsonAt(folder, manifestFile);
  if (!isMap(value)) return [];
  const filesOf = (kind: string): readonly string[] =>
    missing.flatMap((part) => (part.kind === kind ? [part.file] : []));
  const isFree = (key: string): boolean => value[key] === undefined;
  const agents = filesOf('agent');
  const commands = filesOf('command');
  const skills = new Set(filesOf('skill').flatMap((file) => folderAbove(file) ?? []));
  // The manifest adds folders to the usual one.
  const statedSkills = value['skills'] === undefined ? [] : pathsOf(value['skills']);
  const usual = (at: string): readonly string[] =>
    filesAt(folder, at).filter((file) => file.endsWith('.md'));
  const keys: JsonMap = {
    ...(agents.length > 0 &&
      isFree('agents') && { agents: inFolder([...usual('agents'), ...agents]) }),
    ...(commands.length > 0 &&
      isFree('commands') && { commands: inFolder([...usual('commands'), ...commands]) }),
    ...(skills.size > 0 && statedSkills && { skills: [...statedSkills, ...inFolder([...skills])] }),
  };
  if (Object.keys(keys).length === 0) return [];
  return write(
    manifestFile,
    text === null ? newManifest(folder, keys) : withKeys(manifestFile, text, keys),
  );
}

/** Null where there is another value. */
function pathsOf(value: unknown): readonly string[] | null {
  const values = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return values.every(isString) ? values : null;
}

const inFolder = (paths: readonly string[]): readonly string[] =>
  [...new Set(paths)].map((path) => `./${path}`);

/** The folder in which the folder of a skill is. */
function folderAbove(file: string): string | null {
  const folders = file.split('/').slice(0, -2);
  return folders.length === 0 ? null : folders.join('/');
}
