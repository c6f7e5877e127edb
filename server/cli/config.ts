// The settings of a command. Flags override `dossier.config.json`.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { type Config, configName, readConfig, underConfig } from '../settings/config';
import { configsIn } from '../settings/find';
import { defaultSettings, type Settings } from '../settings/settings';
import { linesOf } from '../text/lines';
import { english } from '../text/translate';
import { type Io, UsageError, unreadable, type World } from './io';
import { absolute } from './paths';
import { versionNote, versionNotes } from './programs';

export interface Configured {
  /** @throws UsageError if the configuration that applies to the file cannot be read. */
  settingsOf(file: string): Settings;
  /** Whether the configuration of a folder includes the file in addition to the default locations. */
  includes(file: string): boolean;
  excludes(file: string): boolean;
}

export const configFlags = {
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
} as const;

export const configUsage = `  --config FILE        read settings from FILE instead of the nearest ${configName}
  --no-config          do not read any settings file`;

interface ConfigInput {
  /** Where to report a version that was not asked, once for each. */
  readonly io: Pick<Io, 'err'>;
  readonly values: Readonly<Record<string, unknown>>;
  /** Settings from the command line. */
  readonly flags: Partial<Settings>;
}

/** @throws UsageError if a file named on the command line cannot be read. */
export function configured({ io, values, flags }: ConfigInput, world: World): Configured {
  const { config: named, 'no-config': none } = values;
  if (named !== undefined && none === true)
    throw new UsageError('--config and --no-config cannot be combined. Remove one of them.');
  const plain = { ...defaultSettings, ...flags };
  const noted = new Set<string>();
  const note = (all: readonly string[]): void => {
    for (const one of all.filter((words) => !noted.has(words))) {
      noted.add(one);
      io.err(`dossier: ${one}\n`);
    }
  };
  note(versionNotes(world.catalog, values['program']));
  const found = none === true ? () => null : finder(named, world);
  const made = new Map<Config, Settings>();
  const sound = (file: string): Config | null => {
    const config = found(absolute(file, world));
    if (config && !made.has(config)) {
      refuseFaults(config, world);
      const settings = { ...underConfig(plain, config), ...flags };
      note(notesOn(settings, world.catalog));
      made.set(config, settings);
    }
    return config;
  };
  return {
    settingsOf(file) {
      const config = sound(file);
      return (config && made.get(config)) ?? plain;
    },
    includes: (file) => sound(file)?.includes(absolute(file, world)) ?? false,
    excludes: (file) => sound(file)?.excludes(absolute(file, world)) ?? false,
  };
}

/** On the versions that the settings name. */
const notesOn = ({ versions }: Settings, catalog: HostCatalog): readonly string[] =>
  catalog.mainHosts.flatMap((host) => {
    const wanted = versions[host.id];
    if (wanted === undefined || catalog.hostOfGeneration(host, wanted)) return [];
    return versionNote(host, wanted) ?? [];
  });

function finder(named: unknown, world: World): (path: string) => Config | null {
  if (named === undefined) return configsIn(world.catalog, world, [world.cwd]).of;
  const path = String(named);
  const text = world.read(path);
  if (typeof text !== 'string') throw unreadable(path, text);
  const config = readConfig(world.catalog, absolute(path, world), text);
  return () => config;
}

/** @throws UsageError with one line for each problem. */
function refuseFaults({ path, text, faults }: Config, { cwd }: World): void {
  if (faults.length === 0) return;
  const shown = path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
  const lines = linesOf(text);
  const messages = faults.map(({ span, message }) => {
    const { line, character } = lines.positionAt(span.start);
    return `${shown}:${line + 1}:${character + 1}: ${english(message)}`;
  });
  const action = `correct ${shown}, or use --no-config.`;
  throw new UsageError([...messages, action].join('\ndossier: '));
}
