// Manages the life cycle of the language server: it starts on first use, reports its state and can be restarted. The launcher
// determines whether it runs as a process or as a worker.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  agentsChangedMethod,
  type InstalledExtensions,
  installedExtensionsMethod,
  type StatusParams,
  statusMethod,
} from '../server/protocol/protocol';
import { hideHintsAtCaret } from './caret-hints';
import { sendEachChangeOnce } from './each-change-once';
import { t } from './l10n';
import { dropLateSuggestions } from './late-suggestions';
import { showError, showWarning } from './notify';
import { RestartPolicy } from './restart-policy';
import { isTriggering, neverShown } from './suggest';

/** Creates a client without starting it. */
export type Launcher = () => Promise<BaseLanguageClient>;

export class Server implements vscode.Disposable {
  readonly #launch: Launcher;
  readonly #log: vscode.LogOutputChannel;
  readonly #states = new vscode.EventEmitter<ServerState>();
  readonly #statuses = new vscode.EventEmitter<StatusParams>();
  readonly #agents = new vscode.EventEmitter<void>();
  readonly #policy = new RestartPolicy();
  #state: ServerState = 'idle';
  #hints: vscode.Disposable | undefined;
  #running: Promise<BaseLanguageClient> | undefined;
  /** The client of the server that runs; undefined while none does. */
  #client: BaseLanguageClient | undefined;
  #hasReportedRestart = false;

  /** Fires when the server starts, runs or stops. */
  readonly onState = this.#states.event;
  /** Fires when the server has checked a document. */
  readonly onStatus = this.#statuses.event;
  /** Fires when the agents of the workspace have changed since they were last requested. */
  readonly onAgents = this.#agents.event;

  constructor(launch: Launcher, log: vscode.LogOutputChannel) {
    this.#launch = launch;
    this.#log = log;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** The running client. The first call starts it, and the next call retries a failed start. */
  ready(): Promise<BaseLanguageClient> {
    if (this.#running) return this.#running;
    this.#policy.forget();
    return this.#startIn(0);
  }

  /** Sends a request. Rejects if the server does not start. */
  async request<Answer>(method: string, params: object): Promise<Answer> {
    const client = await this.ready();
    return client.sendRequest<Answer>(method, params);
  }

  /** Sends a notification. Rejects if the server does not start. */
  async notify(method: string, params: object): Promise<void> {
    const client = await this.ready();
    await client.sendNotification(method, params);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.ready();
  }

  /** Stops the server. The promise resolves when it has exited. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.#client = undefined;
    if (!running) return;
    try {
      const client = await running;
      // It may have started just now.
      this.#client = undefined;
      await client.dispose();
    } catch (error) {
      // The server was not running anymore, which is the requested state.
      this.#log.debug('The server had already exited.', String(error));
    }
    this.#setState('idle');
  }

  dispose(): void {
    void this.stop();
    this.#hints?.dispose();
    this.#states.dispose();
    this.#statuses.dispose();
    this.#agents.dispose();
  }

  /** Starts the server after a pause in milliseconds, and again as often as the policy allows. */
  #startIn(ms: number): Promise<BaseLanguageClient> {
    const running = this.#startRepeatedly(ms, () => this.#running === running);
    this.#running = running;
    return running;
  }

  async #startRepeatedly(ms: number, isCurrent: () => boolean): Promise<BaseLanguageClient> {
    for (let pause = ms; ; ) {
      this.#setState('starting');
      await (pause > 0 ? new Promise((resolve) => setTimeout(resolve, pause)) : undefined);
      try {
        if (!isCurrent()) throw new Error('The server was stopped while it was starting.');
        return await this.#start();
      } catch (error) {
        if (!isCurrent()) throw error;
        this.#log.error(
          'The server did not start.',
          error instanceof Error ? error : String(error),
        );
        const next = this.#policy.ended();
        if (next === null) {
          this.#giveUp();
          throw error;
        }
        pause = next;
      }
    }
  }

  async #start(): Promise<BaseLanguageClient> {
    const client = await this.#launch();
    logOnly(client);
    client.onDidChangeState(({ newState }) => this.#onClientState(client, newState));
    client.onNotification(statusMethod, (status: StatusParams) => this.#statuses.fire(status));
    client.onNotification(agentsChangedMethod, () => this.#agents.fire());
    client.onRequest(installedExtensionsMethod, installedExtensions);
    this.#hints?.dispose();
    this.#hints = hideHintsAtCaret(client);
    sendEachChangeOnce(client);
    dropLateSuggestions(client, { caretIn, isTriggering, neverShown });
    // Diagnostics are the first that a server sends for a document, long before its status.
    Object.assign(client.middleware, {
      handleDiagnostics: (
        uri: vscode.Uri,
        diagnostics: vscode.Diagnostic[],
        next: (uri: vscode.Uri, diagnostics: vscode.Diagnostic[]) => void,
      ): void => {
        this.#policy.worked();
        next(uri, diagnostics);
      },
    });
    await startOrFail(client);
    this.#client = client;
    this.#setState('running');
    return client;
  }

  /** The library reports the end of a server as a state, and starts none again: see `client-options.ts`. */
  #onClientState(client: BaseLanguageClient, state: BaseLanguageClient['state']): void {
    if (state !== clientState.stopped || client !== this.#client) return;
    this.#client = undefined;
    this.#log.error('The server has ended unexpectedly.');
    void client.dispose();
    const pause = this.#policy.ended();
    if (pause === null) {
      this.#giveUp();
      return;
    }
    // A failed start is reported by `#startIn`.
    this.#startIn(pause).then(
      () => this.#reportRestart(),
      () => undefined,
    );
  }

  #giveUp(): void {
    this.#running = undefined;
    this.#setState('stopped');
    const restart = t('Restart');
    void this.#show(
      showError,
      t('Dossier has stopped several times and is not started again.'),
      restart,
    ).then((chosen) => {
      if (chosen === restart) this.restart().catch(() => undefined);
    });
  }

  /** Once in a window: the output has every later restart. */
  #reportRestart(): void {
    if (this.#hasReportedRestart) return;
    this.#hasReportedRestart = true;
    void this.#show(showWarning, t('Dossier has stopped unexpectedly and was started again.'));
  }

  async #show(
    message: (text: string, ...actions: string[]) => Thenable<string | undefined>,
    text: string,
    ...actions: string[]
  ): Promise<string | undefined> {
    const output = t('Show Output');
    const chosen = await message(text, ...actions, output);
    if (chosen === output) this.#log.show(true);
    return chosen;
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#states.fire(state);
  }
}

/** Rejects if the server ends before the library has finished its start, also where the library would wait for ever. */
async function startOrFail(client: BaseLanguageClient): Promise<void> {
  let changes: vscode.Disposable | undefined;
  const ended = new Promise<never>((_, reject) => {
    changes = client.onDidChangeState(({ newState }) => {
      if (newState === clientState.stopped || newState === clientState.startFailed)
        reject(new Error('The server ended while it was starting.'));
    });
  });
  try {
    await Promise.race([client.start(), ended]);
  } catch (error) {
    client.dispose().catch(() => undefined);
    throw error;
  } finally {
    changes?.dispose();
  }
}

/** The library shows a message for a server that ends while it starts. Here the policy decides what is shown. */
function logOnly(client: BaseLanguageClient): void {
  const { error } = client;
  client.error = (message: string, data?: unknown): void =>
    error.call(client, message, data, false);
}

const caretIn = (document: vscode.TextDocument): vscode.Position | undefined => {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document ? editor.selection.active : undefined;
};

const installedExtensions = ({ extensions }: InstalledExtensions): InstalledExtensions => ({
  extensions: extensions.filter((id) => vscode.extensions.getExtension(id) !== undefined),
});

// Values of the library's `State`, repeated here so that this file does not load the library early.
const clientState = { stopped: 1, startFailed: 4 } as const;

/** State of the server. `idle`: not started yet, or stopped on request. `stopped`: failed to start, or exited unexpectedly. */
export type ServerState = 'idle' | 'starting' | 'running' | 'stopped';
