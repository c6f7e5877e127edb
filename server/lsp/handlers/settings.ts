// What documents are judged by, beside their text: settings, the team's file, the folders, the manifests of plugins.
import type { FileEvent } from 'vscode-languageserver';
import { foldersOf } from '../../hosts/glob';
import { hosts } from '../../hosts/registry';
import { configName } from '../../settings/config';
import { mayBeCompanion } from '../../workspace/companions/files';
import { FileChangeType } from '../library';
import type { Session } from '../session';
import { pathOf } from '../uri';

/** Files that make a folder one of a host's. */
const manifests: readonly string[] = [
  ...new Set(
    hosts.flatMap(({ locations }) => locations.flatMap((location) => location.beside ?? [])),
  ),
];

/** Folders where agents lie. */
const agentFolders: readonly string[] = [
  ...new Set(
    hosts.flatMap(({ locations }) =>
      locations.filter(({ scope }) => scope !== 'user').flatMap(({ glob }) => foldersOf(glob)),
    ),
  ),
];

/** `.claude` and `.claude/agents` */
const withParents = (folder: string): readonly string[] =>
  folder.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));

/**
 * Where agents lie, as globs, and the folders themselves: of one that goes, or that comes with files in it, an editor may
 * tell no more than that.
 */
export const agentGlobs: readonly string[] = [
  ...new Set(
    agentFolders.flatMap((folder) => [
      `**/${folder}/**`,
      ...withParents(folder).map((one) => `**/${one}`),
    ]),
  ),
];

/** What hooks run: only whether it is there counts. */
export const scriptGlob = '**/*.{sh,bash,zsh,py,js,mjs,cjs,ts,rb,pl}';
export const scriptEnding = /\.(?:sh|bash|zsh|py|js|mjs|cjs|ts|rb|pl)$/;

/** Files that add folders of agents, and disable folders. */
const settingsFiles: readonly string[] = hosts.flatMap(({ folderSettings }) =>
  folderSettings ? [folderSettings.file] : [],
);

/** Files of agents in any folder, which a setting may add. */
export const addedGlobs: readonly string[] = hosts.flatMap(({ folderSettings }) =>
  (folderSettings?.endings ?? []).map((ending) => `**/*${ending}`),
);

/** Names of files whose coming and going changes verdicts. */
export const watched: readonly string[] = [configName, ...manifests, ...settingsFiles];

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
      if (concernsFolder(session, changes)) return surveyor.survey();
      for (const { uri, type } of changes) {
        const path = pathOf(uri);
        const isScript = type !== FileChangeType.Changed && scriptEnding.test(path);
        if (path.endsWith('.md') || mayBeCompanion(path) || isScript) surveyor.look(path);
      }
      return;
    }
    if (has([configName])) team.reload();
    if (has(manifests) || has(settingsFiles)) documents.lookAgain();
    publishAll();
    surveyor.survey();
  });
}

/** A folder has come, or one that held agents is gone. */
function concernsFolder({ world, index }: Session, changes: readonly FileEvent[]): boolean {
  const others = changes.filter(({ uri }) => !uri.endsWith('.md') && !mayBeCompanion(pathOf(uri)));
  const of = (wanted: FileChangeType): readonly string[] =>
    others.filter(({ type }) => type === wanted).map(({ uri }) => pathOf(uri));
  if (of(FileChangeType.Created).some((path) => world.isFolder(path))) return true;
  const gone = of(FileChangeType.Deleted).map((path) => `${path}/`);
  return (
    gone.length > 0 &&
    [...index.paths(), ...index.companionPaths()].some((path) =>
      gone.some((folder) => path.startsWith(folder)),
    )
  );
}

/** Asks for the settings and judges by them. */
export async function configure(session: Session): Promise<void> {
  const { client, documents, settings, publishAll, surveyor } = session;
  if (client.capabilities.workspace?.configuration && (await settings.ask())) documents.lookAgain();
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
