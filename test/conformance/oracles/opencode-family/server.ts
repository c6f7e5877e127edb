// A running server of OpenCode or one of its family, closed off from the world, and questions to it.
import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { closedOff } from './closed-off';

export interface Reply {
  readonly status: number;
  /** Undefined where the answer is no JSON. */
  readonly body: unknown;
}

export interface Server {
  readonly version: string;
  readonly get: (route: string, folder: string) => Promise<Reply>;
  readonly post: (route: string, folder: string, content: object) => Promise<Reply>;
  /** Forgets what it knows of a folder. */
  readonly forget: (folder: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const patience = 60_000;

/** Where a program of the family serves. */
export interface Served {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Starts the server of a program, closed off from the world. Throws an error with its output where it does not start. */
export async function serve(program: string, home: string, cwd: string): Promise<Served> {
  const port = await freePort();
  const args = ['serve', '--port', String(port), '--hostname', '127.0.0.1'];
  const child = spawn(program, args, {
    cwd,
    env: closedOff(home),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-2000);
    });
  const until = Date.now() + patience;
  while (!/listening on/.test(output)) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`no server: ${output}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
  return { port, close: () => ended(child) };
}

export async function startServer(program: string, home: string, cwd: string): Promise<Server> {
  const { port, close } = await serve(program, home, cwd);
  const get = (route: string, folder?: string): Promise<Reply> => ask(port, 'GET', route, folder);
  const health = (await get('/global/health')).body as { version?: string } | undefined;
  return {
    version: health?.version ?? '',
    get,
    post: (route, folder, content) => ask(port, 'POST', route, folder, content),
    forget: async (folder) => {
      await ask(port, 'POST', '/instance/dispose', folder).catch(() => undefined);
    },
    close,
  };
}

async function ask(
  port: number,
  method: string,
  route: string,
  folder?: string,
  content?: object,
): Promise<Reply> {
  const query = folder === undefined ? '' : `?directory=${encodeURIComponent(folder)}`;
  const response = await fetch(`http://127.0.0.1:${port}${route}${query}`, {
    method,
    ...(content && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(content),
    }),
    signal: AbortSignal.timeout(patience),
  });
  const text = await response.text();
  return { status: response.status, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });

export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
