// Agents of plugins: which manifest Copilot CLI reads, where it then looks for agents, and what it calls them.
import { type Message, t } from '../../text/message';
import { type LocatedFile, rootOf } from '../model/located-file';
import type { ManifestFormat } from '../model/location';

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isString = (value: unknown): boolean => typeof value === 'string';

/** The program's own order: it reads only the first that exists. */
const files = [
  '.plugin/plugin.json',
  'plugin.json',
  '.github/plugin/plugin.json',
  '.claude-plugin/plugin.json',
];

/** The version of the standard "Agent Plugins" that the manifest declares; null for any other manifest. */
function standardVersion(manifest: unknown): string | null {
  const schema = isMap(manifest) ? manifest['$schema'] : undefined;
  const found =
    typeof schema === 'string'
      ? /^https:\/\/agent-plugins\.org\/schemas\/([^/]+)\/plugin\.schema\.json$/.exec(schema)
      : null;
  return found?.[1] ?? null;
}

/**
 * Agents in `agents/`. Nothing but invalid JSON makes the program reject such a plugin; in one that declares the standard it does not
 * read them there.
 */
export const plainManifest: ManifestFormat = {
  files,
  foreignFiles: ['.claude-plugin/plugin.json'],
  fault: (manifest) =>
    standardVersion(manifest) === null
      ? null
      : (standardManifest.fault(manifest) ?? t('The plugin declares the Agent Plugins standard.')),
  agentsIn: (manifest) =>
    standardVersion(manifest) !== null && standardManifest.fault(manifest) === null
      ? 'com.github.copilot/agents'
      : null,
  listedBy: 'agents',
  listsFolders: true,
};

/** A plugin that declares the standard, in which each program has folders of its own and `agents` is no field. */
export const standardManifest: ManifestFormat = {
  files,
  applies: (manifest) => standardVersion(manifest) !== null,
  fault: (manifest) => (isMap(manifest) ? faultOfStandard(manifest) : null),
};

interface Requirement {
  readonly key: string;
  readonly isMet: (value: unknown) => boolean;
  /** A sentence with `{key}`. */
  readonly fault: string;
}

const isText = (key: string): Requirement => ({
  key,
  isMet: isString,
  fault: '"{key}" in the plugin manifest must be a string in quotes.',
});

/** Every form was run; forms that were not run count as accepted. */
const requirements: readonly Requirement[] = [
  ...['version', 'description', 'license'].map(isText),
  {
    key: 'author',
    isMet: isMap,
    fault: '"{key}" in the plugin manifest must be a map.',
  },
  {
    key: 'keywords',
    isMet: (value) => Array.isArray(value) && value.every(isString),
    fault: '"{key}" in the plugin manifest must be a list of strings.',
  },
];

function faultOfStandard(manifest: Readonly<Record<string, unknown>>): Message | null {
  const version = standardVersion(manifest) ?? '';
  if (!/^1\.\d+\.\d+$/.test(version))
    return t('The plugin manifest declares Agent Plugins "{version}" instead of "1.0.0".', {
      version,
    });
  const { name } = manifest;
  if (typeof name !== 'string' || name === '') return t('The plugin manifest has no "name".');
  if (!/^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/.test(name) || /--|\.\./.test(name))
    return t(
      '"name" in the plugin manifest may contain only lowercase letters, digits and hyphens.',
    );
  const broken = requirements.find(
    ({ key, isMet }) => Object.hasOwn(manifest, key) && !isMet(manifest[key]),
  );
  return broken ? t(broken.fault, { key: broken.key }) : null;
}

/** `plugin:file`. The field `name` is only shown to users. */
export function pluginId(place: LocatedFile, file: string): string {
  const root = rootOf(place);
  const name = place.named?.() ?? root.slice(root.lastIndexOf('/') + 1);
  return `${place.location.manifest === standardManifest ? name : nameAsId(name)}:${file}`;
}

const nameAsId = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-');
