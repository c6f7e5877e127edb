// A server whose handlers are called directly, without streams and messages: for tests that ask it very often, and for
// measurements of the handlers alone.
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import { serve } from '../../server/lsp/server';
import type { StatusParams } from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { catalog as everyHost } from './catalog';
import type { FakeClock } from './fake-clock';

type Handler = (params: unknown, token: unknown) => unknown;

export interface DirectServer {
  /** Calls the handler of a request: the name of its registration, such as `onHover`, or its method. */
  readonly ask: (handler: string, params: unknown) => unknown;
  readonly open: (uri: string, text: string, languageId: string) => void;
  readonly edit: (uri: string, version: number, changes: readonly unknown[]) => void;
  readonly save: (uri: string) => void;
  readonly close: (uri: string) => void;
  /** The diagnostics that were last pushed, by URI. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The last status of each document, by URI. */
  readonly statuses: ReadonlyMap<string, StatusParams>;
  /** The errors that the server has logged. */
  readonly errors: string[];
}

export interface DirectOptions {
  readonly clock?: FakeClock;
  readonly catalog?: HostCatalog;
  /** Texts by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The section `dossier` of the settings. */
  readonly settings?: unknown;
  /** Whether the client is our own extension. Default: yes. */
  readonly isOurs?: boolean;
}

/** The folder of the workspace. */
export const directFolder = '/w';

export async function directServer({
  clock,
  catalog = everyHost,
  files = {},
  settings = null,
  isOurs = true,
}: DirectOptions = {}): Promise<DirectServer> {
  const handlers = new Map<string, Handler>();
  const errors: string[] = [];
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const statuses = new Map<string, StatusParams>();
  const disposable = { dispose: () => undefined };
  const register =
    (name: string) =>
    (first: unknown, second?: unknown): typeof disposable => {
      // Custom requests are registered with their method.
      const [key, handler] = typeof first === 'string' ? [first, second] : [name, first];
      handlers.set(key as string, handler as Handler);
      return disposable;
    };
  const registrations = (prefix: string): object =>
    new Proxy(
      {},
      {
        get: (_, name: string) =>
          name === 'on' || /^on[A-Z]/.test(name)
            ? register(name === 'on' ? prefix : `${prefix}${name}`)
            : registrations(name),
      },
    );
  const connection = {
    ...{ languages: registrations(''), client: { register: async () => disposable } },
    workspace: new Proxy(
      {},
      {
        get: (_, name: string) =>
          name === 'getConfiguration' ? async () => [null] : register(name),
      },
    ),
    window: { createWorkDoneProgress: async () => ({ begin: noop, report: noop, done: noop }) },
    tracer: { log: noop },
    console: { error: (message: string) => void errors.push(message), warn: noop },
    listen: noop,
    sendDiagnostics: async ({
      uri,
      diagnostics: found,
    }: {
      uri: string;
      diagnostics: Diagnostic[];
    }) => void diagnostics.set(uri, found),
    sendNotification: async (method: unknown, params: unknown) => {
      if (method === 'dossier/status') {
        const status = params as StatusParams;
        statuses.set(status.uri, status);
      }
    },
    sendRequest: async () => null,
  };
  const complete = new Proxy(connection, {
    get: (target, name: string) =>
      name in target ? target[name as keyof typeof target] : register(name),
  });
  const world = memoryFileSystem(files, directFolder);
  serve(
    complete as unknown as Connection,
    { catalog, world, version: '0.0.0-test' },
    clock ? { clock } : {},
  );
  const ask = (handler: string, params: unknown): unknown => {
    const run = handlers.get(handler);
    if (!run) throw new Error(`The server has no handler "${handler}".`);
    return run(params, { isCancellationRequested: false });
  };
  const folder = `file://${directFolder}`;
  ask('onInitialize', {
    processId: null,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'w' }],
    capabilities: {
      textDocument: {
        codeAction: { resolveSupport: { properties: ['edit'] } },
        hover: { contentFormat: ['markdown'] },
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
      },
    },
    initializationOptions: {
      ...(settings !== null && { dossier: settings }),
      ...(isOurs && { editor: 'vscode', builtinPrompts: { version: '1.106.0', mode: 'auto' } }),
    },
  });
  ask('onInitialized', {});
  return {
    ...{ ask, diagnostics, statuses, errors },
    open: (uri, text, languageId) =>
      void ask('onDidOpenTextDocument', { textDocument: { uri, languageId, version: 1, text } }),
    edit: (uri, version, contentChanges) =>
      void ask('onDidChangeTextDocument', { textDocument: { uri, version }, contentChanges }),
    save: (uri) => void ask('onDidSaveTextDocument', { textDocument: { uri } }),
    close: (uri) => void ask('onDidCloseTextDocument', { textDocument: { uri } }),
  };
}

const noop = (): void => undefined;
