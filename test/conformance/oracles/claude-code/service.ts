// A stand-in for the model service on 127.0.0.1: it records every request, makes the main agent call the agents in question,
// and answers "ok" to every other one.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Request {
  readonly model: string;
  readonly stream?: boolean;
  readonly tools?: readonly { readonly name: string }[];
  readonly system?: string | readonly { readonly text: string }[];
  readonly messages?: readonly { readonly content: unknown }[];
}

export type Block =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'tool_use';
      readonly id: string;
      readonly name: string;
      readonly input: object;
    };

export interface Service {
  readonly port: number;
  /** What the agents were started with, by the number of the call. */
  readonly requests: ReadonlyMap<number, Request>;
  /** Every request, in order. */
  readonly all: () => readonly Request[];
  /** Names to call at the next request of the main agent. */
  readonly call: (agents: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

const mark = /DOSSIER-CALL:(\d+)\./;
export const callId = (number: number): string => `toolu_${number}`;

export async function startService(): Promise<Service> {
  const requests = new Map<number, Request>();
  const all: Request[] = [];
  let waiting: readonly string[] = [];
  const answer = (body: Request): readonly Block[] => {
    const called = mark.exec(JSON.stringify(body.messages?.[0] ?? ''))?.[1];
    if (called !== undefined && !requests.has(Number(called))) requests.set(Number(called), body);
    const delegates = body.tools?.some((tool) => tool.name === 'Agent') ?? false;
    if (called !== undefined || !delegates || waiting.length === 0)
      return [{ type: 'text', text: 'ok' }];
    const calls = waiting.map((agent, number): Block => callOf(agent, number));
    waiting = [];
    return calls;
  };
  const { port, close } = await answering((body) => {
    all.push(body);
    return answer(body);
  });
  return {
    port,
    requests,
    all: () => all,
    call: (agents) => {
      waiting = agents;
    },
    close,
  };
}

/** A model that answers each request with these blocks. */
export async function answering(
  answer: (body: Request) => readonly Block[],
): Promise<Pick<Service, 'port' | 'close'>> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      if (incoming.method !== 'POST' || !/^\/v1\/messages(?:\?|$)/.test(incoming.url ?? ''))
        return refuse(outgoing);
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Request;
      reply(outgoing, body, answer(body));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

const callOf = (agent: string, number: number): Block => ({
  type: 'tool_use',
  id: callId(number),
  name: 'Agent',
  input: {
    description: `call ${number}`,
    prompt: `DOSSIER-CALL:${number}.`,
    subagent_type: agent,
  },
});

function refuse(outgoing: ServerResponse): void {
  outgoing.writeHead(404, { 'content-type': 'application/json' });
  outgoing.end('{"type":"error","error":{"type":"not_found_error","message":"not here"}}');
}

const usage = { input_tokens: 1, output_tokens: 1 };

function reply(
  outgoing: ServerResponse,
  { model, stream }: Request,
  blocks: readonly Block[],
): void {
  const stop = blocks.some((block) => block.type === 'tool_use') ? 'tool_use' : 'end_turn';
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model, usage };
  if (!stream) {
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.end(
      JSON.stringify({ ...message, content: blocks, stop_reason: stop, stop_sequence: null }),
    );
    return;
  }
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (type: string, more: object = {}): void => {
    outgoing.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`);
  };
  send('message_start', {
    message: { ...message, content: [], stop_reason: null, stop_sequence: null },
  });
  blocks.forEach((block, index) => {
    const start = block.type === 'text' ? { ...block, text: '' } : { ...block, input: {} };
    const delta =
      block.type === 'text'
        ? { type: 'text_delta', text: block.text }
        : { type: 'input_json_delta', partial_json: JSON.stringify(block.input) };
    send('content_block_start', { index, content_block: start });
    send('content_block_delta', { index, delta });
    send('content_block_stop', { index });
  });
  send('message_delta', { delta: { stop_reason: stop, stop_sequence: null }, usage });
  send('message_stop');
  outgoing.end();
}
