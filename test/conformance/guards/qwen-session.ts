// A session of Qwen Code in which a stand-in for the model makes some calls: which of them are asked about, denied or made.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ToolCall } from '../../../server/hosts/model/guards';
import { removeFolder } from '../oracles/remove-folder';
import { serverCommand } from '../oracles/served-tools';
import type { Call, FlowProgram, Laid } from './flow';
import { content, layProjectOf } from './laid';
import { type Result, refusedCalls } from './refused-calls';
import type { Answer } from './session';

const patience = 120_000;
/** A project with these settings, next to the home folder of its user. */
export const layProject = (settings: object): Laid =>
  layProjectOf('.qwen', (root) => {
    const server = serverCommand(root);
    return {
      // Those of a user need no approval.
      'home/.qwen/settings.json': JSON.stringify({
        security: { auth: { selectedType: 'openai' } },
        mcpServers: { server, other: server },
      }),
      'project/.qwen/settings.json': JSON.stringify(settings),
    };
  });

/** @param folder what holds `node_modules`. @param settings those of the project, without servers */
export async function holdQwen(
  folder: string,
  settings: object,
  calls: readonly ToolCall[],
): Promise<readonly Answer[]> {
  const { root, project } = layProject(settings);
  const model = await startModel(calls.map((call) => inputOf(call, project)));
  try {
    const { asked, results } = await talk(folder, root, model.port);
    return calls.map((_, index) => answerOf(asked.has(idOf(index)), results.get(idOf(index))));
  } finally {
    await model.close();
    removeFolder(root);
  }
}

function answerOf(isAsked: boolean, result: Result | undefined): Answer {
  if (isAsked) return '?';
  const text = JSON.stringify(result?.content ?? '');
  if (!result) return '.';
  if (
    /denied|not found in registry|not allowed|is disabled|is not available|requires permission/i.test(
      text,
    )
  )
    return '-';
  return result.is_error && /has not been read|must be|params/.test(text) ? '.' : '+';
}

const idOf = (index: number): string => `call_${index}x`;

export function inputOf({ tool, subject }: ToolCall, project: string): Call {
  const file = path.isAbsolute(subject) ? subject : `${project}/${subject}`;
  const inputs: Readonly<Record<string, object>> = {
    run_shell_command: { command: subject, description: 'd', is_background: false },
    read_file: { file_path: file },
    edit: { file_path: file, old_string: content.trim(), new_string: 'bye' },
    write_file: { file_path: file, content },
    web_fetch: { url: subject, prompt: 'p' },
    skill: { skill: subject },
    glob: { pattern: subject },
    grep_search: { pattern: subject },
  };
  return { name: tool, input: inputs[tool] ?? {} };
}

/** The code of the program that decides. */
export const qwenFlow: FlowProgram = {
  ...{ name: 'Qwen Code', script: 'qwen-flow.mjs', parts: '@qwen-code/qwen-code/chunks' },
  environment: {
    OPENAI_API_KEY: 'none',
    OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
    OPENAI_MODEL: 'stand-in',
  },
  ...{ layProject, inputOf },
};

/** It reads all files first, because a file can be changed only then, and makes the calls at once. */
async function startModel(
  calls: readonly Call[],
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const readings = calls.flatMap(({ name, input }) =>
    name === 'edit' ? [{ name: 'read_file', input: { file_path: Object.values(input)[0] } }] : [],
  );
  const turns = [...(readings.length > 0 ? [readings] : []), calls];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as {
      readonly tools?: readonly unknown[];
    };
    // Requests without tools are for titles and summaries.
    const turn = (body.tools ?? []).length > 0 ? turns.shift() : undefined;
    const isLast = turn === calls;
    const message = turn
      ? {
          ...{ role: 'assistant', content: null },
          tool_calls: turn.map(({ name, input }, index) => ({
            ...{ index, id: isLast ? idOf(index) : `read_${index}`, type: 'function' },
            function: { name, arguments: JSON.stringify(input) },
          })),
        }
      : { role: 'assistant', content: 'ok' };
    const base = {
      ...{ id: 'x', created: 1, model: 'stand-in', object: 'chat.completion.chunk' },
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    };
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const [delta, reason] of [
      [message, null],
      [{}, turn ? 'tool_calls' : 'stop'],
    ])
      outgoing.write(
        `data: ${JSON.stringify({ ...base, choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`,
      );
    outgoing.end('data: [DONE]\n\n');
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

function talk(folder: string, root: string, port: number) {
  const program = path.join(folder, 'node_modules/@qwen-code/qwen-code/cli.js');
  const words = ['--input-format', 'stream-json', '--output-format', 'stream-json'];
  const child = spawn(process.execPath, [program, ...words], {
    cwd: path.join(root, 'project'),
    env: {
      ...{ PATH: process.env['PATH'], HOME: path.join(root, 'home'), LANG: 'C.UTF-8' },
      OPENAI_API_KEY: 'none',
      OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
      OPENAI_MODEL: 'stand-in',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return refusedCalls(child, { name: 'Qwen Code', patience, pause: 0 });
}
