// The plugins that settings of Claude Code enable, and the marketplaces in the project that they refer to.
import { isStrictJson, rootOfJson } from '../../../agent/json-root';
import { type Entry, entryOf, textOf, type Value, valueAtKey } from '../../../yaml/value';
import { insidePath, isMap, isString, jsonAt } from '../../judge/plugins/plugin-files';
import type { LocatedFile } from '../../model/located-file';
import type { PluginManifests } from '../../model/plugin';
import type {
  MarketplaceContent,
  PluginSwitches,
  ReferredMarketplace,
  SwitchedPlugin,
} from '../../model/plugin-switches';
import { executedHere } from '../evidence';

const key = 'enabledPlugins';

/** A list of versions enables nothing. */
function on(fields: readonly Entry[]): readonly SwitchedPlugin[] {
  return entriesAt(fields, key).flatMap((entry): readonly SwitchedPlugin[] => {
    const { value } = entry;
    if (value.kind !== 'boolean' || !value.boolean) return [];
    const [plugin = '', marketplace = null, more] = entry.key.split('@');
    return more === undefined && plugin !== '' ? [{ entry, plugin, marketplace }] : [];
  });
}

const entriesAt = (fields: readonly Entry[], name: string): readonly Entry[] => {
  const value = entryOf(fields, name)?.value;
  return value?.kind === 'map' ? value.entries : [];
};

/** Both files of settings in a project count, whichever of them enables the plugin. Of a name in both the last counts. */
const files = ['.claude/settings.json', '.claude/settings.local.json'];

function marketplaces(
  fields: readonly Entry[],
  { path, location: { glob, scope }, pluginAt }: LocatedFile,
): readonly ReferredMarketplace[] {
  const project = scope === 'project' ? pluginAt?.('') : undefined;
  if (!project || !path.endsWith(glob)) return [];
  const found = new Map<string, Value>();
  for (const file of files)
    for (const entry of entriesAt(
      file === glob ? fields : fieldsAt(project, file),
      'extraKnownMarketplaces',
    ))
      found.set(entry.key, entry.value);
  return [...found].map(([name, value]) => ({ key: name, content: contentOf(value, project) }));
}

function fieldsAt(project: PluginManifests, file: string): readonly Entry[] {
  const text = project.read(file);
  const root = text !== null && isStrictJson(text) ? rootOfJson(text) : null;
  return root?.kind === 'map' ? root.entries : [];
}

function contentOf(marketplace: Value, project: PluginManifests): MarketplaceContent | null {
  const file = fileOf(valueAtKey(marketplace, 'source'));
  const content = file === null ? undefined : jsonAt(project, file);
  if (file === null || !isMap(content)) return null;
  const { name, plugins, renames } = content;
  if (!isString(name) || !Array.isArray(plugins)) return null;
  return {
    ...{ file, name },
    plugins: (plugins as readonly unknown[]).flatMap((one) =>
      isMap(one) && isString(one['name']) ? [one['name']] : [],
    ),
    formerNames: isMap(renames) ? Object.keys(renames) : [],
  };
}

/** A path is relative to the root of the project. */
function fileOf(source: Value | undefined): string | null {
  const [form, written] = ['source', 'path'].map((name) =>
    textOf(source && valueAtKey(source, name)),
  );
  const path = written === undefined ? null : insidePath(written);
  if (path === null) return null;
  if (form === 'file') return path;
  const below = '.claude-plugin/marketplace.json';
  return form === 'directory' ? (path === '' ? below : `${path}/${below}`) : null;
}

export const pluginSwitches: PluginSwitches = {
  ...{ key, on, marketplaces },
  unlisted: '{host} silently starts without this plugin.',
  evidence: executedHere,
};
