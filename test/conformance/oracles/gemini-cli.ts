// Gemini CLI answers by the loader of its library, which reads a folder of agents without a session.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Facts, facts, listed, quoted } from '../facts';
import type { Oracle } from '../oracle';
import type { Question } from '../question';

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
        return found;
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
