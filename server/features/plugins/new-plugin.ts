// A new plugin that every program loads by the same names, and a new marketplace that lists the plugins of a project.
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { loadPlugin } from '../../hosts/catalog/load-plugin';
import { placesOf } from '../../hosts/catalog/places';
import { type PluginDisk, pluginAt, pluginsBelow } from '../../hosts/catalog/plugin-at';
import { isMap, isString, jsonAt } from '../../hosts/judge/plugins/plugin-files';
import type { Host } from '../../hosts/model/host';
import type { PluginFolder } from '../../hosts/model/plugin';
import { namedSkillSkeleton } from '../../hosts/model/skeleton';
import type { Finding } from '../../rules/rule';
import { defaultSettings } from '../../settings/settings';
import { type Message, type Text, t } from '../../text/message';
import { nameFlaw } from '../new-agent/name';
import { written } from '../new-agent/skill-files';
import { viewOf } from '../view/view';

export interface NewPluginFiles {
  /** Why they cannot be created; null where they can. */
  readonly error: Text | null;
  /** Relative to the project. The first one is to be edited. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The hosts that are known to read them. */
  readonly hosts: readonly Host[];
  /** The names of the plugins in the marketplace. */
  readonly listed: readonly string[];
  /** What is not in the marketplace, and why. */
  readonly notes: readonly Message[];
}

const failure = (error: Text): NewPluginFiles => ({
  ...{ error, files: [], hosts: [], listed: [], notes: [] },
});

/** The folder of a project with its plugins. */
const pluginsFolder = 'plugins';

interface NewPlugin {
  readonly name: string;
  readonly description?: string | undefined;
  /** Whether there is something at this path of the project. */
  readonly isTaken: (path: string) => boolean;
}

/** A manifest and one skill. Every host that is known to read plugins loads both under the name, or there is an error. */
export function newPlugin(
  catalog: HostCatalog,
  { name, description, isTaken }: NewPlugin,
): NewPluginFiles {
  const { mainHosts } = catalog;
  const flaw = name.trim() === '' ? t('A plugin needs a name.') : nameFlaw(name);
  if (flaw !== undefined) return failure(flaw);
  const at = `${pluginsFolder}/${name}`;
  if (isTaken(at)) return failure(t('"{path}" already exists. Use another name.', { path: at }));
  // The manifest with which most hosts load a plugin.
  const [best] = [...new Set(mainHosts.flatMap(manifestsOf))]
    .map((path) => {
      const usual = partsOf(path, 'my-plugin', description);
      return { path, hosts: mainHosts.filter((host) => refusal(host, usual) === null) };
    })
    .toSorted((a, b) => b.hosts.length - a.hosts.length);
  if (!best) return failure(t('No program that reads plugins is known.'));
  const { hosts } = best;
  const parts = partsOf(best.path, name, description);
  for (const host of hosts) {
    const wrong = refusal(host, parts);
    if (wrong) return failure(wrong);
  }
  // Most users install it from a marketplace.
  const place = usualMarketplace(mainHosts);
  const refusing = place && refusingEntry(catalog, place, { name, source: `./${at}` });
  if (refusing)
    return failure(
      t('{host} refuses this name in a marketplace. Use another name.', { host: refusing }),
    );
  const files = parts.files.map(({ path, text }) => ({ path: `${at}/${path}`, text }));
  return { error: null, files, hosts, listed: [], notes: [] };
}

const manifestsOf = ({ plugins }: Host): readonly string[] =>
  plugins && plugins !== 'unmeasured' ? plugins.manifests : [];

interface Parts {
  readonly name: string;
  readonly manifest: string;
  /** The name of the skill. */
  readonly skill: string;
  readonly files: NewPluginFiles['files'];
}

function partsOf(manifest: string, name: string, description: string | undefined): Parts {
  // A skill with the name of its plugin is called by another name in some hosts.
  const skill = name === 'example' ? 'hello' : 'example';
  const means = { name: skill, description: `Use when asked to try out the plugin ${name}.` };
  const keys = { name, version: '0.1.0', description: description ?? `The plugin ${name}.` };
  return {
    ...{ name, manifest, skill },
    files: [
      {
        path: `skills/${skill}/SKILL.md`,
        text: written(namedSkillSkeleton(), { subject: 'skill', ...means }),
      },
      { path: manifest, text: jsonText(keys) },
    ],
  };
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Why a host does not load the plugin and its skill under their names; null where it does. */
function refusal(host: Host, { name, manifest, skill, files }: Parts): Message | null {
  const loaded = loadPlugin(host, {
    name,
    paths: files.map(({ path }) => path),
    read: (path) => files.find((file) => file.path === path)?.text ?? null,
  });
  const names = { host: host.name, name };
  if (loaded?.fault) {
    const reason = loaded.fault.message;
    return t('{host} would not load the plugin. {reason}', { ...names, reason });
  }
  if (loaded?.manifest === manifest && loaded.name !== null && loaded.name !== name)
    return t('{host} would name the plugin "{other}". Use that name.', {
      ...names,
      other: loaded.name,
    });
  const isLoaded = loaded?.parts.some((part) => part.name === `${name}:${skill}`);
  return loaded?.manifest === manifest && isLoaded
    ? null
    : t('{host} would not load a plugin named "{name}". Use another name.', names);
}

interface PluginAt {
  readonly path: string;
  readonly folder: PluginFolder;
}

interface NewMarketplace {
  readonly name: string;
  /** Only the name is checked, and there are no files. */
  readonly isTyped?: boolean;
  readonly isTaken: (path: string) => boolean;
  /** The plugins of the project, each with its path in it; empty for the project itself. */
  readonly plugins: () => readonly PluginAt[];
}

interface Listed {
  readonly name: string;
  readonly source: string;
  readonly description?: string;
}

/** One file, which most hosts read, with the plugins that all of them accept. */
function newMarketplace(
  catalog: HostCatalog,
  { name, isTyped, isTaken, plugins }: NewMarketplace,
): NewPluginFiles {
  const place = usualMarketplace(catalog.mainHosts);
  if (!place) return failure(t('No program that reads marketplaces is known.'));
  const { path } = place;
  if (isTaken(path)) return failure(t('"{path}" already exists. Add the plugins to it.', { path }));
  const [nameFinding] = findingsOf(catalog, place, marketplaceText(name, []), 'name');
  if (nameFinding) return failure(nameFinding.message);
  // The plugins are searched for in the whole project.
  if (isTyped) return { error: null, files: [], hosts: [], listed: [], notes: [] };
  const accepted: Listed[] = [];
  const notes: Message[] = [];
  for (const plugin of plugins()) {
    const entry = entryFor(catalog.mainHosts, plugin);
    if (!entry) continue;
    const names = { path: entry.source, name: entry.name };
    if (accepted.some((one) => one.name === entry.name)) {
      notes.push(t('"{path}" is not listed: another plugin is named "{name}". Rename one.', names));
      continue;
    }
    const host = refusingEntry(catalog, place, entry);
    if (host === null) accepted.push(entry);
    else
      notes.push(
        t('"{path}" is not listed, because {host} refuses its entry. Rename the plugin.', {
          ...names,
          host,
        }),
      );
  }
  if (accepted.length === 0)
    return notes[0] === undefined
      ? failure(t('No plugin with a manifest was found in this project. Create one first.'))
      : failure(notes[0]);
  // A host that finds another one first does not read this one.
  const hosts = place.hosts.filter(({ before }) => !before.some(isTaken)).map(({ host }) => host);
  const listed = accepted.map((one) => one.name);
  return {
    error: null,
    files: [{ path, text: marketplaceText(name, accepted) }],
    hosts,
    listed,
    notes,
  };
}

/** The same with the plugins that are in a project on a disk. @param root of the project, without a slash at its end */
export function newMarketplaceIn(
  root: string,
  disk: PluginDisk,
  catalog: HostCatalog,
  wanted: Omit<NewMarketplace, 'plugins'>,
): NewPluginFiles {
  const own = { read: disk.read.bind(disk), walk: disk.walk.bind(disk) };
  const plugins = (): readonly PluginAt[] =>
    pluginsBelow(root, catalog.mainHosts, own).map((path) => ({
      path,
      folder: pluginAt(path === '' ? root : `${root === '/' ? '' : root}/${path}`, own).folder,
    }));
  return newMarketplace(catalog, { ...wanted, plugins });
}

interface MarketplacePlace {
  readonly path: string;
  /** Those that read it, each with the paths at which it looks before. */
  readonly hosts: readonly { readonly host: Host; readonly before: readonly string[] }[];
}

function marketplacesOf(hosts: readonly Host[]): readonly MarketplacePlace[] {
  const places = new Map<string, MarketplacePlace['hosts'][number][]>();
  for (const host of hosts)
    for (const { glob, kind, manifest } of host.locations) {
      const known = kind === undefined ? undefined : host.kinds[kind];
      if (known?.subject !== 'manifest' || !('marketplace' in known)) continue;
      const order = manifest?.files ?? [];
      const before = order.slice(0, Math.max(0, order.indexOf(glob)));
      places.set(glob, [...(places.get(glob) ?? []), { host, before }]);
    }
  return [...places].map(([path, found]) => ({ path, hosts: found }));
}

/** Where hosts read a marketplace. */
export const marketplacePaths = (hosts: readonly Host[]): readonly string[] =>
  marketplacesOf(hosts).map(({ path }) => path);

/** The one that most hosts read. */
const usualMarketplace = (hosts: readonly Host[]): MarketplacePlace | undefined =>
  marketplacesOf(hosts).toSorted((a, b) => b.hosts.length - a.hosts.length)[0];

const marketplaceText = (name: string, plugins: readonly Listed[]): string =>
  jsonText({ name, owner: { name }, plugins });

/** The name of a host that does not accept the entry; null where each does. */
function refusingEntry(
  catalog: HostCatalog,
  place: MarketplacePlace,
  entry: Listed,
): string | null {
  const text = marketplaceText('my-marketplace', [entry]);
  const [finding] = findingsOf(catalog, place, text, 'plugins');
  return catalog.hostById(finding?.host ?? '')?.name ?? null;
}

/** What hosts report of a field of a marketplace. */
function findingsOf(
  catalog: HostCatalog,
  { path, hosts }: MarketplacePlace,
  text: string,
  of: 'name' | 'plugins',
): readonly Finding[] {
  const view = viewOf({
    ...{ catalog, path, text },
    places: placesOf(
      catalog,
      path,
      {},
      hosts.map(({ host }) => host),
    ),
    settings: { ...defaultSettings, guests: 'all' },
  });
  const start = text.indexOf(`\n  "${of}"`);
  const end = of === 'name' ? text.indexOf('\n', start + 1) : text.length;
  return view
    .findings()
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter(({ host, span }) => host !== null && span && span.start > start && span.start < end);
}

/** Null for a folder of which no host loads a part, such as one with another program's `plugin.json`. */
function entryFor(hosts: readonly Host[], { path, folder }: PluginAt): Listed | null {
  const loaded = hosts
    .map((host) => loadPlugin(host, folder))
    .filter((one) => one?.parts.some(({ isLoaded }) => isLoaded));
  const read = loaded.find((one) => one?.manifest);
  if (!read?.manifest) return null;
  const keys = jsonAt(folder, read.manifest);
  const { name, description } = isMap(keys) ? keys : {};
  return {
    name: isString(name) && name !== '' ? name : folder.name,
    source: `./${path}`,
    ...(isString(description) && description !== '' && { description }),
  };
}
