// A running Copilot CLI, spoken to over its own protocol: JSON-RPC with a length before each message.
import { spawn } from 'node:child_process';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly params?: {
    readonly sessionId?: string;
    readonly event?: { readonly type: string; readonly data: unknown };
  };
}

export interface Peer {
  readonly ask: (method: string, params?: object) => Promise<unknown>;
  /** The next event of that kind in that session. */
  readonly event: (session: string, type: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

const patience = 30_000;

export function peer(program: string, args: readonly string[], env: Record<string, string>): Peer {
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Set<(message: Message) => void>();
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-1000);
  });
  const send = (message: object): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const receive = (message: Message): void => {
    const { id, method } = message;
    if (id !== undefined && method === undefined) {
      waiting.get(id)?.(message);
      waiting.delete(id);
      return;
    }
    if (id !== undefined) send({ id, error: { code: -32601, message: 'not here' } });
    for (const listener of [...listeners]) listener(message);
  };
  child.stdout.on('data', messagesOf(receive));
  let last = 0;
  return {
    ask: (method, params = {}) =>
      inTime(
        `${method} is not answered`,
        () => complaints,
        (resolve, reject) => {
          const id = ++last;
          waiting.set(id, ({ result, error }) =>
            error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
          );
          send({ id, method, params });
        },
      ),
    event: (session, type) =>
      inTime(
        `${type} did not come`,
        () => complaints,
        (resolve) => {
          const listener = ({ params }: Message): void => {
            if (params?.sessionId !== session || params.event?.type !== type) return;
            listeners.delete(listener);
            resolve(params.event.data);
          };
          listeners.add(listener);
        },
      ),
    close: () =>
      new Promise((closed) => {
        if (child.exitCode !== null) return closed();
        child.once('exit', () => closed());
        child.stdin.end();
        child.kill('SIGKILL');
      }),
  };
}

function inTime(
  what: string,
  complaints: () => string,
  start: (resolve: (value: unknown) => void, reject: (error: Error) => void) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what}: ${complaints()}`)), patience);
    start(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

/** Splits the stream by the content lengths in its headers. */
function messagesOf(receive: (message: Message) => void): (chunk: Buffer) => void {
  let kept: Buffer = Buffer.alloc(0);
  return (chunk) => {
    kept = Buffer.concat([kept, chunk]);
    for (;;) {
      const end = kept.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(kept.subarray(0, end).toString())?.[1]);
      const from = end + 4;
      if (kept.length < from + length) return;
      const text = kept.subarray(from, from + length).toString('utf8');
      kept = kept.subarray(from + length);
      receive(JSON.parse(text) as Message);
    }
  };
}
