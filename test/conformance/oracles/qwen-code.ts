// Qwen Code answers by its manager of agents, which one part of its bundle exports.
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Facts, facts, listed, names, quoted } from '../facts';
import type { Oracle } from '../oracle';
import type { Question } from '../question';
import { namesServed, servedFact } from './served-tools';

export const version = '0.24.4';

interface Agent {
  readonly name: string;
  readonly description: string;
  readonly systemPrompt: string;
  readonly tools?: readonly string[];
  readonly disallowedTools?: readonly string[];
  readonly model?: string;
  readonly color?: string;
  readonly approvalMode?: string;
  readonly background?: boolean;
  readonly mcpServers?: object;
  readonly hooks?: object;
  readonly executor?: { readonly kind: string };
  readonly executionBackend?: string;
}

interface Runtime {
  readonly runConfig: { readonly max_turns?: number; readonly max_time_minutes?: number };
  readonly modelConfig: { readonly model?: string };
  readonly toolConfig?: {
    readonly tools: readonly string[];
    readonly disallowedTools?: readonly string[];
  };
}

interface Manager {
  readonly parseSubagentFile: (file: string, level: string) => Promise<Agent>;
  readonly listSubagents: (options: { level?: string; force: true }) => Promise<readonly Agent[]>;
  readonly loadSubagent: (name: string) => Promise<Agent | null>;
  readonly convertToRuntimeConfig: (agent: object) => Promise<Runtime>;
}

/** An agent as a session starts it. */
interface HeadlessClass {
  readonly create: (
    name: string,
    session: object,
    prompt: object,
    model: object,
    run: object,
    tools: object | undefined,
  ) => Promise<{ readonly core: { prepareTools: () => Promise<readonly { name: string }[]> } }>;
}

interface Parts {
  readonly SubagentManager: ManagerClass;
  readonly AgentHeadless: HeadlessClass;
  readonly tools: readonly Tool[];
  /** The folder of the parts of the bundle. */
  readonly chunks: string;
}

type ManagerClass = new (config: object) => Manager;

interface Tool {
  readonly name: string;
  readonly displayName: string | undefined;
}

export const qwenCode: Oracle = {
  host: 'qwen-code',
  answers: {
    part: 'reader',
    how: 'Its manager of agents, and the part that makes the configuration of a subagent.',
    license: 'Apache-2.0 (file LICENSE)',
  },
  packages: [{ name: '@qwen-code/qwen-code', version }],
  start: async (folder) => {
    const chunks = chunksBelow(folder);
    const SubagentManager = await managerIn(chunks);
    const { AgentHeadless } = await partWith<{ AgentHeadless: HeadlessClass }>(
      chunks,
      /export \{[\s\S]*\n {2}AgentHeadless,/,
      'AgentHeadless = class',
    );
    const { ToolNames, ToolDisplayNames } = await partWith<
      Record<'ToolNames' | 'ToolDisplayNames', Readonly<Record<string, string>>>
    >(chunks, /\n {2}ToolDisplayNames,/, 'var ToolNames = {');
    const tools = Object.entries(ToolNames).map(
      ([key, name]): Tool => ({ name, displayName: ToolDisplayNames[key] }),
    );
    return {
      version,
      ask: async (questions) => {
        const found: Facts[] = [];
        for (const question of questions)
          found.push(await answer({ SubagentManager, AgentHeadless, tools, chunks }, question));
        return found;
      },
      close: async () => {},
    };
  },
};

/** The folder of the parts of the bundle. */
export const chunksBelow = (folder: string): string =>
  path.join(folder, 'node_modules/@qwen-code/qwen-code/chunks');

/** The class that reads the agents of a project and of its user. */
export async function managerIn(chunks: string): Promise<ManagerClass> {
  const { SubagentManager } = await partWith<{ SubagentManager: ManagerClass }>(
    chunks,
    /export \{[\s\S]*\n {2}SubagentManager,/,
    'SubagentManager = class',
  );
  return SubagentManager;
}

/** The part of the bundle with this text and these exports. */
export async function partWith<T>(folder: string, exports: RegExp, text: string): Promise<T> {
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.js'))) {
    const source = readFileSync(path.join(folder, file), 'utf8');
    if (source.includes(text) && exports.test(source))
      return (await import(pathToFileURL(path.join(folder, file)).href)) as T;
  }
  throw new Error(`no part of the bundle exports what contains "${text}"`);
}

/** Lays the file below a folder that stands for the project or the home folder. */
async function answer(
  { SubagentManager, AgentHeadless, tools, chunks }: Parts,
  question: Question,
): Promise<Facts> {
  const { path: file, text } = question;
  const root = mkdtempSync(path.join(tmpdir(), 'dossier-qwen-'));
  try {
    const own = path.join(root, file.replace(/^~\//, ''));
    mkdirSync(path.dirname(own), { recursive: true });
    writeFileSync(own, text);
    const session = configOf(root, tools);
    const manager = new SubagentManager(session);
    const found = await manager.listSubagents({ level: 'project', force: true });
    const agent = found[0];
    if (agent)
      return {
        ...(await agentFacts(manager, agent)),
        ...(await servedFacts(question, agent, { manager, AgentHeadless, session })),
        ...withheldFact(question, chunks),
      };
    // The list leaves out why a file is missing.
    const inFolder = path.dirname(file.replace(/^~\//, '')) === '.qwen/agents';
    if (!inFolder || !file.endsWith('.md')) return { agent: 'no' };
    try {
      await manager.parseSubagentFile(own, 'project');
      return { agent: 'no' };
    } catch (error) {
      return { agent: 'no', refused: refusedFor(String((error as Error).message)) };
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What the manager asks of a session in this folder. */
export const configOf = (root: string, tools: readonly Tool[]): object => ({
  getProjectRoot: () => root,
  getActiveExtensions: () => [],
  getAgentsSettings: () => ({}),
  getSdkMode: () => false,
  getDebugMode: () => false,
  getModel: () => 'model-of-the-session',
  isSafeMode: () => false,
  isTrustedFolder: () => true,
  getToolRegistry: () => ({
    warmAll: async () => {},
    getAllTools: () => tools,
    getAllToolNames: () => tools.map(({ name }) => name),
  }),
});

async function agentFacts(manager: Manager, agent: Agent): Promise<Facts> {
  // Another program runs such an agent, but the fields are read alike.
  const { executor, executionBackend, ...own } = agent;
  const { toolConfig, runConfig, modelConfig } = await manager.convertToRuntimeConfig(own);
  const granted = toolConfig?.tools ?? [];
  return facts({
    agent: 'yes',
    name: quoted(agent.name),
    description: quoted(agent.description),
    model: quoted(agent.model || null),
    sent: quoted(modelConfig.model),
    tools: granted.length === 0 || granted.includes('*') ? '(all)' : names(granted),
    denied: names(toolConfig?.disallowedTools ?? []),
    color: quoted(agent.color),
    approval: quoted(agent.approvalMode),
    background: String(agent.background ?? '(none)'),
    turns: String(runConfig.max_turns ?? '(none)'),
    minutes: String(runConfig.max_time_minutes ?? '(none)'),
    servers: listed(Object.keys(agent.mcpServers ?? {})),
    hooks: listed(Object.keys(agent.hooks ?? {})),
    executor: quoted(executor?.kind),
    container: String(executionBackend === 'container'),
    prompt: String(agent.systemPrompt.length),
  });
}

/** Which tools of MCP servers the agent is started with, in a session that has them. */
async function servedFacts(
  question: Question,
  agent: Agent,
  {
    manager,
    AgentHeadless,
    session,
  }: { manager: Manager; AgentHeadless: HeadlessClass; session: object },
): Promise<Facts> {
  const offered = namesServed(question).map((name) => ({ name }));
  if (offered.length === 0) return {};
  const registry = {
    warmAll: async () => {},
    getFunctionDeclarations: () => offered,
    getFunctionDeclarationsFiltered: (wanted: readonly string[]) =>
      offered.filter(({ name }) => wanted.includes(name)),
  };
  const { runConfig, modelConfig, toolConfig } = await manager.convertToRuntimeConfig(agent);
  const runtime = { ...session, getToolRegistry: () => registry, getMaxSubagentDepth: () => 1 };
  const prompt = { systemPrompt: agent.systemPrompt };
  const { core } = await AgentHeadless.create(
    ...([agent.name, runtime, prompt, modelConfig, runConfig, toolConfig] as const),
  );
  return servedFact(
    question,
    (await core.prepareTools()).map(({ name }) => name),
  );
}

/** Which tools an agent of a session with the settings around it lacks that it has without them. */
function withheldFact({ path: file, text, around }: Question, chunks: string): Facts {
  const settings = around?.['.qwen/settings.json'];
  if (settings === undefined) return {};
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-qwen-')));
  try {
    const projects = ['{}', settings].map((content, index) => {
      const project = path.join(root, `project-${index}`);
      for (const [name, written] of [
        [file, text],
        ['.qwen/settings.json', content],
      ] as const) {
        mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
        writeFileSync(path.join(project, name), written);
      }
      return project;
    });
    mkdirSync(path.join(root, 'home'));
    const script = path.resolve('test/conformance/oracles/qwen-agent-tools.mjs');
    const output = execFileSync(process.execPath, [script, chunks, ...projects], {
      ...{ cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      env: {
        ...{ PATH: process.env['PATH'], HOME: path.join(root, 'home'), LANG: 'C.UTF-8' },
        OPENAI_API_KEY: 'none',
        OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
        OPENAI_MODEL: 'stand-in',
      },
    });
    const [usual = [], left = []] = JSON.parse(
      output.split('\nanswer ').at(-1) ?? '[]',
    ) as readonly string[][];
    return { withheld: names(usual.filter((name) => !left.includes(name))) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** By the words of the message: what the program names as the cause, the first in this order. */
const causes: readonly (readonly [string, RegExp])[] = [
  ['fence', /missing YAML frontmatter/],
  ['executionBackend', /executionBackend/],
  ['executor', /executor/],
  ['name', /Missing "name"|Name |reserved name/],
  ['description', /Missing "description"|Description is required/],
  ['approvalMode', /Invalid "approvalMode"/],
  ['prompt', /System prompt/],
  ['tools', /Tool name/],
  ['model', /Model /],
  ['runConfig', /max_time_minutes|max_turns/],
  ['text', /Cannot convert object/],
];

const refusedFor = (message: string): string =>
  causes.find(([, words]) => words.test(message))?.[0] ?? 'other';
