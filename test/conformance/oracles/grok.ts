// Grok Build answers by its list of agents, and by a session with the agent: why it does not load a file, and with which prompt
// and tools it calls the model. The model is a server in this process.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Facts, facts, names, quoted } from '../facts';
import type { Oracle } from '../oracle';
import type { Question } from '../question';
import { servedFact, serverCommand, serversOf } from './served-tools';

export const version = '1.0.41';

/** So many sessions run side by side. */
const atOnce = 3;

export const grok: Oracle = {
  host: 'grok',
  answers: {
    part: 'program',
    how: 'Its list of agents, and a session with each agent, whose request to the model shows prompt and tools.',
    license: 'Apache-2.0',
  },
  packages: [{ name: '@xai-official/grok-linux-x64', version }],
  start: async (folder) => {
    const program = programBelow(folder);
    const desks = await Promise.all(Array.from({ length: atOnce }, () => newDesk(program)));
    return {
      version,
      ask: async (questions) => {
        const answers: Facts[] = [];
        let next = 0;
        const work = async (desk: Desk): Promise<void> => {
          for (let at = next++; at < questions.length; at = next++) {
            const question = questions[at];
            if (question) answers[at] = await answer(desk, question);
          }
        };
        await Promise.all(desks.map(work));
        return answers;
      },
      close: async () => {
        for (const { server, folder: own } of desks) {
          server.close();
          server.closeAllConnections();
          rmSync(own, { recursive: true, force: true });
        }
      },
    };
  },
};

/** The program, which is compressed in its package. */
export function programBelow(installed: string): string {
  const folder = path.join(installed, 'node_modules/@xai-official/grok-linux-x64/bin');
  const program = path.join(folder, 'grok');
  if (!existsSync(program)) {
    const bytes = brotliDecompressSync(readFileSync(path.join(folder, 'grok.br')));
    writeFileSync(program, bytes, { mode: 0o755 });
  }
  return program;
}

/** A home folder and a model of its own, so that several questions can be asked at once. */
interface Desk {
  readonly program: string;
  readonly folder: string;
  readonly server: Server;
  /** What the model was sent since it was last emptied. */
  readonly requests: Request[];
  /** Ends the session, once its request is known. */
  end: () => void;
  /** Whether the model looks for tools of servers before its answer. */
  searches: boolean;
}

interface Request {
  readonly messages?: readonly Message[];
  readonly tools?: readonly { readonly function: { readonly name: string } }[];
}

interface Message {
  readonly role: string;
  readonly content: unknown;
}

async function newDesk(program: string): Promise<Desk> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-grok-'));
  const requests: Request[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += String(part);
    });
    request.on('end', () => {
      reply(request.url ?? '', text, response, desk);
      if (desk.searches ? requests.some(hasResult) : mainOf(requests)) desk.end();
    });
  });
  const desk: Desk = { program, folder, server, requests, end: () => {}, searches: false };
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  mkdirSync(path.join(folder, 'home/.grok'), { recursive: true });
  return desk;
}

/** The settings of a session with these servers. */
function writeSettings({ folder, server }: Desk, servers: readonly string[]): void {
  const { port } = server.address() as AddressInfo;
  const { command, args } = serverCommand(folder);
  const defined = servers.map(
    (name) =>
      `[mcp_servers.${name}]\ncommand = ${JSON.stringify(command)}\nargs = ${JSON.stringify(args)}\n`,
  );
  const text = [settingsWith(`http://127.0.0.1:${port}/v1`), ...defined].join('');
  writeFileSync(path.join(folder, 'home/.grok/config.toml'), text);
}

/** The settings of the user, whose model is a server at the address. */
export const settingsWith = (address: string): string => `[models]
default = "stub"
[model.stub]
model = "stub"
base_url = "${address}"
api_key = "none"
api_backend = "chat_completions"
context_window = 200000
`;

/** Whether the model has been given the tools that it looked for. */
const hasResult = ({ messages = [] }: Request): boolean =>
  messages.some(({ role }) => role === 'tool');

const search = {
  index: 0,
  id: 'search',
  type: 'function',
  function: {
    name: 'search_tool',
    arguments: JSON.stringify({ query: 'tickets notes list delete', limit: 20 }),
  },
};

/** The model answers "ok" to everything, after it has looked for tools of servers where it should. */
function reply(
  url: string,
  text: string,
  response: ServerResponse,
  { requests, searches }: Desk,
): void {
  if (!url.endsWith('/chat/completions')) {
    response.writeHead(404).end('{}');
    return;
  }
  const request = JSON.parse(text) as Request;
  requests.push(request);
  const isMain = mainOf([request]) !== undefined;
  const part = (delta: object, reason: string | null): string =>
    `data: ${JSON.stringify({
      id: '1',
      object: 'chat.completion.chunk',
      created: 1,
      model: 'stub',
      choices: [{ index: 0, delta, finish_reason: reason }],
    })}\n\n`;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if (searches && isMain && !hasResult(request))
    response.end(
      `${part({ role: 'assistant', tool_calls: [search] }, null)}${part({}, 'tool_calls')}data: [DONE]\n\n`,
    );
  else
    response.end(
      `${part({ role: 'assistant', content: 'ok' }, null)}${part({}, 'stop')}data: [DONE]\n\n`,
    );
}

/** Requests fail at once, instead of after a time limit where there is no network. */
export const noNetwork = { HTTPS_PROXY: 'http://127.0.0.1:9' };

function run(desk: Desk, words: readonly string[]): Promise<string> {
  const { program, folder } = desk;
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: path.join(folder, 'project'),
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: path.join(folder, 'home'),
        GROK_DISABLE_AUTOUPDATER: '1',
        ...noNetwork,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    });
    let text = '';
    child.stdout.on('data', (part) => {
      text += String(part);
    });
    child.stderr.on('data', (part) => {
      text += String(part);
    });
    desk.end = () => {
      child.kill('SIGKILL');
    };
    child.on('close', () => resolve(text));
  });
}

interface Listed {
  readonly name: string;
  readonly description: string;
  readonly source: { readonly path?: string };
}

async function answer(desk: Desk, question: Question): Promise<Facts> {
  const { path: file, text, brief } = question;
  const servers = serversOf(question) ?? [];
  writeSettings(desk, servers);
  desk.searches = servers.length > 0;
  const root = path.join(desk.folder, 'project');
  const isUsers = file.startsWith('~/');
  const own = isUsers ? path.join(desk.folder, 'home', file.slice(2)) : path.join(root, file);
  rmSync(root, { recursive: true, force: true });
  // Without a mark, the program would take the project for a part of another one.
  mkdirSync(path.join(root, '.git'), { recursive: true });
  mkdirSync(path.dirname(own), { recursive: true });
  writeFileSync(own, text);
  try {
    const shown = await run(desk, ['inspect', '--json']);
    const { agents } = JSON.parse(shown) as { agents: readonly Listed[] };
    const listed = agents.find(({ source }) => source.path !== undefined);
    if (brief) return listed ? listFacts(listed) : { agent: 'no' };
    desk.requests.length = 0;
    const output = await run(desk, ['--agent', own, '-p', 'x']);
    const refused = refusedIn(output);
    if (!listed) return refused === null ? { agent: 'no' } : { agent: 'no', refused };
    const found = servedFact(question, foundIn(desk.requests));
    return { ...listFacts(listed), ...sessionFacts(desk.requests), ...found };
  } finally {
    if (isUsers) rmSync(own, { force: true });
  }
}

const listFacts = ({ name, description }: Listed): Facts =>
  facts({ agent: 'yes', name: quoted(name), description: quoted(description) });

/** Every tool of a session without limits, under the name that an agent file uses. */
const usual: Readonly<Record<string, string>> = {
  run_terminal_command: 'run_terminal_cmd',
  read_file: 'read_file',
  search_replace: 'search_replace',
  list_dir: 'list_dir',
  grep: 'grep',
  kill_command_or_subagent: 'kill_task',
  todo_write: 'todo_write',
  get_command_or_subagent_output: 'get_task_output',
  wait_commands_or_subagents: 'wait_tasks',
  spawn_subagent: 'task',
  scheduler_create: 'scheduler_create',
  scheduler_delete: 'scheduler_delete',
  scheduler_list: 'scheduler_list',
  monitor: 'monitor',
  search_tool: 'search_tool',
  use_tool: 'use_tool',
  workflow: 'workflow',
  image_gen: 'image_gen',
  image_edit: 'image_edit',
  image_to_video: 'image_to_video',
  reference_to_video: 'reference_to_video',
  write: 'write',
  enter_plan_mode: 'enter_plan_mode',
  exit_plan_mode: 'exit_plan_mode',
  ask_user_question: 'ask_user_question',
};

/** The request for an answer. Another one asks for the title of the session. */
const mainOf = (requests: readonly Request[]): Request | undefined =>
  requests.find(({ tools = [] }) =>
    tools.every(({ function: { name } }) => name !== 'session_title'),
  );

function sessionFacts(requests: readonly Request[]): Facts {
  const main = mainOf(requests);
  if (!main) return { runs: 'no' };
  const given = (main.tools ?? []).map(({ function: { name } }) => usual[name] ?? name);
  const missing = Object.values(usual).filter((name) => !given.includes(name));
  return {
    runs: 'yes',
    tools: toolFact(given, missing),
    prompt: String(promptIn(main).length),
  };
}

/** The tools of servers that the session finds for the agent. */
const foundIn = (requests: readonly Request[]): readonly string[] => {
  const results = requests.find(hasResult)?.messages?.find(({ role }) => role === 'tool')?.content;
  return [...JSON.stringify(results ?? '').matchAll(/tool_name[^\w]+(\w+)/g)].map(
    ([, name]) => `mcp__${name}`,
  );
};

/** An agent with most of the tools is described by those that it lacks. */
const toolFact = (given: readonly string[], missing: readonly string[]): string =>
  given.length < missing.length ? names(given) : `all but ${names(missing)}`;

/** The prompt of the agent follows that of the program, or replaces it. */
function promptIn({ messages = [] }: Request): string {
  const system = messages.find(({ role }) => role === 'system')?.content;
  const text = typeof system === 'string' ? system : '';
  const end = '</formatting>';
  const isOwn = text.startsWith('You are Grok released by xAI.') && text.includes(end);
  return isOwn ? text.slice(text.indexOf(end) + end.length).replace(/^\n\n/, '') : text;
}

/** What the program names as the cause; null for an agent that it loads. */
function refusedIn(output: string): string | null {
  const [, message] = /failed to parse agent definition: ([\s\S]*)/.exec(output) ?? [];
  if (message === undefined) return null;
  if (/^missing (?:closing )?frontmatter delimiter/.test(message)) return 'fence';
  if (message.startsWith('duplicate field')) return 'duplicate';
  const [, key] =
    /^missing field `(\w+)`/.exec(message) ??
    /^(\w+)(?:[.[][^:\s]*)?: (?:invalid|unknown (?:variant|field)|missing|duplicate|\w+ (?:map |entry |inline config ).*must)/.exec(
      message,
    ) ??
    /^(\w+) must be /.exec(message) ??
    [];
  return key ?? 'yaml';
}
