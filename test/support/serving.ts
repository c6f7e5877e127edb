// Runs the server and a client in one process, connected by two streams, without a disk or a port.
import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  CompletionItemTag,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  InsertTextMode,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentSaveReason,
  WillSaveTextDocumentNotification,
} from 'vscode-languageserver-protocol/node';
import type { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import { connectionOptions } from '../../server/lsp/connection-options';
import type { Clock } from '../../server/lsp/findings/after-requests';
import { serve } from '../../server/lsp/server';
import { mirrored } from '../../server/lsp/workspace/mirror';
import {
  type FilesAnswer,
  filesMethod,
  type StatusParams,
  skeletonsMethod,
  statusMethod,
  type TextsAnswer,
  type TextsParams,
  textsMethod,
} from '../../server/protocol/protocol';
import { verbatim } from '../../server/text/message';
import { clientFileSystem } from '../../server/world/client';
import type { FileSystem } from '../../server/world/file-system';
import { catalog as everyHost } from './catalog';

export interface Serving {
  /** Whether the client supports requests for its settings. */
  readonly configuration?: false;
  readonly options?: unknown;
  /** The settings that are returned to the server's first request. */
  readonly settings?: unknown;
  /** The client answers requests for settings after this promise only. */
  readonly settingsArrive?: Promise<void>;
  /** The editor's own settings by key, for an editor that is a host. */
  readonly hostSettings?: Readonly<Record<string, unknown>>;
  readonly world?: Partial<FileSystem>;
  /** The known hosts. Default: all. */
  readonly catalog?: HostCatalog;
  /** A clock that the test controls. */
  readonly clock?: Clock;
  /** Folders of the workspace; null for a client that sends only a root. Default: only `/w`. */
  readonly folders?: readonly string[] | null;
  /** URI of the rule pages that are installed with the server. */
  readonly docs?: string;
  readonly capabilities?: ClientCapabilities;
  /** Files that only the client can read: the root URI of the folders, such as `vscode-vfs://github/o`, and contents by URI. */
  readonly remote?: { readonly root: string; readonly files: ReadonlyMap<string, string> };
}

/** The capabilities that a client like VS Code declares for hovers and completion items. */
export const everythingDeclared: NonNullable<ClientCapabilities['textDocument']> = {
  hover: { contentFormat: ['markdown', 'plaintext'] },
  completion: {
    completionItem: {
      snippetSupport: true,
      documentationFormat: ['markdown', 'plaintext'],
      deprecatedSupport: true,
      tagSupport: { valueSet: [CompletionItemTag.Deprecated] },
      insertTextModeSupport: { valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation] },
    },
  },
};

export interface Session {
  readonly connection: ProtocolConnection;
  readonly answer: InitializeResult;
  /** The requests and notifications that the server has sent. */
  readonly logged: string[];
  readonly asked: string[];
  /** All diagnostics that the server has pushed, in order. */
  readonly pushed: PublishDiagnosticsParams[];
  readonly statuses: StatusParams[];
  readonly registered: Registration[];
  /** The settings that are returned to the server's requests. */
  settings: unknown;
  /** The editor's own settings by key, for an editor that is a host. */
  hostSettings: Readonly<Record<string, unknown>>;
  /** The same for single folders, by URI. */
  readonly settingsOf: Map<string, unknown>;
  open(uri: string, text: string, languageId?: string): void;
  edit(uri: string, version: number, changes: readonly { range: Range; text: string }[]): void;
  close(uri: string): void;
  willSave(uri: string, reason: TextDocumentSaveReason): void;
  save(uri: string): void;
  /** The next diagnostics of a document that have not been read yet. */
  published(uri: string): Promise<PublishDiagnosticsParams>;
  end(): void;
}

const nowhere: FileSystem = {
  home: '/home/me',
  cwd: '/w',
  has: () => false,
  isFolder: () => false,
  isExecutable: () => null,
  entries: () => [],
  walk: () => [],
  read: (path) => ({ problem: 'absent', message: verbatim(`there is no ${path}`) }),
  write: (path) => {
    throw new Error(`${path} cannot be written`);
  },
  create: (path) => {
    throw new Error(`${path} cannot be made`);
  },
  createAll: () => {
    throw new Error('no file can be made');
  },
  move: (from) => {
    throw new Error(`${from} cannot be moved`);
  },
  copyFolder: () => {
    throw new Error('no folder can be copied');
  },
};

/** No host reads it. */
const emptyDocument = 'untitled:empty';

export async function serving({
  configuration,
  options,
  settings = {},
  settingsArrive,
  hostSettings = {},
  world,
  clock,
  docs,
  folders = ['/w'],
  capabilities: more,
  remote,
  catalog = everyHost,
}: Serving = {}): Promise<Session> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const texts = clientFileSystem(() => true);
  const plain = { reader: new StreamMessageReader(up), writer: new StreamMessageWriter(down) };
  const wires = remote ? mirrored(catalog, plain.reader, plain.writer, texts) : undefined;
  const { reader, writer } = wires ?? plain;
  const server = createConnection(ProposedFeatures.all, reader, writer, connectionOptions);
  wires?.asks(server);
  const files = remote ? texts : { ...nowhere, ...world };
  serve(
    server,
    { catalog, world: files, version: '0.0.0-test' },
    { ...(clock && { clock }), ...(docs !== undefined && { docs }) },
  );
  const connection = createProtocolConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  const waiting: PublishDiagnosticsParams[] = [];
  const pushed: PublishDiagnosticsParams[] = [];
  const readers: { uri: string; take: (params: PublishDiagnosticsParams) => void }[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    pushed.push(params);
    const reader = readers.findIndex(({ uri }) => uri === params.uri);
    if (reader < 0) waiting.push(params);
    else readers.splice(reader, 1)[0]?.take(params);
  });
  const capabilities: ClientCapabilities =
    configuration === false
      ? {}
      : { ...more, workspace: { configuration: true, ...more?.workspace } };
  const session: Omit<Session, 'answer'> = {
    connection,
    logged: [],
    asked: [],
    pushed,
    statuses: [],
    registered: [],
    settings,
    hostSettings,
    settingsOf: new Map(),
    open: (uri, text, languageId = 'markdown') =>
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    edit: (uri, version, changes) =>
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [...changes],
      }),
    willSave: (uri, reason) =>
      void connection.sendNotification(WillSaveTextDocumentNotification.type, {
        textDocument: { uri },
        reason,
      }),
    save: (uri) =>
      void connection.sendNotification(DidSaveTextDocumentNotification.type, {
        textDocument: { uri },
      }),
    close: (uri) =>
      void connection.sendNotification(DidCloseTextDocumentNotification.type, {
        textDocument: { uri },
      }),
    published: (uri) =>
      new Promise((take) => {
        const there = waiting.findIndex((params) => params.uri === uri);
        const [params] = there < 0 ? [] : waiting.splice(there, 1);
        if (params) take(params);
        else readers.push({ uri, take });
      }),
    end() {
      connection.dispose();
      server.dispose();
    },
  };
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    session.logged.push(message);
  });
  connection.onNotification(statusMethod, (status: StatusParams) => {
    session.statuses.push(status);
  });
  const configured = new Promise<void>((resolve) => {
    connection.onRequest(ConfigurationRequest.type, async ({ items }) => {
      session.asked.push(...items.map(({ section }) => section ?? ''));
      resolve();
      await settingsArrive;
      return items.map(({ section, scopeUri }) =>
        section === 'dossier'
          ? (session.settingsOf.get(scopeUri ?? '') ?? session.settings)
          : (session.hostSettings[section ?? ''] ?? null),
      );
    });
  });
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    session.registered.push(...registrations);
  });
  connection.onRequest(
    filesMethod,
    (): FilesAnswer => ({
      files: [...(remote?.files ?? [])].map(([uri, text]) => ({ uri, text })),
    }),
  );
  connection.onRequest(
    textsMethod,
    ({ uris }: TextsParams): TextsAnswer => ({
      texts: uris.map((uri) => remote?.files.get(uri) ?? null),
    }),
  );
  connection.listen();
  const answer = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: `${remote?.root ?? 'file://'}/w`,
    ...(folders && {
      workspaceFolders: folders.map((path) => ({
        uri: `${remote?.root ?? 'file://'}${path}`,
        name: path,
      })),
    }),
    capabilities,
    initializationOptions: options,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  if (configuration !== false) await configured;
  // Requests are answered in order, so the settings have been applied by now.
  await connection.sendRequest(skeletonsMethod);
  // The server prepares itself for typing at the first document of a session, for as long as there is no second one. That
  // takes more time than a test.
  session.open(emptyDocument, '', 'plaintext');
  session.close(emptyDocument);
  return Object.assign(session, { answer });
}
