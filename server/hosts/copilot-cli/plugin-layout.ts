// Where Copilot CLI finds what a plugin contains. A plugin that declares the standard has folders of its own for it.
import { type Message, t } from '../../text/message';
import { faultByFields } from '../judge/plugins/manifest';
import {
  commandsAt,
  insidePath,
  isHiddenBelow,
  isMap,
  isString,
  type JsonMap,
  jsonAt,
  pathsIn,
  serversAt,
  serversIn,
  skillsAt,
  standardVersion,
} from '../judge/plugins/plugin-files';
import type { PluginFolder, PluginFormat, PluginLayout, PluginServer } from '../model/plugin';
import { executedHere } from './evidence';
import { isHookEvent } from './hooks';
import { plainDialect } from './manifest';
import { foreignManifests, manifestFiles, nameAsId, standardManifest } from './plugin';
import { changes } from './plugin-changes';
import { servers as serverFile } from './servers';
import { standardServers } from './standard-servers';

const isServer = serverFile.loads;
const serversFile = '.mcp.json';
const usualHooks = ['hooks.json', 'hooks/hooks.json'];
const ownFolder = 'com.github.copilot';

const nothing = { skills: [], commands: [], hooks: [], servers: [] };

const manifestIn: PluginFormat['manifestIn'] = (plugin) =>
  standardVersion(jsonAt(plugin, 'plugin.json'), 'plugin') === null
    ? (manifestFiles.find((file) => plugin.read(file) !== null) ?? null)
    : 'plugin.json';

function layout(folder: PluginFolder): PluginLayout {
  const manifest = manifestIn(folder);
  const refused = (message: Message): PluginLayout => ({
    ...{ manifest, name: null, fault: { file: manifest, message }, ...nothing },
  });
  if (manifest === null) return refused(t('The plugin has no manifest.'));
  const value = jsonAt(folder, manifest);
  if (value === undefined || folder.read(manifest)?.startsWith('\ufeff'))
    return refused(t('The plugin manifest is not valid JSON.'));
  const keys = isMap(value) ? value : {};
  const written = typeof keys['name'] === 'string' ? keys['name'] : '';
  const named = written === '' ? folder.name : written;
  if (standardVersion(value, 'plugin') !== null) {
    const message = standardManifest.fault(value);
    // A plugin with another fault keeps the name.
    const isName = standardManifest.fault({ $schema: keys['$schema'], name: named }) === null;
    if (message !== null) return { ...refused(message), name: isName ? named : nameAsId(named) };
    return { manifest, name: named, fault: null, ...standardParts(folder) };
  }
  const inFields = isMap(value) ? faultByFields(value, plainDialect) : null;
  if (inFields !== null) return refused(inFields);
  return { manifest, name: nameAsId(named), fault: null, ...plainParts(folder, keys, manifest) };
}

type Parts = Omit<PluginLayout, 'manifest' | 'name' | 'fault'>;

const standardParts = (folder: PluginFolder): Parts => ({
  skills: deepSkillsAt(folder, 'skills'),
  commands: commandsAt(folder, `${ownFolder}/commands`, false),
  hooks: [`${ownFolder}/hooks/hooks.json`].filter((file) => hasEvents(eventsAt(folder, file))),
  servers: standardServers.serversIn(folder.read),
});

/** Neither in hidden folders below it, nor in the folders of other skills. */
const deepSkillsAt = (folder: PluginFolder, at: string): readonly string[] => {
  const found = skillsAt(folder, at, true).filter((path) => !isHiddenBelow(at, path));
  const folders = found.map((path) => path.slice(0, -'SKILL.md'.length));
  return found
    .filter(
      (path) =>
        !folders.some(
          (one) => path.length > one.length + 'SKILL.md'.length && path.startsWith(one),
        ),
    )
    .toSorted();
};

/** What the manifest names replaces the usual folders of skills and commands. */
function plainParts(folder: PluginFolder, keys: JsonMap, manifest: string): Parts {
  const placesOf = (key: string): readonly string[] =>
    keys[key] === undefined || keys[key] === null
      ? [key]
      : pathsIn(keys[key]).flatMap((path) => insidePath(path) ?? []);
  const skills = placesOf('skills').flatMap((at) => deepSkillsAt(folder, at));
  return {
    skills:
      skills.length === 0 && keys['skills'] === undefined
        ? folder.paths.filter((path) => path === 'SKILL.md')
        : skills,
    commands: placesOf('commands').flatMap((at) => commandsAt(folder, at, false)),
    hooks: hooksOf(folder, keys['hooks'], manifest),
    servers: serversOf(folder, keys['mcpServers'], manifest),
  };
}

function hooksOf(folder: PluginFolder, value: unknown, manifest: string): readonly string[] {
  if (isMap(value)) return hasEvents(value) ? [manifest] : [];
  const named = pathsIn(value).flatMap((path) => insidePath(path) ?? []);
  return [...named, ...usualHooks].filter((file) => hasEvents(eventsAt(folder, file))).slice(0, 1);
}

const eventsAt = (folder: PluginFolder, file: string): unknown => {
  const value = jsonAt(folder, file);
  return isMap(value) ? value['hooks'] : undefined;
};

const hasEvents = (value: unknown): boolean =>
  isMap(value) &&
  Object.entries(value).some(
    ([event, entries]) => isHookEvent(event) && Array.isArray(entries) && entries.length > 0,
  );

/** The usual file comes before what the manifest states. A list of files counts as none, and so does a file with a wrong server. */
function serversOf(
  folder: PluginFolder,
  value: unknown,
  manifest: string,
): readonly PluginServer[] {
  const usual = wholeServersAt(folder, serversFile);
  if (usual.length > 0) return usual;
  if (isMap(value)) return serversIn(value, manifest, isServer);
  const file = isString(value) ? insidePath(value) : null;
  return file === null ? [] : wholeServersAt(folder, file);
}

function wholeServersAt(folder: PluginFolder, file: string): readonly PluginServer[] {
  const value = jsonAt(folder, file);
  const servers = isMap(value) ? (value['mcpServers'] ?? value) : undefined;
  const isWhole =
    isMap(servers) &&
    Object.entries(servers).every(([name, server]) => isMap(server) && isServer(name, server));
  return isWhole ? serversAt(folder, file, isServer) : [];
}

export const plugins: PluginFormat = {
  manifests: manifestFiles,
  foreignManifests,
  manifestIn,
  layout,
  changes,
  skillPlace: '.github/skills/{name}/SKILL.md',
  commandPlace: '.claude/commands/{name}.md',
  omitsSameName: true,
  sameName: { kinds: ['skill', 'command'], skill: 'first', command: 'first' },
  partsEvidence: executedHere,
  evidence: executedHere,
};
