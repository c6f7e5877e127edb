// Kimi Code answers about skills by its local server, which lists those of a session. What it lists of them to its model is in the first
// request of another session. The model is a server in this process.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Facts } from '../../facts';
import type { Question } from '../../question';
import { inBatches } from '../batches';
import { nodeBelow } from '../kimi';
import { noNetwork } from '../no-network';
import { startProvider } from '../opencode-family/provider';
import { freePort } from '../opencode-family/server';
import { removeFolder } from '../remove-folder';
import { laySkills, skillAnswer, skillBatching } from './batch';
import type { Ask } from './index';

export const askKimi: Ask = (folder, questions) =>
  inBatches(questions, { ...skillBatching, ask: (batch) => answers(folder, batch) });

interface Skill {
  readonly name: string;
  readonly path: string;
}

const patience = 60_000;

async function answers(folder: string, batch: readonly Question[]): Promise<readonly Facts[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-kimi-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  const files = laySkills(at, batch);
  try {
    const list = await listIn(folder, at);
    const skills = await skillsIn(folder, at);
    const byPath = new Map(skills.map((skill) => [skill.path, skill]));
    return files.map((file) => {
      const skill = byPath.get(file);
      if (!skill) return skillAnswer(null);
      const description = describedIn(list, skill);
      return skillAnswer({
        ...{ name: skill.name, listed: description !== undefined },
        ...(description !== undefined && { description }),
      });
    });
  } finally {
    removeFolder(root);
  }
}

interface Folders {
  readonly project: string;
  readonly home: string;
}

/** Starts the program in the project. */
const started = (
  folder: string,
  { project, home }: Folders,
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(
    nodeBelow(folder),
    [path.join(folder, 'node_modules/@moonshot-ai/kimi-code/dist/main.mjs'), ...words],
    {
      cwd: project,
      env: {
        ...{ PATH: process.env['PATH'], HOME: home, NO_COLOR: '1', ...noNetwork },
        ...{ NO_PROXY: '127.0.0.1', KIMI_DISABLE_TELEMETRY: '1', ...settings },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );

/** The description in the list that the model gets, without what follows it; undefined where the skill is not in the list. */
function describedIn(list: string, { name, path: file }: Skill): string | undefined {
  const end = list.indexOf(`\n  Path: ${file}\n`);
  const start = `\n- ${name}: `;
  const from = end < 0 ? -1 : list.lastIndexOf(start, end);
  if (from < 0) return undefined;
  return list.slice(from + start.length, end).replace(/\n {2}When to use: [\s\S]*/, '');
}

/** The system prompt in the first request of a session. */
async function listIn(folder: string, at: Folders): Promise<string> {
  const provider = await startProvider();
  const child = started(folder, at, ['-p', 'hello'], {
    ...{ KIMI_MODEL_NAME: 'any', KIMI_MODEL_API_KEY: 'any', KIMI_MODEL_PROVIDER_TYPE: 'openai' },
    KIMI_MODEL_BASE_URL: `${provider.address}/any`,
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  try {
    await new Promise((ended) => child.once('exit', ended));
    const { messages } = JSON.parse(provider.requests[0] ?? '{"messages":[]}') as {
      messages: readonly { readonly role: string; readonly content: unknown }[];
    };
    return String(messages.find(({ role }) => role === 'system')?.content);
  } finally {
    clearTimeout(timer);
    await provider.close();
  }
}

/** Those that users can call, in a server of their own. It keeps what it has read of the home folder. */
async function skillsIn(folder: string, at: Folders): Promise<readonly Skill[]> {
  const port = await freePort();
  const server = started(folder, at, [
    ...['web', '--no-open', '--dangerous-bypass-auth', '--port', String(port)],
  ]);
  try {
    await new Promise<void>((ready, failed) => {
      let output = '';
      const timer = setTimeout(() => failed(new Error(`no server: ${output}`)), patience);
      for (const stream of [server.stdout, server.stderr])
        stream.on('data', (part) => {
          output += String(part);
          if (!/server ready/.test(output)) return;
          clearTimeout(timer);
          ready();
        });
    });
    const address = `http://127.0.0.1:${port}/api/v1/sessions`;
    const { id } = await dataOf<{ readonly id: string }>(
      fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ metadata: { cwd: at.project } }),
      }),
    );
    const { skills } = await dataOf<{ readonly skills: readonly Skill[] }>(
      fetch(`${address}/${id}/skills`),
    );
    return skills;
  } finally {
    server.kill('SIGKILL');
  }
}

async function dataOf<T>(answer: Promise<Response>): Promise<T> {
  const { data, msg } = (await (await answer).json()) as { data: T | null; msg: string };
  if (data === null) throw new Error(msg);
  return data;
}
