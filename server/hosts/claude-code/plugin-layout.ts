// Where Claude Code finds what a plugin contains. A folder without a manifest is a plugin with the name of the folder.
import { t } from '../../text/message';
import {
  commandsAt,
  filesAt,
  insidePath,
  isMap,
  jsonAt,
  pathsIn,
  serversAt,
  serversIn,
  skillsAt,
} from '../judge/plugins/plugin-files';
import type { PluginFolder, PluginFormat, PluginLayout, PluginServer } from '../model/plugin';
import { executedHere } from './evidence';
import { faultOfHooksFile } from './hooks-file';
import { manifest as format } from './manifest';
import { hookEvents } from './misplaced-hooks';
import { changes } from './plugin-changes';
import { pluginServers } from './servers';

const isServer = pluginServers.loads;
const manifestFile = '.claude-plugin/plugin.json';
const hooksFile = 'hooks/hooks.json';
const serversFile = '.mcp.json';

/** A folder without a manifest is a plugin if it has one of these. */
const usual = [
  ...['agents', 'commands', 'skills', 'hooks', 'output-styles'],
  ...['.claude-plugin', 'SKILL.md', serversFile, '.lsp.json'],
];

const nothing = { skills: [], commands: [], hooks: [], servers: [] };

const manifestIn: PluginFormat['manifestIn'] = ({ read }) =>
  read(manifestFile) === null ? null : manifestFile;

function layout(folder: PluginFolder): PluginLayout {
  const text = folder.read(manifestFile);
  const manifest = manifestIn(folder);
  const value = text === null ? { name: folder.name } : jsonAt(folder, manifestFile);
  const refused = (file: string | null, message: ReturnType<typeof t>): PluginLayout => ({
    ...{ manifest, name: null, fault: { file, message }, ...nothing },
  });
  if (text === null && !usual.some((at) => filesAt(folder, at).length > 0))
    return refused(null, t('The folder has no manifest and none of the usual folders.'));
  const message =
    value === undefined ? t('The plugin manifest is not valid JSON.') : format.fault(value);
  if (message !== null) return refused(manifest, message);
  const hooksText = folder.read(hooksFile);
  const inHooks = hooksText === null ? null : faultOfHooksFile(hooksText);
  if (inHooks !== null) return refused(hooksFile, inHooks);
  const keys = isMap(value) ? value : {};
  if (keys['defaultEnabled'] === false)
    return refused(null, t('The plugin is off until a user turns it on.'));
  return {
    manifest,
    name: String(keys['name']),
    fault: null,
    skills: skillsOf(folder, keys['skills']),
    commands: commandsOf(folder, keys['commands']),
    hooks: hooksOf(folder, keys['hooks']),
    servers: serversOf(folder, keys['mcpServers']),
  };
}

/** The paths of a value that exist inside of the plugin. */
const placesIn = (value: unknown): readonly string[] =>
  pathsIn(value).flatMap((path) => insidePath(path) ?? []);

/** The manifest adds folders to the usual one. */
function skillsOf(folder: PluginFolder, value: unknown): readonly string[] {
  const places = ['skills', ...placesIn(value)];
  // That of the root is read where there are no others.
  if (places.some((at) => filesAt(folder, at).length > 0))
    return [...new Set(places.flatMap((at) => skillsAt(folder, at, false)))];
  return folder.paths.filter((path) => path === 'SKILL.md');
}

/** The manifest replaces the usual folder. In a map, each key is the name of a command. */
const commandsOf = (folder: PluginFolder, value: unknown): PluginLayout['commands'] =>
  isMap(value)
    ? Object.entries(value).flatMap(([name, command]) => {
        const { source } = isMap(command) ? command : {};
        const file = typeof source === 'string' ? insidePath(source) : manifestFile;
        return file !== null && folder.paths.includes(file) ? [{ file, name }] : [];
      })
    : (value === undefined ? ['commands'] : placesIn(value)).flatMap((at) =>
        commandsAt(folder, at, true).map(({ file, name }) => ({
          file,
          name: name.replace(/:SKILL$/, ''),
        })),
      );

/** What a value defines itself: a map, or maps in a list. */
const inlineIn = (value: unknown): readonly unknown[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isMap);

function hooksOf(folder: PluginFolder, value: unknown): readonly string[] {
  const files = [hooksFile, ...placesIn(value)].filter((file) => hasHooks(jsonAt(folder, file)));
  return inlineIn(value).some(hasEvents) ? [...files, manifestFile] : files;
}

const hasHooks = (value: unknown): boolean => isMap(value) && hasEvents(value['hooks']);

const hasEvents = (value: unknown): boolean =>
  isMap(value) &&
  hookEvents.some((event) => Array.isArray(value[event]) && value[event].length > 0);

function serversOf(folder: PluginFolder, value: unknown): readonly PluginServer[] {
  const named = placesIn(value).flatMap((file) => serversAt(folder, file, isServer));
  return [
    ...serversAt(folder, serversFile, isServer),
    ...named,
    ...inlineIn(value).flatMap((one) => serversIn(one, manifestFile, isServer)),
  ];
}

export const plugins: PluginFormat = {
  manifests: [manifestFile],
  manifestIn,
  layout,
  changes,
  assumed: manifestFile,
  skillPlace: '.claude/skills/{name}/SKILL.md',
  commandPlace: '.claude/commands/{name}.md',
  callsByFolder: true,
  callsByFile: true,
  sameName: { kinds: ['command', 'skill'], skill: 'first', command: 'first' },
  partsEvidence: executedHere,
  partDialects: { skill: 'pluginSkill', command: 'pluginCommand' },
  evidence: executedHere,
};
