// VS Code answers about skills and commands in a window of its own: by its API for extensions, which lists those that its chat has, and
// by the request that it sends to a model.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Facts } from '../../facts';
import type { Question, SkillSubject } from '../../question';
import { inBatches } from '../batches';
import { removeFolder } from '../remove-folder';
import { folderOf, laySkills, skillAnswer } from './batch';
import type { Ask } from './index';

interface Entry {
  /** Its absolute path. */
  readonly file: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly argumentHint?: string | undefined;
  readonly userInvocable: boolean;
  readonly disableModelInvocation?: boolean | undefined;
}

export interface Listed {
  readonly version: string;
  readonly skills: readonly Entry[];
  /** What its chat offers after "/", skills too. */
  readonly commands: readonly Entry[];
  /** The list of skills in a request: `<name>x</name>`, `<file>/a/x/SKILL.md</file>`. */
  readonly model: string;
}

/** It names skills by their folders and lists all of those that differ in them together. */
const together = {
  atOnce: 300,
  marks: ({ path: file }: Question): readonly string[] => [folderOf(file).toLowerCase()],
  kind: () => '',
};

export const askSkills: Ask = (_, questions) =>
  inBatches(questions, { ...together, ask: async (batch) => answers(batch, 'skill') });

function answers(batch: readonly Question[], subject: SkillSubject): readonly Facts[] {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-vscode-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  try {
    mkdirSync(at.home);
    const files = laySkills(at, batch);
    const listed = listedIn(at);
    return files.map((file) => answer(listed, file, subject));
  } finally {
    removeFolder(root);
  }
}

function answer({ skills, commands, model }: Listed, file: string, subject: SkillSubject): Facts {
  const found = (subject === 'skill' ? skills : commands).find((one) => one.file === file);
  if (!found) return skillAnswer(null, subject);
  const { name, userInvocable } = found;
  const description = found.description || null;
  const isListed = model.includes(`<file>${file}</file>`);
  return skillAnswer(
    { name, description, user: userInvocable, ...(subject === 'skill' && { listed: isListed }) },
    subject,
  );
}

function listedIn({ project, home }: { readonly project: string; readonly home: string }): Listed {
  const out = path.join(home, 'listed.json');
  const script = path.resolve('test/editor/listed/ask.mjs');
  const { status } = spawnSync(process.execPath, [script, project, home, out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('VS Code did not list its skills');
  return JSON.parse(readFileSync(out, 'utf8')) as Listed;
}
