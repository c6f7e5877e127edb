// A provider of models on this machine: it answers every request and records which models were asked.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Provider {
  /** Without a slash at the end. What follows it in a request is the provider's name. */
  readonly address: string;
  /** As `provider/model`, once there are so many, or after a while. */
  readonly asked: (count: number) => Promise<readonly string[]>;
  /** What it was sent, as JSON. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** In milliseconds. */
const longest = 10_000;

export async function startProvider(): Promise<Provider> {
  const asked: string[] = [];
  const requests: string[] = [];
  let received = (): void => {};
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      if (body === '') {
        response.writeHead(404).end('{}');
        return;
      }
      requests.push(body);
      const { model } = JSON.parse(body) as { readonly model: string };
      asked.push(`${request.url?.split('/')[1] ?? ''}/${model}`);
      received();
      const part = (delta: object, end: string | null): string =>
        `data: ${JSON.stringify({
          ...{ id: '1', object: 'chat.completion.chunk', created: 1, model },
          choices: [{ index: 0, delta, finish_reason: end }],
        })}\n\n`;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(part({ role: 'assistant', content: 'hi' }, null));
      response.end(`${part({}, 'stop')}data: [DONE]\n\n`);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    requests,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: (count) =>
      new Promise((done) => {
        const end = (): void => {
          clearTimeout(timer);
          done(asked);
        };
        const timer = setTimeout(end, longest);
        received = () => {
          if (asked.length >= count) end();
        };
        received();
      }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
