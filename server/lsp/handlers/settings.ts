// What documents are judged by, beside their text: settings, the team's file, the folders, the manifests of plugins.
import { foldersOf } from '../../hosts/glob';
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

/** Where agents lie, as globs. */
export const agentGlobs: readonly string[] = [
  ...new Set(
    hosts.flatMap(({ locations }) =>
      locations
        .filter(({ scope }) => scope !== 'user')
        .flatMap(({ glob }) => foldersOf(glob).map((folder) => `**/${folder}/**/*.md`)),
    ),
  ),
];

/** Names of files whose coming and going changes verdicts. */
export const watched: readonly string[] = [configName, ...manifests];

export function handleSettings(session: Session): void {
  const { connection, client, settings, documents, team, publishAll, surveyor } = session;
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (client.capabilities.workspace?.configuration) return void configure(session);
    settings.take((sent as { dossier?: unknown } | null)?.dossier);
    publishAll();
    surveyor.survey();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const has = (names: readonly string[]): boolean =>
      changes.some(({ uri }) => names.some((name) => pathOf(uri).endsWith(`/${name}`)));
    if (!has(watched)) {
      for (const { uri } of changes) if (uri.endsWith('.md')) surveyor.look(pathOf(uri));
      return;
    }
    if (has([configName])) team.reload();
    if (has(manifests)) documents.lookAgain();
    publishAll();
    surveyor.survey();
  });
}

/** Asks for the settings and judges by them. */
export async function configure(session: Session): Promise<void> {
  const { client, settings, publishAll, surveyor } = session;
  if (client.capabilities.workspace?.configuration) await settings.ask();
  publishAll();
  surveyor.survey();
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
