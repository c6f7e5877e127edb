// Codex answers about skills by its app server, which lists the skills of a project and their paths without a session.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Facts } from '../../facts';
import type { Question } from '../../question';
import { inBatches } from '../batches';
import { programBelow } from '../codex';
import { noNetwork } from '../no-network';
import { removeFolder } from '../remove-folder';
import { laySkills, skillAnswer, skillBatching } from './batch';

export function askCodex(
  folder: string,
  questions: readonly Question[],
): Promise<readonly Facts[]> {
  const program = programBelow(path.join(folder, 'node_modules/@openai'));
  return inBatches(questions, { ...skillBatching, ask: (batch) => answers(program, batch) });
}

interface Skill {
  readonly name: string;
  readonly description: string;
  readonly path: string;
}

async function answers(program: string, batch: readonly Question[]): Promise<readonly Facts[]> {
  // The program ignores a home below the folder for temporary files.
  const parent = path.join(homedir(), '.cache');
  mkdirSync(parent, { recursive: true });
  const root = realpathSync(mkdtempSync(path.join(parent, 'dossier-codex-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  try {
    const files = laySkills(at, batch);
    mkdirSync(path.join(at.home, '.codex'), { recursive: true });
    writeFileSync(
      path.join(at.home, '.codex/config.toml'),
      `[projects.${JSON.stringify(at.project)}]\ntrust_level = "trusted"\n`,
    );
    const skills = await skillsIn(program, at);
    const byPath = new Map(skills.map((skill) => [skill.path, skill]));
    return files.map((file) => {
      // The list has the whole description, of which the model reads a part.
      const { characters: _, ...answer } = skillAnswer(byPath.get(file) ?? null);
      return answer;
    });
  } finally {
    removeFolder(root);
  }
}

const patience = 60_000;

/** Those of the program itself have paths of their own, and are among them. */
async function skillsIn(
  program: string,
  { project, home }: { readonly project: string; readonly home: string },
): Promise<readonly Skill[]> {
  const child = spawn(program, ['app-server'], {
    cwd: project,
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      CODEX_HOME: path.join(home, '.codex'),
      ...noNetwork,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const send = (message: object): void => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  try {
    send({
      id: 1,
      method: 'initialize',
      params: { clientInfo: { name: 'dossier', title: 'Dossier', version: '1' } },
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const { id, result } = JSON.parse(line) as { id?: number; result?: unknown };
      if (id === 1) {
        send({ method: 'initialized' });
        send({ id: 2, method: 'skills/list', params: { cwds: [project], forceReload: true } });
      }
      if (id === 2)
        return (result as { data: readonly { skills: readonly Skill[] }[] }).data.flatMap(
          ({ skills }) => skills,
        );
    }
    throw new Error('Codex did not list its skills');
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}
