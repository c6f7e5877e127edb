// Inputs other than the text that affect diagnostics: settings, the team's configuration file, folders and
// plugin manifests.
import type { FileEvent } from 'vscode-languageserver';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { hasAgentEnding } from '../../hosts/catalog/places';
import { showsUse } from '../../hosts/catalog/used-hosts';
import { foldersOf } from '../../hosts/model/glob';
import { rootOf } from '../../hosts/model/located-file';
import { subjectAt } from '../../hosts/model/place';
import { agentsChangedMethod } from '../../protocol/protocol';
import { configName } from '../../settings/config';
import { lazily } from '../../text/lazily';
import { memoize } from '../../text/memoize';
import { mayBeCompanion } from '../../workspace/companions/files';
import { folderAt } from '../documents/folders';
import { pathOf } from '../documents/uri';
import { FileChangeType } from '../library';
import type { Session } from '../session';

/** The files that the declarations of hosts make the server watch. */
interface WatchedFiles {
  /** Files that mark a folder as belonging to a host. */
  readonly manifests: readonly string[];
  /** Settings files of hosts that add or disable agent folders. */
  readonly settingsFiles: readonly string[];
  /** Files whose changes change diagnostics. */
  readonly all: readonly string[];
  /**
   * Globs for agent files and for the folders themselves. When a folder is deleted, or created with files in
   * it, an editor may report only the folder.
   */
  readonly agentGlobs: readonly string[];
  /** Agent files in any folder, because a setting may add that folder. */
  readonly addedGlobs: readonly string[];
}

/** It may name the version of a program that the project uses. */
const packageFile = 'package.json';

export const watchedFiles = memoize(({ hosts }: HostCatalog): WatchedFiles => {
  const locations = hosts.flatMap((host) => host.locations);
  const settings = hosts.flatMap(({ folderSettings }) => folderSettings ?? []);
  const manifests = [
    ...new Set(
      locations.flatMap(({ manifest }) => [
        ...(manifest?.files ?? []),
        ...(manifest?.otherFiles ?? []).map(({ file }) => file),
      ]),
    ),
  ];
  const toolFiles = hosts.flatMap(({ toolSettings }) => toolSettings?.files ?? []);
  const settingsFiles = [...new Set([...settings.map(({ file }) => file), ...toolFiles])];
  const folders = locations
    .filter(({ scope }) => scope !== 'user')
    .flatMap(({ glob }) => foldersOf(glob));
  return {
    manifests,
    settingsFiles,
    all: [configName, packageFile, ...manifests, ...settingsFiles],
    agentGlobs: [
      ...new Set(
        [...new Set(folders)].flatMap((folder) => [
          `**/${folder}/**`,
          ...withParents(folder).map((one) => `**/${one}`),
        ]),
      ),
    ],
    addedGlobs: settings.flatMap(({ endings }) => endings.map((ending) => `**/*${ending}`)),
  };
});

/** Returns the folder and its parents, for example `.claude` and `.claude/agents`. */
const withParents = (folder: string): readonly string[] =>
  folder.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));

/** Scripts that hooks run. Only their existence matters. */
export const scriptGlob = '**/*.{sh,bash,zsh,py,js,mjs,cjs,ts,rb,pl}';
export const scriptEnding = /\.(?:sh|bash|zsh|py|js|mjs|cjs|ts|rb|pl)$/;

export function handleSettings(session: Session): void {
  const { catalog, connection, client, settings, documents, team, publishAll, surveyor } = session;
  const { manifests, settingsFiles, all } = watchedFiles(catalog);
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (client.capabilities.workspace?.configuration) return void configure(session);
    settings.take((sent as { dossier?: unknown } | null)?.dossier);
    publishAll();
    surveyor.survey();
  });
  connection.onDidChangeWatchedFiles(({ changes: reported }) => {
    const changes = reported.filter(({ uri }) => !isOfDependency(pathOf(uri)));
    if (changes.length === 0) return;
    const has = (names: readonly string[]): boolean =>
      changes.some(({ uri }) => names.some((name) => pathOf(uri).endsWith(`/${name}`)));
    const concernsUse = ({ uri, type }: FileEvent): boolean =>
      type !== FileChangeType.Changed && showsUse(catalog, pathOf(uri));
    const isOfPlugin = isInOpenPlugin(session);
    if (changes.some((one) => concernsUse(one) || isOfPlugin(pathOf(one.uri)))) {
      documents.lookAgain();
      publishAll();
    }
    if (!has(all)) {
      if (concernsFolder(session, changes)) return surveyor.survey();
      for (const { uri, type } of changes) {
        const path = pathOf(uri);
        const isScript = type !== FileChangeType.Changed && scriptEnding.test(path);
        if (hasAgentEnding(catalog, path) || mayBeCompanion(catalog, path) || isScript)
          surveyor.look(path);
      }
      return;
    }
    if (has([configName])) team.reload();
    if (has([packageFile]) || has(manifests) || has(settingsFiles)) documents.lookAgain();
    publishAll();
    surveyor.survey();
  });
}

/** Whether a file may be a skill or a command of a plugin whose manifest is open: two of them may have one name. */
function isInOpenPlugin({ open, documents }: Session): (path: string) => boolean {
  const roots = lazily(() =>
    open.all().flatMap(({ uri }) => {
      const [place] = documents.placesAt(pathOf(uri));
      return place && subjectAt(place) === 'manifest' ? [`${rootOf(place)}/`] : [];
    }),
  );
  return (path) => path.endsWith('.md') && roots().some((root) => path.startsWith(root));
}

/** An installation creates thousands of these, and none concerns the project. */
const isOfDependency = (path: string): boolean =>
  path.includes('/node_modules/') && path.endsWith(`/${packageFile}`);

/** Whether a folder was created, or one that contained agents was deleted. */
function concernsFolder(
  { catalog, world, index }: Session,
  changes: readonly FileEvent[],
): boolean {
  const others = changes.filter(
    ({ uri }) => !hasAgentEnding(catalog, pathOf(uri)) && !mayBeCompanion(catalog, pathOf(uri)),
  );
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

/** Requests the settings and applies them. */
export async function configure(session: Session): Promise<void> {
  const { connection, client, documents, settings } = session;
  const { publishAll, refreshSurfaces, surveyor } = session;
  const before = settings.of('');
  if (client.capabilities.workspace?.configuration && (await settings.ask())) documents.lookAgain();
  publishAll();
  surveyor.survey();
  session.configured.done();
  if (JSON.stringify(settings.of('')) === JSON.stringify(before)) return;
  refreshSurfaces();
  // The order of the programs may be another one.
  if (client.isOurs) void connection.sendNotification(agentsChangedMethod);
}

/**
 * Follows changes of the workspace folders, which may have their own settings. Call this only if the client
 * supports workspace folder notifications.
 */
export function followFolders(session: Session): void {
  const { connection, client, team } = session;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = new Set(removed.map(({ uri }) => folderAt(uri).path));
    client.folders = [
      ...client.folders.filter(({ path }) => !gone.has(path)),
      ...added.map(({ uri }) => folderAt(uri)),
    ];
    team.reload();
    void configure(session);
  });
}
