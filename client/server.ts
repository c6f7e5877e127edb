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
} from '../server/protocol';
import { hideHintsAtCaret } from './caret-hints';

/** Creates a client without starting it. */
export type Launcher = () => Promise<BaseLanguageClient>;

export class Server implements vscode.Disposable {
  readonly #launch: Launcher;
  readonly #log: vscode.LogOutputChannel;
  readonly #states = new vscode.EventEmitter<ServerState>();
  readonly #statuses = new vscode.EventEmitter<StatusParams>();
  readonly #agents = new vscode.EventEmitter<void>();
  #state: ServerState = 'idle';
  #hints: vscode.Disposable | undefined;
  #running: Promise<BaseLanguageClient> | undefined;

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
    this.#running ??= this.#start().catch((error: unknown) => {
      this.#running = undefined;
      this.#log.error('The server did not start.', error instanceof Error ? error : String(error));
      this.#setState('stopped');
      throw error;
    });
    return this.#running;
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
    if (!running) return;
    try {
      const client = await running;
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

  async #start(): Promise<BaseLanguageClient> {
    this.#setState('starting');
    const client = await this.#launch();
    client.onDidChangeState(({ newState }) => this.#onClientState(client, newState));
    client.onNotification(statusMethod, (status: StatusParams) => this.#statuses.fire(status));
    client.onNotification(agentsChangedMethod, () => this.#agents.fire());
    client.onRequest(installedExtensionsMethod, installedExtensions);
    this.#hints?.dispose();
    this.#hints = hideHintsAtCaret(client);
    await client.start();
    return client;
  }

  // The library restarts a crashed server a few times, so the state can also change after the first start.
  #onClientState(client: BaseLanguageClient, state: BaseLanguageClient['state']): void {
    if (state === clientState.running) this.#setState('running');
    else if (state === clientState.starting) this.#setState('starting');
    else void this.#checkStopped(client);
  }

  async #checkStopped(client: BaseLanguageClient): Promise<void> {
    const running = await this.#running?.catch(() => undefined);
    if (running === client) this.#setState('stopped');
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#states.fire(state);
  }
}

const installedExtensions = ({ extensions }: InstalledExtensions): InstalledExtensions => ({
  extensions: extensions.filter((id) => vscode.extensions.getExtension(id) !== undefined),
});

// Values of the library's `State`, repeated here so that this file does not load the library early.
const clientState = { running: 2, starting: 3 } as const;

/** State of the server. `idle`: not started yet, or stopped on request. `stopped`: failed to start, or exited unexpectedly. */
export type ServerState = 'idle' | 'starting' | 'running' | 'stopped';
