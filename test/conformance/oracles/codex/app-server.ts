// The app server of Codex, which answers by requests on its standard input, without a session.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { noNetwork } from '../no-network';

/** Milliseconds until it is stopped. */
const patience = 60_000;

/** Sends a request. @throws if the server answers with an error or ends */
export type AskServer = (method: string, params: object) => Promise<unknown>;

interface Start {
  readonly program: string;
  readonly home: string;
  /** Where it is started. */
  readonly folder: string;
  /** Projects that the user trusts. */
  readonly trusted: readonly string[];
}

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Starts the server, and stops it when `use` has ended. */
export async function inAppServer<T>(
  { program, home, folder, trusted }: Start,
  use: (ask: AskServer) => Promise<T>,
): Promise<T> {
  mkdirSync(path.join(home, '.codex'), { recursive: true });
  const trust = trusted.map(
    (project) => `[projects.${JSON.stringify(project)}]\ntrust_level = "trusted"\n`,
  );
  writeFileSync(path.join(home, '.codex/config.toml'), trust.join(''));
  const child = spawn(program, ['app-server'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      CODEX_HOME: path.join(home, '.codex'),
      ...noNetwork,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const waiting = new Map<number, (message: Message) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', () => reject(new Error('Codex ended before it answered')));
  });
  // Its end is an error only where an answer is missing.
  ended.catch(() => {});
  let last = 0;
  const send = (message: object): void => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  const answerTo: AskServer = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
      );
      send({ id, method, params });
    });
  const ask: AskServer = (method, params) => Promise.race([answerTo(method, params), ended]);
  try {
    const clientInfo = { name: 'dossier', title: 'Dossier', version: '1' };
    await ask('initialize', { clientInfo });
    send({ method: 'initialized' });
    return await use(ask);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}
