// Where Codex finds what a plugin contains. It has no agents of plugins, and turns commands into skills.
import { rootOfJson } from '../../agent/json-root';
import { type Message, t } from '../../text/message';
import { check } from '../judge/check';
import { faultByFields } from '../judge/plugins/manifest';
import {
  commandsAt,
  isHiddenBelow,
  isMap,
  isString,
  type JsonMap,
  jsonAt,
  pathsIn,
  pathWithin,
  serversAt,
  serversIn,
  skillsAt,
  standardVersion,
} from '../judge/plugins/plugin-files';
import type { PluginFolder, PluginFormat, PluginLayout, PluginManifests } from '../model/plugin';
import { causeInCommand } from './command-text';
import { executedHere } from './evidence';
import { eventOrder } from './hook-lists';
import { plainDialect, plainKeys, standardDialect, standardKeys } from './manifest';
import { judgeServers, servers as serversType } from './mcp';
import { standardServers } from './standard-servers';
import { keyTwiceIn } from './unique-keys';

const plainFiles = [
  '.codex-plugin/plugin.json',
  '.claude-plugin/plugin.json',
  '.cursor-plugin/plugin.json',
];
const standardFile = 'plugin.json';

/** Without the name of a manifest, skills are called by the version of the plugin. A local one has that of the standard, or none. */
const withoutName = (manifest: unknown): string => standardVersion(manifest, 'plugin') ?? 'local';

const nothing = { skills: [], commands: [], hooks: [], servers: [] };

const isMarked = (plugin: PluginManifests, file: string): boolean =>
  plugin.read(file)?.startsWith('\ufeff') === true;

/** With a byte order mark, the program does not see that a file declares the standard. */
const manifestIn: PluginFormat['manifestIn'] = (plugin) =>
  !isMarked(plugin, standardFile) &&
  standardVersion(jsonAt(plugin, standardFile), 'plugin') !== null
    ? standardFile
    : (plainFiles.find((file) => plugin.read(file) !== null) ?? null);

function layout(folder: PluginFolder): PluginLayout {
  const manifest = manifestIn(folder);
  const isStandard = manifest === standardFile;
  const refused = (message: Message): PluginLayout => ({
    ...{ manifest, name: null, fault: { file: manifest, message }, ...nothing },
  });
  const value = manifest === null ? { name: folder.name } : jsonAt(folder, manifest);
  if (value === undefined || (manifest !== null && isMarked(folder, manifest)))
    return refused(t('The plugin manifest is not valid JSON.'));
  const again =
    manifest === null
      ? null
      : keyTwiceIn(folder.read(manifest) ?? '', isStandard ? standardKeys : plainKeys);
  if (again !== null) return refused(again.message);
  const keys = isMap(value) ? value : {};
  const dialect = isStandard ? standardDialect : plainDialect;
  const inFields = manifest === null || !isMap(value) ? null : faultByFields(value, dialect);
  if (inFields !== null) return refused(inFields);
  const name = isString(keys['name']) ? keys['name'] : '';
  return {
    ...{ manifest, name: name || folder.name, fault: null },
    ...(name === '' && { prefix: withoutName(value) }),
    ...(isStandard ? standardParts(folder) : plainParts(folder, keys, manifest ?? '')),
  };
}

type Parts = Omit<PluginLayout, 'manifest' | 'name' | 'fault' | 'prefix'>;

const standardParts = (folder: PluginFolder): Parts => ({
  ...nothing,
  skills: skillsAt(folder, 'skills', false),
  servers: standardServers.serversIn(folder.read),
});

/** What the manifest names replaces the usual folder. */
function plainParts(folder: PluginFolder, keys: JsonMap, manifest: string): Parts {
  const { commands, hooks, mcpServers } = keys;
  // A list with anything but strings has none.
  const pathsOf = (key: string): readonly string[] => {
    const value = keys[key];
    const isOther = Array.isArray(value) && !value.every(isString);
    return isOther ? [] : pathsIn(value).flatMap((path) => pathWithin(path) ?? []);
  };
  const placesOf = (key: string, usual: string): readonly string[] => {
    const found = pathsOf(key).filter((at) => at !== '');
    return found.length === 0 ? [usual] : found;
  };
  return {
    // The program does not look into the whole plugin.
    skills: placesOf('skills', 'skills').flatMap((at) =>
      skillsAt(folder, at, true).filter((path) => !isHiddenBelow(at, path)),
    ),
    commands: ((commands ?? null) === null ? ['commands'] : pathsOf('commands')).flatMap((at) =>
      commandsAt(folder, at, true).map(({ file, name }) => ({
        ...{ file, name: commandName(name) },
        cause: causeInCommand(folder.read(file) ?? '', name),
      })),
    ),
    hooks: isMap(hooks)
      ? hasHooks(hooks)
        ? [manifest]
        : []
      : placesOf('hooks', 'hooks/hooks.json').filter((file) => hasHooks(jsonAt(folder, file))),
    servers: serversOf(folder, mcpServers, manifest),
  };
}

/** The name of the file in words. */
const commandName = (name: string): string =>
  `source-command-${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`;

/** A list counts as absent. */
function serversOf(
  folder: PluginFolder,
  value: unknown,
  manifest: string,
): PluginLayout['servers'] {
  if (isMap(value)) return serversIn(value, manifest, isServer);
  const [named] = isString(value) ? [pathWithin(value)] : [];
  return serversAt(folder, named ?? '.mcp.json', isServer);
}

/** The same as in the file of an agent, where there is no null: it counts as absent. The program ignores `type`. */
function isServer(name: string, server: JsonMap): boolean {
  const stated = Object.fromEntries(Object.entries(server).filter(([, value]) => value !== null));
  const root = rootOfJson(JSON.stringify({ [name]: stated }));
  return (
    root !== null &&
    check(serversType, root).problems.length === 0 &&
    (judgeServers(root)?.problems ?? []).length === 0
  );
}

const hasHooks = (value: unknown): boolean => {
  const found = isMap(value) ? value['hooks'] : undefined;
  if (!isMap(found)) return false;
  const entries = eventOrder.flatMap((event) => found[event] ?? []);
  const hooks = entries.flatMap((entry) => (isMap(entry) ? (entry['hooks'] ?? []) : []));
  // One wrong hook, and the program has none of them.
  return hooks.length > 0 && hooks.every((hook) => isMap(hook) && isString(hook['type']));
};

export const plugins: PluginFormat = {
  manifests: [standardFile, ...plainFiles],
  foreignManifests: ['.claude-plugin/plugin.json', '.cursor-plugin/plugin.json'],
  manifestIn,
  layout,
  skillPlace: '.agents/skills/{name}/SKILL.md',
  commandPlace: '.agents/skills/{name}/SKILL.md',
  callsByFile: true,
  sameName: { kinds: ['skill', 'command'], skill: 'all', command: 'none' },
  partsEvidence: executedHere,
  evidence: executedHere,
};
