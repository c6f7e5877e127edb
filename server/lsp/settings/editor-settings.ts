// The editor's settings: the section `dossier`, and the settings by which hosts add and disable agent
// folders. Each workspace folder may have its own settings.

import type { Connection } from 'vscode-languageserver';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { defaultSettings, type Settings, settingsFrom } from '../../settings/settings';
import { type Folder, folderOf } from '../documents/folders';

export interface EditorSettings {
  /**
   * Returns the settings of the folder that contains the file. The object is the same until a setting changes.
   */
  of(path: string): Settings;
  /**
   * Returns the value of a host's setting for a workspace folder, including the user's settings, or undefined
   * if the editor does not answer. The object is the same until the value changes.
   */
  ofHost(key: string, root: string): unknown;
  /** Requests all settings. Resolves to whether a setting of a host has changed. */
  ask(): Promise<boolean>;
  /** Accepts settings from editors that push them because they do not support configuration requests. */
  take(sent: unknown): void;
  /** Accepts settings that were sent at the start. They apply where the editor has none. */
  begin(sent: unknown): void;
}

export function editorSettings(
  catalog: HostCatalog,
  connection: Connection,
  folders: () => readonly Folder[],
): EditorSettings {
  let initial: unknown;
  let elsewhere = defaultSettings;
  let byFolder = new Map<string, Settings>();
  let ofHosts = new Map<string, unknown>();
  let asked = 0;
  return {
    of(path) {
      const folder = folderOf(path, folders());
      return (folder && byFolder.get(folder.uri)) ?? elsewhere;
    },
    ofHost: (key, root) => ofHosts.get(`${key} ${root}`),
    async ask() {
      const mine = ++asked;
      const open = folders();
      const section = 'dossier';
      const items = [{ section }, ...open.map(({ uri }) => ({ section, scopeUri: uri }))];
      const ofHost = hostSettings(catalog).flatMap((key) =>
        open.map(({ uri, path }) => ({ key, uri, path })),
      );
      // If the client does not answer, the previous settings remain in effect.
      const sent = await connection.workspace
        .getConfiguration([
          ...items,
          ...ofHost.map(({ key, uri }) => ({ section: key, scopeUri: uri })),
        ])
        .catch(() => null);
      if (!sent || mine !== asked) return false;
      const [general, ...own] = sent
        .slice(0, items.length)
        .map((one) => settingsFrom(catalog, one ?? initial));
      elsewhere = asBefore(general ?? defaultSettings, elsewhere);
      const ofFolders = byFolder;
      byFolder = new Map(
        open.map(({ uri }, index) => [
          uri,
          asBefore(own[index] ?? elsewhere, ofFolders.get(uri) ?? elsewhere),
        ]),
      );
      const before = ofHosts;
      ofHosts = new Map();
      let changed = false;
      for (const [index, { key, path }] of ofHost.entries()) {
        const name = `${key} ${path}`;
        const known = before.get(name);
        const value: unknown = sent[items.length + index] ?? undefined;
        const isSame = JSON.stringify(known) === JSON.stringify(value);
        ofHosts.set(name, isSame ? known : value);
        changed ||= !isSame;
      }
      return changed;
    },
    begin(sent) {
      initial = sent;
      elsewhere = settingsFrom(catalog, sent);
    },
    take(sent) {
      elsewhere = settingsFrom(catalog, sent ?? initial);
      byFolder = new Map();
    },
  };
}

/** The same object where no setting has changed, so that nothing that was computed with it is computed again. */
const asBefore = (settings: Settings, before: Settings): Settings =>
  JSON.stringify(settings) === JSON.stringify(before) ? before : settings;

/** Keys of the settings by which hosts add and disable agent folders. */
export const hostSettings = ({ hosts }: HostCatalog): readonly string[] =>
  hosts.flatMap(({ folderSettings }) => (folderSettings ? [folderSettings.key] : []));
