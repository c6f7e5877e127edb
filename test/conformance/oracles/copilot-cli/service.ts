// A stand-in for the model provider on 127.0.0.1: it records the last request and answers "ok".
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChatRequest {
  readonly stream?: boolean;
  readonly tools?: readonly { readonly function?: { readonly name: string } }[];
}

export interface Service {
  readonly port: number;
  /** The requests since the last time it was asked. */
  readonly taken: () => readonly ChatRequest[];
  readonly close: () => void;
}

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
const base = { id: 'c', created: 1, model: 'stand-in' };

export async function startService(): Promise<Service> {
  let requests: ChatRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      if (!incoming.url?.endsWith('/chat/completions')) {
        outgoing.setHeader('content-type', 'application/json');
        outgoing.end('{"object":"list","data":[{"id":"stand-in","object":"model"}]}');
        return;
      }
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ChatRequest;
      requests.push(body);
      if (!body.stream) {
        const choices = [
          { index: 0, message: { role: 'assistant', content: 'ok' }, finish_reason: 'stop' },
        ];
        outgoing.setHeader('content-type', 'application/json');
        outgoing.end(JSON.stringify({ ...base, object: 'chat.completion', choices, usage }));
        return;
      }
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
      const send = (choices: readonly object[], more: object = {}): void => {
        outgoing.write(
          `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices, ...more })}\n\n`,
        );
      };
      send([{ index: 0, delta: { role: 'assistant', content: 'ok' }, finish_reason: null }]);
      send([{ index: 0, delta: {}, finish_reason: 'stop' }]);
      send([], { usage });
      outgoing.end('data: [DONE]\n\n');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    taken: () => {
      const found = requests;
      requests = [];
      return found;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
