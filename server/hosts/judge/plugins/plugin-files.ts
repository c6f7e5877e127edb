// How a plugin's files are found: what the hosts that read plugins have in common.
import { isStrictJson } from '../../../agent/json-root';
import type { PluginFolder, PluginManifests, PluginServer } from '../../model/plugin';

export type JsonMap = Readonly<Record<string, unknown>>;

export const isString = (value: unknown): value is string => typeof value === 'string';

export const isMap = (value: unknown): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON of a file; undefined where there is no such file, or no valid JSON in it. */
export function jsonAt(folder: PluginManifests, path: string): unknown {
  const text = folder.read(path);
  return text === null || !isStrictJson(text) ? undefined : JSON.parse(text.replace(/^\ufeff/, ''));
}

/** The paths in the value of a key: one or a list of them. Other values count as none. */
export const pathsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(
    (one) => typeof one === 'string',
  );

/** `./a//b/` as `a/b`; null for a path out of the folder. */
export function insidePath(path: string): string | null {
  if (path.startsWith('/')) return null;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** The same for a program that ignores paths without `./`. */
export const pathWithin = (path: string): string | null =>
  path.startsWith('./') ? insidePath(path) : null;

/** The files below a folder, or the file itself. */
export const filesAt = ({ paths }: PluginFolder, at: string): readonly string[] =>
  paths.filter((path) => at === '' || path === at || path.startsWith(`${at}/`));

/** The skills at a path: in the folder itself, or else in its subfolders. @param isDeep in all of them, or only in those below it. */
export function skillsAt(folder: PluginFolder, at: string, isDeep: boolean): readonly string[] {
  const own = at === '' ? 'SKILL.md' : `${at}/SKILL.md`;
  if (folder.paths.includes(own)) return [own];
  const depth = at === '' ? 0 : at.split('/').length;
  return filesAt(folder, at).filter(
    (path) => path.endsWith('/SKILL.md') && (isDeep || path.split('/').length === depth + 2),
  );
}

/** The files of commands at a path. @param isDeep with those in subfolders, whose names begin with that of the folder. */
export function commandsAt(
  folder: PluginFolder,
  at: string,
  isDeep: boolean,
): readonly { readonly file: string; readonly name: string }[] {
  return filesAt(folder, at).flatMap((file) => {
    if (!file.endsWith('.md')) return [];
    const folderLength = at === '' ? 0 : at.length + 1;
    const below = file === at ? file.slice(file.lastIndexOf('/') + 1) : file.slice(folderLength);
    if (!isDeep && below.includes('/')) return [];
    return [{ file, name: below.slice(0, -'.md'.length).replaceAll('/', ':') }];
  });
}

/** Whether a host loads a server with this name and definition. */
export type IsServer = (name: string, server: JsonMap) => boolean;

/** The servers of a map of servers. */
export const serversIn = (
  value: unknown,
  file: string,
  isServer: IsServer,
): readonly PluginServer[] =>
  isMap(value)
    ? Object.entries(value).flatMap(([name, server]) =>
        isMap(server) && isServer(name, server) ? [{ file, name }] : [],
      )
    : [];

/** Those of a file `.mcp.json`, with or without the key `mcpServers`. */
export function serversAt(
  folder: PluginFolder,
  file: string,
  isServer: IsServer,
): readonly PluginServer[] {
  const value = jsonAt(folder, file);
  return isMap(value) ? serversIn(value['mcpServers'] ?? value, file, isServer) : [];
}

// The standard "Agent Plugins".

const schemas = 'https://agent-plugins.org/schemas/';

/** The version of the standard that a file declares as its schema; null for any other file. @param kind `plugin` or `mcp` */
export function standardVersion(value: unknown, kind: 'plugin' | 'mcp'): string | null {
  const schema = isMap(value) ? value['$schema'] : undefined;
  if (typeof schema !== 'string' || !schema.startsWith(schemas)) return null;
  const [, version] = /^([^/]+)\/(\w+)\.schema\.json$/.exec(schema.slice(schemas.length)) ?? [];
  return schema.endsWith(`/${kind}.schema.json`) ? (version ?? null) : null;
}

/** Whether a file, or a folder around it, is hidden. That of the path itself may be. @param path of a file below `folder` */
export function isHiddenBelow(folder: string, path: string): boolean {
  const below = path.slice(folder === '' ? 0 : folder.length + 1);
  return below.startsWith('.') || below.includes('/.');
}
