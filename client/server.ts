// The server as the rest of the client sees it: it starts when it is first wanted, says how it is, and can be started anew.
// How it runs (process or worker) is known only to the launcher that is handed in.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { agentsChangedMethod, type StatusParams, statusMethod } from '../server/protocol';
import type { ServerState } from './server-state';

/** Makes a client that is not started yet. */
export type Launcher = () => Promise<BaseLanguageClient>;

export class Server implements vscode.Disposable {
  readonly #launch: Launcher;
  readonly #log: vscode.LogOutputChannel;
  readonly #states = new vscode.EventEmitter<ServerState>();
  readonly #statuses = new vscode.EventEmitter<StatusParams>();
  readonly #agents = new vscode.EventEmitter<void>();
  #state: ServerState = 'idle';
  #running: Promise<BaseLanguageClient> | undefined;

  /** Fires when the server starts, runs or stops. */
  readonly onState = this.#states.event;
  /** Fires when the server has judged a document. */
  readonly onStatus = this.#statuses.event;
  /** Fires when the agents of the workspace are not those any more that the server was asked for. */
  readonly onAgents = this.#agents.event;

  constructor(launch: Launcher, log: vscode.LogOutputChannel) {
    this.#launch = launch;
    this.#log = log;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** The running client. Starts it at the first call; a failed start is tried anew at the next. */
  ready(): Promise<BaseLanguageClient> {
    this.#running ??= this.#start().catch((error: unknown) => {
      this.#running = undefined;
      this.#log.error('The server did not start.', error instanceof Error ? error : String(error));
      this.#become('stopped');
      throw error;
    });
    return this.#running;
  }

  /** One of our own requests. */
  async request<Answer>(method: string, params: object): Promise<Answer> {
    const client = await this.ready();
    return client.sendRequest<Answer>(method, params);
  }

  /** One of our own notifications, for a server that runs. */
  async notify(method: string, params: object): Promise<void> {
    const client = await this.ready();
    await client.sendNotification(method, params);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.ready();
  }

  /** Ends the server and waits for its end. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    if (!running) return;
    try {
      const client = await running;
      await client.dispose();
    } catch (error) {
      // It was not running any more, which is what was asked for.
      this.#log.debug('The server was already gone.', String(error));
    }
    this.#become('idle');
  }

  dispose(): void {
    void this.stop();
    this.#states.dispose();
    this.#statuses.dispose();
    this.#agents.dispose();
  }

  async #start(): Promise<BaseLanguageClient> {
    this.#become('starting');
    const client = await this.#launch();
    client.onDidChangeState(({ newState }) => this.#follow(client, newState));
    client.onNotification(statusMethod, (status: StatusParams) => this.#statuses.fire(status));
    client.onNotification(agentsChangedMethod, () => this.#agents.fire());
    await client.start();
    return client;
  }

  // The library restarts a crashed server by itself a few times, so states come after the first start too.
  #follow(client: BaseLanguageClient, state: BaseLanguageClient['state']): void {
    if (state === stateNumbers.running) this.#become('running');
    else if (state === stateNumbers.starting) this.#become('starting');
    else void this.#mayBeGone(client);
  }

  async #mayBeGone(client: BaseLanguageClient): Promise<void> {
    const running = await this.#running?.catch(() => undefined);
    if (running === client) this.#become('stopped');
  }

  #become(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#states.fire(state);
  }
}

// The library's `State`, written out so that this file does not load the library before it is wanted.
const stateNumbers = { running: 2, starting: 3 } as const;
