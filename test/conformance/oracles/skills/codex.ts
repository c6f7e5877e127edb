// Codex answers about skills by its app server, which lists the skills of a project and their paths without a session.
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Facts } from '../../facts';
import type { Question } from '../../question';
import { inBatches } from '../batches';
import { programBelow } from '../codex';
import { inAppServer } from '../codex/app-server';
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

/** Those of the program itself have paths of their own, and are among them. */
const skillsIn = (
  program: string,
  { project, home }: { readonly project: string; readonly home: string },
): Promise<readonly Skill[]> =>
  inAppServer({ program, home, folder: project, trusted: [project] }, async (ask) => {
    const { data } = (await ask('skills/list', { cwds: [project], forceReload: true })) as {
      readonly data: readonly { readonly skills: readonly Skill[] }[];
    };
    return data.flatMap(({ skills }) => skills);
  });
