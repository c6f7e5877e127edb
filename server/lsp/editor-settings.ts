// What the editor says for the section `dossier`. Every folder of a workspace may have settings of its own.
import type { Connection } from 'vscode-languageserver';
import { defaultSettings, type Settings, settingsFrom } from '../settings/settings';
import { type Folder, folderOf } from './folders';

export interface EditorSettings {
  /** Those of the folder that holds a file; the same object until the editor is asked again. */
  of(path: string): Settings;
  /** Asks for all of them. */
  ask(): Promise<void>;
  /** From editors that cannot be asked, and send them along. */
  take(sent: unknown): void;
}

export function editorSettings(
  connection: Connection,
  folders: () => readonly Folder[],
): EditorSettings {
  let elsewhere = defaultSettings;
  let byFolder = new Map<string, Settings>();
  let asked = 0;
  return {
    of(path) {
      const folder = folderOf(path, folders());
      return (folder && byFolder.get(folder.uri)) ?? elsewhere;
    },
    async ask() {
      const mine = ++asked;
      const uris = folders().map(({ uri }) => uri);
      const section = 'dossier';
      const items = [{ section }, ...uris.map((scopeUri) => ({ section, scopeUri }))];
      // A client that cannot answer leaves things as they are.
      const sent = await connection.workspace.getConfiguration(items).catch(() => null);
      if (!sent || mine !== asked) return;
      const [general, ...own] = sent.map(settingsFrom);
      elsewhere = general ?? defaultSettings;
      byFolder = new Map(uris.map((uri, index) => [uri, own[index] ?? elsewhere]));
    },
    take(sent) {
      elsewhere = settingsFrom(sent);
      byFolder = new Map();
    },
  };
}
