// Qoder CLI answers about skills and commands by its list of both. Which of them users can call is in the first line of a session, before
// it asks for an account.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, quoted } from '../../facts';
import type { Question, SkillSubject } from '../../question';
import { type Batching, inBatches } from '../batches';
import { noNetwork } from '../no-network';
import { removeFolder } from '../remove-folder';
import { folderOf, laySkills, skillAnswer } from './batch';
import type { Ask } from './index';

const asking =
  (subject: SkillSubject, batching: Pick<Batching, 'atOnce' | 'marks' | 'kind'>): Ask =>
  (folder, questions) =>
    inBatches(questions, { ...batching, ask: (batch) => answers(folder, batch, subject) });

/** Both are named by their paths, whatever their fields are. A skill directly in the folder of skills may hide others. */
export const askSkills: Ask = asking('skill', {
  atOnce: 300,
  marks: ({ path: file }) => [file, folderOf(file)],
  kind: ({ path: file }) => (/skills?\/SKILL\.md$/.test(file) ? file : 'usual'),
});
export const askCommands: Ask = asking('command', {
  atOnce: 300,
  marks: ({ path: file }) => [file, path.basename(file)],
  kind: () => 'usual',
});

interface Folders {
  readonly project: string;
  readonly home: string;
}

async function answers(
  folder: string,
  batch: readonly Question[],
  subject: SkillSubject,
): Promise<readonly Facts[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-qoder-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  mkdirSync(at.home, { recursive: true });
  try {
    const files = laySkills(at, batch);
    const [list, session] = await Promise.all([
      run(folder, at, ['skills', 'list']),
      run(folder, at, ['-p', 'hello', '--output-format', 'stream-json']),
    ]);
    const { slash_commands: callable } = JSON.parse(session.split('\n')[0] ?? '{}') as {
      readonly slash_commands: readonly string[];
    };
    return files.map((file) => {
      const skill = listedIn(list, file);
      if (!skill) return skillAnswer(null, subject);
      const { name, description, further } = skill;
      return {
        ...skillAnswer({ name, description, user: callable.includes(name) }, subject),
        when: quoted(further['When to use']),
        model: quoted(further['Model']),
      };
    });
  } finally {
    removeFolder(root);
  }
}

interface Listed {
  readonly name: string;
  readonly description: string;
  /** By label: `Model`. */
  readonly further: Readonly<Record<string, string>>;
}

const lastLabel = /^([\s\S]*)\n {2}(When to use: |Model: {7}|Tools: {7})([\s\S]*)$/;

/** The entry of the file; null where it has none. */
function listedIn(list: string, file: string): Listed | null {
  const end = list.indexOf(`\n  Location:    ${file}\n`);
  const begin = '\n  Description: ';
  const from = end < 0 ? -1 : list.lastIndexOf(begin, end);
  if (from < 0) return null;
  const [written = ''] = list.slice(0, from).split('\n').slice(-1);
  const further: Record<string, string> = {};
  let description = list.slice(from + begin.length, end);
  for (;;) {
    const [, before, label, value = ''] = lastLabel.exec(description) ?? [];
    if (before === undefined || label === undefined) break;
    further[label.trim().replace(':', '')] = value;
    description = before;
  }
  return { name: written.replace(/ \[(?:En|Dis)abled\]$/, ''), description, further };
}

function run(
  folder: string,
  { project, home }: Folders,
  words: readonly string[],
): Promise<string> {
  return new Promise((resolve) => {
    const program = path.join(folder, 'node_modules/@qoder-ai/qodercli/bundle/qodercli.js');
    const child = spawn(process.execPath, [program, ...words], {
      cwd: project,
      env: { PATH: process.env['PATH'], HOME: home, ...noNetwork },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 180_000,
    });
    let text = '';
    child.stdout.on('data', (part) => {
      text += String(part);
    });
    child.on('close', () => resolve(text));
  });
}
