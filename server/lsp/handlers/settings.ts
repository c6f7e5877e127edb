// What documents are judged by, beside their text: settings, the team's file, the folders, the manifests of plugins.
import { hosts } from '../../hosts/registry';
import { configName } from '../../settings/config';
import type { Session } from '../session';
import { pathOf } from '../uri';

/** Files that make a folder one of a host's. */
const manifests: readonly string[] = [
  ...new Set(
    hosts.flatMap(({ locations }) => locations.flatMap((location) => location.beside ?? [])),
  ),
];

/** Names of files whose coming and going changes verdicts. */
export const watched: readonly string[] = [configName, ...manifests];

export function handleSettings(session: Session): void {
  const { connection, client, settings, documents, team, publishAll } = session;
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (client.capabilities.workspace?.configuration) return void configure(session);
    settings.take((sent as { dossier?: unknown } | null)?.dossier);
    publishAll();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const has = (names: readonly string[]): boolean =>
      changes.some(({ uri }) => names.some((name) => pathOf(uri).endsWith(`/${name}`)));
    if (!has(watched)) return;
    if (has([configName])) team.reload();
    if (has(manifests)) documents.lookAgain();
    publishAll();
  });
}

/** Asks for the settings and judges by them. */
export async function configure({ client, settings, publishAll }: Session): Promise<void> {
  if (client.capabilities.workspace?.configuration) await settings.ask();
  publishAll();
}

/** Folders that come and go bring settings of their own. To be called once the client has said that it tells them. */
export function followFolders(session: Session): void {
  const { connection, client, team } = session;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    client.folders = [
      ...client.folders.filter(({ uri }) => !gone.has(uri)),
      ...added.map(({ uri }) => ({ uri, path: pathOf(uri) })),
    ];
    team.reload();
    void configure(session);
  });
}
