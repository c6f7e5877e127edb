// The settings of a user or a team, from the editor or a configuration file, as plain data with defaults.
import { HostCatalog } from '../hosts/catalog/host-catalog';
import { type Declared, type DeclaredSettings, declaredFor, type Settings } from './declared';
import type { ReportProblem } from './kinds';

export type { Settings } from './declared';

/** The defaults do not depend on the hosts. */
const declared = declaredFor(new HostCatalog([]));

export const defaultSettings: Settings = {
  programs: declared.programs.otherwise,
  hosts: declared.hosts.otherwise,
  versions: declared.versions.otherwise,
  guests: declared.guests.otherwise,
  vscodeBuiltin: declared.vscodeBuiltin.otherwise,
  rules: declared.rules.otherwise,
  allowedFields: declared.allowedFields.otherwise,
  allowedTools: declared.allowedTools.otherwise,
  convertModels: declared.convertModels.otherwise,
  inlayHints: declared.inlayHints.otherwise,
  referencesLens: declared.referencesLens.otherwise,
  graphSingleKeys: declared.graphSingleKeys.otherwise,
  closedFiles: declared.closedFiles.otherwise,
  userAgents: declared.userAgents.otherwise,
};

/** Reads the `dossier` section that an editor sends. Values of the wrong type are replaced by their defaults. */
export const settingsFrom = (catalog: HostCatalog, sent: unknown): Settings => ({
  ...defaultSettings,
  ...settingsIn(declaredFor(catalog), (name) => valueAt(sent, name), unheard),
});

/** Returns only the settings that are present and valid. */
export function settingsIn(
  settings: DeclaredSettings,
  valueCalled: (name: string) => unknown,
  report: (name: string) => ReportProblem,
): Partial<Settings> {
  const read = <K extends keyof Settings>(key: K): Partial<Pick<Settings, K>> => {
    const { name, kind }: Declared<Settings[K]> = settings[key];
    const value = valueCalled(name);
    const found = value === undefined ? undefined : kind.read(value, report(name));
    return found === undefined ? {} : ({ [key]: found } as Pick<Settings, K>);
  };
  return {
    ...read('programs'),
    ...read('hosts'),
    ...read('versions'),
    ...read('guests'),
    ...read('vscodeBuiltin'),
    ...read('convertModels'),
    ...read('rules'),
    ...read('allowedFields'),
    ...read('allowedTools'),
    ...read('inlayHints'),
    ...read('referencesLens'),
    ...read('graphSingleKeys'),
    ...read('closedFiles'),
    ...read('userAgents'),
  };
}

const unheard = (): ReportProblem => () => {};

/** Resolves a setting name with a dot: `inlayHints.enabled` is `enabled` in the group `inlayHints`. */
const valueAt = (sent: unknown, name: string): unknown =>
  name.split('.').reduce((value, key) => record(value)[key], sent);

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
