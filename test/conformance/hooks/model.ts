// A stand-in for the models of several programs on 127.0.0.1. It plays a script of tool calls, one for each request of the session,
// and keeps the text of every request.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  readonly name: string;
  /** A text for tools without named parameters. */
  readonly input: object | string;
}

export interface Model {
  readonly port: number;
  /** The bodies of the requests of the session, in order. The first comes before all calls. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

type Answer = (call: Call | null, body: Body, outgoing: ServerResponse, id: string) => void;

interface Body {
  readonly model?: string;
  readonly stream?: boolean;
  /** Requests without tools are for titles and summaries. */
  readonly tools?: readonly unknown[];
}

const json = (outgoing: ServerResponse, value: unknown): void => {
  outgoing.writeHead(200, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(value));
};

const events = (
  outgoing: ServerResponse,
  list: readonly (readonly [type: string | null, data: object])[],
  end = '',
): void => {
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const [type, data] of list)
    outgoing.write(
      `${type === null ? '' : `event: ${type}\n`}data: ${JSON.stringify(type === null ? data : { type, ...data })}\n\n`,
    );
  outgoing.end(end);
};

/** Messages of Anthropic. */
const messages: Answer = (call, { model }, outgoing, id) => {
  const usage = { input_tokens: 1, output_tokens: 1 };
  const block = call
    ? { type: 'tool_use', id, name: call.name, input: {} }
    : { type: 'text', text: '' };
  const delta = call
    ? { type: 'input_json_delta', partial_json: JSON.stringify(call.input) }
    : { type: 'text_delta', text: 'ok' };
  const message = { id, type: 'message', role: 'assistant', model, usage };
  events(outgoing, [
    ['message_start', { message: { ...message, content: [], stop_reason: null } }],
    ['content_block_start', { index: 0, content_block: block }],
    ['content_block_delta', { index: 0, delta }],
    ['content_block_stop', { index: 0 }],
    ['message_delta', { delta: { stop_reason: call ? 'tool_use' : 'end_turn' }, usage }],
    ['message_stop', {}],
  ]);
};

/** Chat completions of OpenAI. */
const chat: Answer = (call, { model, stream }, outgoing, id) => {
  const finish = call ? 'tool_calls' : 'stop';
  const text = call ? JSON.stringify(call.input) : '';
  const calls = call && [
    { index: 0, id, type: 'function', function: { name: call.name, arguments: text } },
  ];
  const message = call
    ? { role: 'assistant', content: null, tool_calls: calls }
    : { role: 'assistant', content: 'ok' };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  const base = { id, created: 1, model };
  if (!stream)
    return json(outgoing, {
      ...{ ...base, object: 'chat.completion', usage },
      choices: [{ index: 0, message: message, finish_reason: finish }],
    });
  const chunk = (delta: object, reason: string | null): [null, object] => [
    null,
    {
      ...{ ...base, object: 'chat.completion.chunk', usage },
      choices: [{ index: 0, delta, finish_reason: reason }],
    },
  ];
  events(outgoing, [chunk(message, null), chunk({}, finish)], 'data: [DONE]\n\n');
};

/** Responses of OpenAI. */
const responses: Answer = (call, _, outgoing, id) => {
  const message = {
    ...{ type: 'message', id, role: 'assistant' },
    content: [{ type: 'output_text', text: 'ok' }],
  };
  const item =
    call === null
      ? message
      : typeof call.input === 'string'
        ? { type: 'custom_tool_call', id, call_id: id, name: call.name, input: call.input }
        : {
            ...{ type: 'function_call', id, call_id: id, name: call.name },
            arguments: JSON.stringify(call.input),
          };
  const usage = {
    ...{ input_tokens: 1, output_tokens: 1, total_tokens: 2 },
    input_tokens_details: { cached_tokens: 0 },
    output_tokens_details: { reasoning_tokens: 0 },
  };
  events(outgoing, [
    ['response.created', { response: { id } }],
    ['response.output_item.done', { output_index: 0, item }],
    ['response.completed', { response: { id, usage, output: [item] } }],
  ]);
};

/** Contents of Gemini. */
const contents: Answer = (call, _, outgoing) => {
  const part = call ? { functionCall: { name: call.name, args: call.input } } : { text: 'ok' };
  const content = { role: 'model', parts: [part] };
  events(outgoing, [
    [
      null,
      {
        candidates: [{ content, finishReason: 'STOP', index: 0 }],
        usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 },
      },
    ],
  ]);
};

const answers: readonly (readonly [path: RegExp, answer: Answer])[] = [
  [/\/v1\/messages(?:\?|$)/, messages],
  [/\/chat\/completions$/, chat],
  [/\/responses$/, responses],
  [/:streamGenerateContent/, contents],
];

/** @param onRequest called with the number of requests of the session, before each answer */
export async function startModel(
  calls: readonly Call[],
  onRequest: (count: number) => void = () => {},
): Promise<Model> {
  const requests: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const text = await textOf(incoming);
    const answer = answers.find(([path]) => path.test(incoming.url ?? ''))?.[1];
    if (incoming.url?.endsWith('/models'))
      return json(outgoing, { object: 'list', data: [{ id: 'stand-in', object: 'model' }] });
    if (!answer) {
      outgoing.writeHead(404);
      outgoing.end('{}');
      return;
    }
    const body = JSON.parse(text) as Body;
    if ((body.tools ?? []).length === 0) return answer(null, body, outgoing, 'other');
    const call = calls[requests.length] ?? null;
    requests.push(text);
    onRequest(requests.length);
    answer(call, body, outgoing, `call_${requests.length}`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
