// Gemini CLI answers by the loader of its library, which reads a folder of agents without a session.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Facts, facts, listed, names, quoted } from '../facts';
import type { Oracle } from '../oracle';
import type { Question } from '../question';
import { noNetwork } from './no-network';
import { removeFolder } from './remove-folder';

export const version = '0.61.0';

interface Agent {
  readonly kind: 'local' | 'remote';
  readonly name: string;
  readonly description: string;
  readonly displayName?: string;
  readonly promptConfig?: { readonly systemPrompt: string };
  readonly modelConfig?: {
    readonly model: string;
    readonly generateContentConfig: { readonly temperature: number };
  };
  readonly runConfig?: { readonly maxTurns: number; readonly maxTimeMinutes: number };
  readonly toolConfig?: { readonly tools: readonly string[] };
  readonly mcpServers?: Readonly<Record<string, unknown>>;
}

interface Loader {
  readonly loadAgentsFromDirectory: (folder: string) => Promise<{
    readonly agents: readonly Agent[];
    readonly errors: readonly Error[];
  }>;
}

export const geminiCli: Oracle = {
  host: 'gemini-cli',
  answers: { part: 'reader', how: 'The loader of its core library.', license: 'Apache-2.0' },
  packages: [
    { name: '@google/gemini-cli-core', version },
    { name: '@google/gemini-cli', version },
  ],
  start: async (folder) => {
    const file = 'node_modules/@google/gemini-cli-core/dist/src/agents/agentLoader.js';
    const loader = (await import(pathToFileURL(path.join(folder, file)).href)) as Loader;
    return {
      version,
      ask: async (questions) => {
        const found: Facts[] = [];
        for (const question of questions) found.push(await answer(loader, question));
        const around = factsAround(questions, folder);
        return found.map((facts, index) => ({ ...facts, ...around[index] }));
      },
      close: async () => {},
    };
  },
};

/** Lays the file below a folder that stands for the project or the home folder. */
async function answer(loader: Loader, { path: file, text }: Question): Promise<Facts> {
  const root = mkdtempSync(path.join(tmpdir(), 'dossier-gemini-'));
  try {
    const own = path.join(root, file.replace(/^~\//, ''));
    mkdirSync(path.dirname(own), { recursive: true });
    writeFileSync(own, text);
    const { agents, errors } = await loader.loadAgentsFromDirectory(
      path.join(root, '.gemini/agents'),
    );
    const [agent] = agents;
    if (agent) return agent.kind === 'remote' ? { agent: 'remote' } : agentFacts(agent);
    const [error] = errors.filter(({ message }) => !message.includes('Could not list directory'));
    return error ? { agent: 'no', refused: refusedFor(error.message) } : { agent: 'no' };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What the settings around each agent take from it, as the program starts it, and whether it can return a result. */
function factsAround(questions: readonly Question[], folder: string): readonly Facts[] {
  const asked = questions.filter(({ around }) => around?.[settingsFile] !== undefined);
  const found = new Map<Question, Facts>();
  for (let at = 0; at < asked.length; at += atOnce) {
    const batch = asked.slice(at, at + atOnce);
    startedWith(batch, folder).forEach(([without, withThem], index) => {
      const question = batch[index];
      if (!question || !without || !withThem) return;
      const taken = without.tools.filter(
        (name) => !withThem.tools.includes(name) && !unnamed.test(name),
      );
      found.set(question, {
        withheld: names(taken),
        ...(withThem.reason?.startsWith('ERROR') && { completes: 'no' }),
      });
    });
  }
  return questions.map((question) => found.get(question) ?? {});
}

/** In one process. */
const atOnce = 8;

/** Each agent in a project without settings, and in one with them. */
function startedWith(
  questions: readonly Question[],
  folder: string,
): readonly (readonly (Started | null)[])[] {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-gemini-')));
  try {
    const projects = questions.flatMap(({ path: file, text, around = {} }, at) =>
      [{}, around].map((others, index) => {
        const project = path.join(root, `project-${at}-${index}`);
        for (const [name, content] of Object.entries({ ...others, [file]: text })) {
          mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
          writeFileSync(path.join(project, name), content);
        }
        return project;
      }),
    );
    const bundle = path.join(folder, 'node_modules/@google/gemini-cli/bundle');
    const own = path.resolve('test/conformance/oracles/gemini-agent-tools.mjs');
    const output = execFileSync(process.execPath, [own, bundle, ...projects], {
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
      env: {
        ...{ PATH: process.env['PATH'], HOME: root, LANG: 'C.UTF-8', ...noNetwork },
        // Of the stand-in for the model.
        NO_PROXY: '127.0.0.1',
        ...{ GEMINI_CLI_TRUST_WORKSPACE: 'true', GEMINI_API_KEY: 'none' },
      },
    });
    const [, answer = '[]'] = /^answer (.*)$/m.exec(output) ?? [];
    const found = JSON.parse(answer) as readonly (Started | null)[];
    return questions.map((_, at) => found.slice(2 * at, 2 * at + 2));
  } finally {
    removeFolder(root);
  }
}

/** An agent with settings around it. */
interface Started {
  readonly tools: readonly string[];
  /** Why its run ended: `GOAL` with a result. Absent where it has not. */
  readonly reason?: string;
}

const settingsFile = '.gemini/settings.json';

/** Tools that no file of an agent may name. */
const unnamed = /^(?:list_background_processes|read_background_output)$/;

const agentFacts = (agent: Agent): Facts =>
  facts({
    agent: 'yes',
    name: quoted(agent.name),
    description: quoted(agent.description),
    shown: quoted(agent.displayName),
    model: quoted(agent.modelConfig?.model),
    tools: agent.toolConfig ? listed(agent.toolConfig.tools) : '(all)',
    temperature: String(agent.modelConfig?.generateContentConfig.temperature),
    turns: String(agent.runConfig?.maxTurns),
    minutes: String(agent.runConfig?.maxTimeMinutes),
    servers: listed(Object.keys(agent.mcpServers ?? {})),
    prompt: String(agent.promptConfig?.systemPrompt.length),
  });

/** `fence`, `yaml`, or the keys that an agent with a prompt may not have in this form. */
function refusedFor(message: string): string {
  if (message.includes('Missing mandatory YAML frontmatter')) return 'fence';
  if (message.includes('YAML frontmatter parsing failed')) return 'yaml';
  const local = message.split('\n').flatMap((line) => {
    const [, kind, problem = ''] = /^(?:\((Local|Remote) Agent\) )?(.*)$/.exec(line) ?? [];
    return kind === 'Remote' || /Validation failed/.test(line) ? [] : [problem];
  });
  const keys = local.flatMap((problem) => {
    const [, unknown] = /^Unrecognized key\(s\) in object: (.*)$/s.exec(problem) ?? [];
    if (unknown !== undefined) return unknown.slice(1, -1).split("', '");
    return [/^([^.:]+)[.:]/.exec(problem)?.[1] ?? 'frontmatter'];
  });
  return listed([...new Set(keys)].sort());
}
