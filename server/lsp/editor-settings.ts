// What the editor says for the section `dossier`, and for the settings of hosts that add and disable folders of agents. Every
// folder of a workspace may have settings of its own.
import type { Connection } from 'vscode-languageserver';
import { hosts } from '../hosts/registry';
import { defaultSettings, type Settings, settingsFrom } from '../settings/settings';
import { type Folder, folderOf } from './folders';

export interface EditorSettings {
  /** Those of the folder that holds a file; the same object until the editor is asked again. */
  of(path: string): Settings;
  /**
   * The value of a host's setting for a workspace folder, the user's settings included; undefined where the editor does not
   * answer. The same object for as long as the value is the same.
   */
  ofHost(key: string, root: string): unknown;
  /** Asks for all of them. Resolves to whether a setting of a host has changed. */
  ask(): Promise<boolean>;
  /** From editors that cannot be asked, and send them along. */
  take(sent: unknown): void;
}

export function editorSettings(
  connection: Connection,
  folders: () => readonly Folder[],
): EditorSettings {
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
      const ofHost = hostSettings.flatMap((key) =>
        open.map(({ uri, path }) => ({ key, uri, path })),
      );
      // A client that cannot answer leaves things as they are.
      const sent = await connection.workspace
        .getConfiguration([
          ...items,
          ...ofHost.map(({ key, uri }) => ({ section: key, scopeUri: uri })),
        ])
        .catch(() => null);
      if (!sent || mine !== asked) return false;
      const [general, ...own] = sent.slice(0, items.length).map(settingsFrom);
      elsewhere = general ?? defaultSettings;
      byFolder = new Map(open.map(({ uri }, index) => [uri, own[index] ?? elsewhere]));
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
    take(sent) {
      elsewhere = settingsFrom(sent);
      byFolder = new Map();
    },
  };
}

/** Keys of the settings by which hosts add and disable folders of agents. */
export const hostSettings: readonly string[] = hosts.flatMap(({ folderSettings }) =>
  folderSettings ? [folderSettings.key] : [],
);
