// Grok Build answers about skills and commands by its inspection of a trusted project, which lists both. What it lists of them to its
// model is in the first request of a session. The model is a server in this process.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Facts } from '../../facts';
import type { Question, SkillSubject } from '../../question';
import { inBatches } from '../batches';
import { programBelow, settingsWith } from '../grok';
import { noNetwork } from '../no-network';
import { startProvider } from '../opencode-family/provider';
import { removeFolder } from '../remove-folder';
import { commandBatching, laySkills, skillAnswer, skillBatching } from './batch';
import type { Ask } from './index';

export const askSkills: Ask = (folder, questions) =>
  inBatches(questions, {
    ...skillBatching,
    marks: (question) => skillBatching.marks(question).flatMap(asListed),
    ask: (batch) => answers(programBelow(folder), batch, 'skill'),
  });

export const askCommands: Ask = (folder, questions) =>
  inBatches(questions, {
    ...commandBatching,
    marks: (question) => commandBatching.marks(question).flatMap(asListed),
    ask: (batch) => answers(programBelow(folder), batch, 'command'),
  });

/** Two names that the program lists in one form are one name. */
const asListed = (mark: string): readonly string[] => [
  mark,
  mark.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, ''),
];

interface Skill {
  readonly name: string;
  readonly description: string;
  readonly userInvocable: boolean;
  readonly source: { readonly path?: string };
}

interface Folders {
  readonly project: string;
  readonly home: string;
}

async function answers(
  program: string,
  batch: readonly Question[],
  subject: SkillSubject,
): Promise<readonly Facts[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-grok-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  const provider = await startProvider();
  try {
    const files = laySkills(at, batch);
    const own = path.join(at.home, '.grok');
    mkdirSync(own, { recursive: true });
    writeFileSync(path.join(own, 'config.toml'), settingsWith(`${provider.address}/any`));
    writeFileSync(
      path.join(own, 'trusted_folders.toml'),
      `[folders.${JSON.stringify(at.project)}]\ntrusted = true\ndecided_at = 0\n`,
    );
    const shown = await run(program, at, ['inspect', '--json']);
    const { skills } = JSON.parse(shown) as { skills: readonly Skill[] };
    const byPath = new Map(skills.map((skill) => [skill.source.path, skill]));
    await run(program, at, ['-p', 'x']);
    const listed = provider.requests.join('\n');
    return files.map((file) => {
      const skill = byPath.get(file);
      if (!skill) return skillAnswer(null, subject);
      const { name, description, userInvocable } = skill;
      return skillAnswer(
        { name, description, user: userInvocable, listed: listed.includes(file) },
        subject,
      );
    });
  } finally {
    await provider.close();
    removeFolder(root);
  }
}

function run(
  program: string,
  { project, home }: Folders,
  words: readonly string[],
): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: project,
      env: {
        ...{ PATH: process.env['PATH'], HOME: home, GROK_DISABLE_AUTOUPDATER: '1', ...noNetwork },
        NO_PROXY: '127.0.0.1',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 60_000,
    });
    let text = '';
    child.stdout.on('data', (part) => {
      text += String(part);
    });
    child.on('close', () => resolve(text));
  });
}
