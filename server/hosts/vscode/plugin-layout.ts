// Where VS Code finds what a plugin contains. Any folder is a plugin; its manifest decides which folders are the usual ones.
import { tolerantRootOfJson } from '../../agent/json-root';
import { plain } from '../../yaml/value';
import {
  commandsAt,
  insidePath,
  isMap,
  isString,
  type JsonMap,
  serversIn,
  skillsAt,
  standardVersion,
} from '../judge/plugins/plugin-files';
import type {
  PluginFolder,
  PluginFormat,
  PluginLayout,
  PluginManifests,
  PluginServer,
} from '../model/plugin';
import { pluginsListed } from './evidence';
import { githubHookEvents, hookEvents } from './hooks';

const rootFile = 'plugin.json';
const openFile = '.plugin/plugin.json';
const claudeFile = '.claude-plugin/plugin.json';
const ownFolder = 'com.github.copilot';

/** JSON with comments and trailing commas. */
function readAt({ read }: PluginManifests, file: string): unknown {
  const text = read(file);
  const root = text === null ? null : tolerantRootOfJson(text);
  return root === null ? undefined : plain(root);
}

const manifestIn: PluginFormat['manifestIn'] = (plugin) =>
  standardVersion(readAt(plugin, rootFile), 'plugin') === null
    ? ([openFile, claudeFile, rootFile].find((file) => plugin.read(file) !== null) ?? null)
    : rootFile;

/** The usual folders and files of a plugin with one kind of manifest. */
interface Usual {
  readonly agents: string;
  readonly commands: string;
  readonly hooks: string;
  readonly servers: string;
  /** The folder to which the paths in the manifest are relative, if it is not the plugin. */
  readonly below?: string;
}

const plainUsual: Usual = {
  ...{ agents: 'agents', commands: 'commands', hooks: 'hooks/hooks.json', servers: '.mcp.json' },
};

const standardUsual: Usual = {
  agents: `${ownFolder}/agents`,
  commands: `${ownFolder}/commands`,
  hooks: `${ownFolder}/hooks/hooks.json`,
  servers: 'mcp.json',
  below: ownFolder,
};

function layout(folder: PluginFolder): PluginLayout {
  const manifest = manifestIn(folder);
  const value = manifest === null ? undefined : readAt(folder, manifest);
  const whole = isMap(value) ? value : {};
  const isStandard = manifest === rootFile && standardVersion(value, 'plugin') !== null;
  const extensions = whole['extensions'];
  const own = isMap(extensions) ? extensions[ownFolder] : undefined;
  const keys = isStandard ? (isMap(own) ? own : {}) : whole;
  const isClaude = manifest === openFile || manifest === claudeFile;
  const usual = isStandard
    ? standardUsual
    : { ...plainUsual, ...(!isClaude && { hooks: 'hooks.json' }) };
  const name = isString(whole['name']) ? asId(whole['name']) : '';
  const places = (key: string, path: string): readonly string[] =>
    placesOf(keys[key], path, usual.below ?? '');
  const skills = [...new Set(places('skills', 'skills').flatMap((at) => skillsOf(folder, at)))];
  return {
    ...{ manifest, name: name || asId(folder.name), fault: null },
    agents: places('agents', usual.agents).flatMap((at) => filesAt(folder, at)),
    skills:
      skills.length > 0 || isStandard ? skills : folder.paths.filter((path) => path === 'SKILL.md'),
    commands: places('commands', usual.commands).flatMap((at) => commandsAt(folder, at, false)),
    hooks: hooksOf(folder, keys['hooks'], { manifest, paths: places('hooks', usual.hooks) }),
    servers: serversOf(folder, keys['mcpServers'], {
      manifest,
      paths: places('mcpServers', usual.servers),
    }),
  };
}

/** Such as `my-plugin` for `My Plugin`. */
const asId = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_.:-]+/g, '-')
    .replaceAll(/--+/g, '-')
    .replaceAll(/^[.-]+|-$/g, '');

/** What a value names is added to the usual place, or replaces it where the value states so. */
function placesOf(value: unknown, usual: string, below: string): readonly string[] {
  const { paths, exclusive } = isMap(value) ? value : { paths: value, exclusive: false };
  const named = (Array.isArray(paths) ? (paths as readonly unknown[]) : [paths]).flatMap((one) => {
    const path = isString(one) && one.trim() !== '' ? one.trim() : null;
    const inside = path === null ? null : insidePath(path.replace(/^\/+/, ''));
    return inside === null ? [] : [[below, inside].filter((part) => part !== '').join('/')];
  });
  return exclusive === true ? named : [usual, ...named];
}

const skillsOf = (folder: PluginFolder, at: string): readonly string[] =>
  skillsAt(folder, at, false);

const filesAt = (folder: PluginFolder, at: string): readonly string[] =>
  commandsAt(folder, at, false).map(({ file }) => file);

interface Places {
  readonly manifest: string | null;
  readonly paths: readonly string[];
}

/** Hooks or servers that the manifest itself contains. */
const isInline = (value: unknown): value is JsonMap => isMap(value) && !('paths' in value);

function hooksOf(folder: PluginFolder, value: unknown, { manifest, paths }: Places) {
  if (isInline(value)) return manifest !== null && hasHooks(value) ? [manifest] : [];
  // The first file that is there.
  const file = paths.find((path) => isMap(readAt(folder, path)));
  return file !== undefined && hasHooks(readAt(folder, file)) ? [file] : [];
}

const events: readonly string[] = [...hookEvents, ...githubHookEvents];
const commandKeys = ['command', 'windows', 'linux', 'osx', 'bash', 'powershell'];

function hasHooks(value: unknown): boolean {
  if (!isMap(value) || value['disableAllHooks'] === true) return false;
  const all = isMap(value['hooks']) ? value['hooks'] : value;
  const entries = events.flatMap((event) => (Array.isArray(all[event]) ? all[event] : []));
  return entries
    .flatMap((entry: unknown) =>
      isMap(entry) && Array.isArray(entry['hooks']) ? entry['hooks'] : [entry],
    )
    .some(
      (hook: unknown) =>
        isMap(hook) &&
        (hook['type'] === undefined || hook['type'] === 'command') &&
        commandKeys.some((key) => isString(hook[key]) && hook[key] !== ''),
    );
}

/** The first server of a name counts. */
function serversOf(
  folder: PluginFolder,
  value: unknown,
  { manifest, paths }: Places,
): readonly PluginServer[] {
  const all = isInline(value)
    ? serversIn(value['mcpServers'] ?? value, manifest ?? '', isServer)
    : paths.flatMap((file) => {
        const found = readAt(folder, file);
        return isMap(found) ? serversIn(found['mcpServers'] ?? found, file, isServer) : [];
      });
  return [...new Map(all.toReversed().map((one) => [one.name, one])).values()].toReversed();
}

function isServer(name: string, { type, command, url }: JsonMap): boolean {
  // Its parser of JSON loses this key.
  if (name === '__proto__') return false;
  const kind = isString(type) && type !== '' ? type : command ? 'stdio' : 'http';
  if (kind === 'stdio') return isString(command) && command !== '';
  return ['http', 'streamable-http', 'sse'].includes(kind) && isString(url) && isAddress(url);
}

/** What precedes the first colon is a scheme, if there is one. */
const isAddress = (url: string): boolean =>
  url !== '' && /^(?:\w[\w+.-]*:|[^:/?#]*(?:[/?#]|$))/.test(url);

export const plugins: PluginFormat = {
  manifests: [rootFile, openFile, claudeFile],
  manifestIn,
  layout,
  agentPlace: '.github/agents/{name}.agent.md',
  skillPlace: '.github/skills/{name}/SKILL.md',
  commandPlace: '.github/prompts/{name}.prompt.md',
  asId,
  omitsSameName: true,
  sameName: { skill: 'either', command: 'first', comparesStated: true },
  evidence: pluginsListed,
};
