// Kimi Code answers about skills by its local server, which lists those of a session.
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Facts } from '../../facts';
import type { Question } from '../../question';
import { inBatches } from '../batches';
import { nodeBelow } from '../kimi';
import { noNetwork } from '../no-network';
import { freePort } from '../opencode-family/server';
import { removeFolder } from '../remove-folder';
import { laySkills, skillAnswer, skillBatching } from './batch';
import type { Ask } from './index';

export const askKimi: Ask = (folder, questions) =>
  inBatches(questions, { ...skillBatching, ask: (batch) => answers(folder, batch) });

interface Skill {
  readonly name: string;
  readonly description: string;
  readonly path: string;
  readonly type?: string;
  readonly disable_model_invocation?: boolean;
}

const patience = 60_000;

/** One server for each batch: it keeps what it has read of the home folder. */
async function answers(folder: string, batch: readonly Question[]): Promise<readonly Facts[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-kimi-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  const files = laySkills(at, batch);
  const port = await freePort();
  const server = spawn(
    nodeBelow(folder),
    [
      path.join(folder, 'node_modules/@moonshot-ai/kimi-code/dist/main.mjs'),
      ...['web', '--no-open', '--dangerous-bypass-auth', '--port', String(port)],
    ],
    {
      cwd: root,
      env: { PATH: process.env['PATH'], HOME: at.home, NO_COLOR: '1', ...noNetwork },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
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
    const byPath = new Map(skills.map((skill) => [skill.path, skill]));
    return files.map((file) => {
      const skill = byPath.get(file);
      if (!skill) return skillAnswer(null);
      const { name, description, type, disable_model_invocation: isClosed = false } = skill;
      return skillAnswer({ name, description, listed: !isClosed && type !== 'flow' });
    });
  } finally {
    server.kill('SIGKILL');
    removeFolder(root);
  }
}

async function dataOf<T>(answer: Promise<Response>): Promise<T> {
  const { data, msg } = (await (await answer).json()) as { data: T | null; msg: string };
  if (data === null) throw new Error(msg);
  return data;
}
