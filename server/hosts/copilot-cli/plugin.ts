// Agents of plugins: which manifest Copilot CLI reads, where it then looks for agents, and what it calls them.
import { t } from '../../text/message';
import { faultByFields } from '../judge/plugins/manifest';
import { standardVersion } from '../judge/plugins/plugin-files';
import { type LocatedFile, rootOf } from '../model/located-file';
import type { ManifestFormat } from '../model/location';
import { standardDialect } from './manifest';

/** The program's own order: it reads only the first that exists, but prefers one at the root that declares the standard. */
export const manifestFiles: readonly string[] = [
  '.plugin/plugin.json',
  'plugin.json',
  '.github/plugin/plugin.json',
  '.claude-plugin/plugin.json',
];

/** In a plugin with one of these, the program is a guest. */
export const foreignManifests: readonly string[] = ['.claude-plugin/plugin.json'];

const declaresStandard = (manifest: unknown): boolean =>
  standardVersion(manifest, 'plugin') !== null;

const prefers: ManifestFormat['prefers'] = (file, manifest) =>
  file === 'plugin.json' && declaresStandard(manifest);

/**
 * Agents in `agents/`. Nothing but invalid JSON makes the program reject such a plugin; in one that declares the standard it does not
 * read them there.
 */
export const plainManifest: ManifestFormat = {
  files: manifestFiles,
  prefers,
  foreignFiles: foreignManifests,
  fault: (manifest) =>
    !declaresStandard(manifest)
      ? null
      : (standardManifest.fault(manifest) ?? t('The plugin declares the Agent Plugins standard.')),
  agentsIn: (manifest) =>
    declaresStandard(manifest) && standardManifest.fault(manifest) === null
      ? 'com.github.copilot/agents'
      : null,
  listedBy: 'agents',
  listsFolders: true,
};

/** A plugin that declares the standard, in which each program has folders of its own and `agents` is no field. */
export const standardManifest: ManifestFormat = {
  files: manifestFiles,
  prefers,
  applies: declaresStandard,
  fault: (manifest) => faultByFields(manifest, standardDialect),
};

/** `plugin:file`. The field `name` is only shown to users. */
export function pluginId(place: LocatedFile, file: string): string {
  const root = rootOf(place);
  const name = place.named?.() ?? root.slice(root.lastIndexOf('/') + 1);
  return `${place.location.manifest === standardManifest ? name : nameAsId(name)}:${file}`;
}

/** The name of a plugin in the names of its agents. */
export const nameAsId = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-');
