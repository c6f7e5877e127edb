// Initialization, and the registrations that the server requests from the client.

import type { FileSystemWatcher, InitializeParams } from 'vscode-languageserver';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { agentEndings } from '../../hosts/catalog/places';
import { expandBraces, foldersOf } from '../../hosts/model/glob';
import type { ClientOptions } from '../../protocol/protocol';
import { translator } from '../../text/translate';
import {
  companionGlobs,
  entryGlobs,
  namingGlobs,
  userGlobs,
} from '../../workspace/companions/files';
import { capabilities, fixAllKind } from '../capabilities';
import { encodingFor } from '../documents/encoded-document';
import { type Folder, folderAt } from '../documents/folders';
import { uriOf } from '../documents/uri';
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  WatchKind,
} from '../library';
import type { Session } from '../session';
import { hostSettings } from '../settings/editor-settings';
import { homeFolders } from '../workspace/reach';
import { configure, followFolders, scriptGlob, watchedFiles } from './settings';

/** Other editors can send the settings along, in the form of the section `dossier`. */
type InitializationOptions = ClientOptions & { readonly dossier?: unknown };

export function handleLifecycle(session: Session): void {
  const { catalog, connection, client, documents, version, world } = session;
  const { home } = world;
  connection.onInitialize((params) => {
    client.capabilities = params.capabilities;
    client.encoding = encodingFor(params.capabilities.general?.positionEncodings);
    const options = params.initializationOptions as InitializationOptions | undefined;
    documents.options = { ...(session.docs !== undefined && { docs: session.docs }), ...options };
    if (options?.dossier !== undefined) session.settings.begin(options.dossier);
    client.translate = translator(options?.translations ?? {});
    client.isOurs = options?.builtinPrompts !== undefined;
    client.folders = foldersIn(params);
    return capabilities(version, client, [...agentEndings(catalog)]);
  });
  connection.onInitialized(() => {
    const { workspace } = client.capabilities;
    const register = (what: string, asked: Promise<unknown>): unknown =>
      asked.catch(() => connection.console.warn(`Could not register for changes to ${what}.`));
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      const section = { section: ['dossier', ...hostSettings(catalog)] };
      const { type } = DidChangeConfigurationNotification;
      register('settings', connection.client.register(type, section));
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watched = watchedFiles(catalog);
      const globs = [
        ...[...watched.all, ...companionGlobs(catalog)].map((name) => `**/${name}`),
        ...watched.agentGlobs,
        ...watched.addedGlobs,
      ];
      const watchers: FileSystemWatcher[] = [
        ...globs.map((globPattern) => ({ globPattern })),
        { globPattern: scriptGlob, kind: WatchKind.Create | WatchKind.Delete },
      ];
      const endings = [...agentEndings(catalog)];
      const group = endings.length > 1 ? `{${endings.join(',')}}` : endings.join('');
      // Outside the open folders a client watches only folders that are registered explicitly.
      if (home !== undefined && workspace.didChangeWatchedFiles.relativePatternSupport)
        for (const folder of homeFolders(catalog, home))
          watchers.push({ globPattern: { baseUri: uriOf(folder), pattern: `**/*${group}` } });
      if (home !== undefined && workspace.didChangeWatchedFiles.relativePatternSupport)
        for (const pattern of userGlobs(catalog))
          watchers.push({ globPattern: { baseUri: uriOf(home), pattern } });
      const { type } = DidChangeWatchedFilesNotification;
      register(watched.all.join(', '), connection.client.register(type, { watchers }));
    }
    register('files that reference agents', registerNaming(session));
    if (workspace?.workspaceFolders) followFolders(session);
    void configure(session);
  });
  connection.onShutdown(() => {
    session.after.stop();
    session.surveyor.stop();
  });
}

/** Older clients send one folder only, as a URI or as a path. */
function foldersIn({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly Folder[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => folderAt(uri));
  if (rootUri) return [folderAt(rootUri)];
  return rootPath ? [folderAt(uriOf(rootPath.replaceAll('\\', '/')))] : [];
}

/** Where documents of any kind are, without braces. */
const locationGlobs = ({ mainHosts }: HostCatalog): readonly string[] =>
  mainHosts.flatMap(({ locations }) => locations.flatMap(({ glob }) => expandBraces(glob)));

// Support for files that are not agents but refer to agents: prompts, commands, skills and configuration.
// Only the features that follow references are registered for them, and only if the client supports dynamic
// registration.

function registerNaming({ catalog, connection, client, documents }: Session): Promise<unknown> {
  // Our own client sends all of these files as documents, and would send every change of a registered file twice.
  if (client.isOurs) return Promise.resolve();
  const { textDocument } = client.capabilities;
  // Without dynamic synchronization the client does not send these files, so no request could be answered.
  if (!textDocument?.synchronization?.dynamicRegistration) return Promise.resolve();
  const features = [
    { method: 'textDocument/definition', of: textDocument?.definition },
    { method: 'textDocument/references', of: textDocument?.references },
    { method: 'textDocument/documentHighlight', of: textDocument?.documentHighlight },
    { method: 'textDocument/hover', of: textDocument?.hover },
    { method: 'textDocument/rename', of: textDocument?.rename, more: { prepareProvider: true } },
  ].filter(({ of }) => of?.dynamicRegistration);
  if (features.length === 0) return Promise.resolve();
  const schemes = documents.options.schemes ?? ['file'];
  const globs = namingGlobs(catalog).flatMap((glob) => expandBraces(glob));
  const documentSelector = globs.flatMap((glob) =>
    schemes.map((scheme) => ({ scheme, pattern: `**/${glob}` })),
  );
  const sync = [
    { method: 'textDocument/didOpen' },
    { method: 'textDocument/didChange', more: { syncKind: TextDocumentSyncKind.Incremental } },
    { method: 'textDocument/didClose' },
  ];
  const named = [...sync, ...features].map(({ method, ...rest }) => ({
    id: `naming:${method}`,
    method,
    registerOptions: { documentSelector, ...('more' in rest && rest.more) },
  }));
  // Agents in configuration files have fields, too.
  const written = [
    {
      ...{ method: 'textDocument/completion', of: textDocument?.completion },
      more: { resolveProvider: true, triggerCharacters: ['"'] },
    },
    {
      ...{ method: 'textDocument/codeAction', of: textDocument?.codeAction },
      more: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
    },
    { method: 'textDocument/codeLens', of: textDocument?.codeLens, more: {} },
  ].filter(({ of }) => of?.dynamicRegistration);
  // Settings have a path of their own.
  const settings = locationGlobs(catalog).filter((glob) => foldersOf(glob).length === 0);
  const holding = entryGlobs(catalog);
  const parts = holding.flatMap(expandBraces);
  const withFields = [...holding, ...settings.filter((glob) => !parts.includes(glob))];
  const ofEntries = withFields.flatMap((glob) =>
    schemes.map((scheme) => ({ scheme, pattern: `**/${glob}` })),
  );
  const fields = written.map(({ method, more }) => ({
    id: `entries:${method}`,
    method,
    registerOptions: { documentSelector: ofEntries, ...more },
  }));
  const registrations = [...named, ...fields];
  return connection.sendRequest('client/registerCapability', { registrations });
}
