// OpenCode answers about skills by its server, which lists the skills of a project with their files.
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Facts } from '../../facts';
import type { Question } from '../../question';
import { inBatches } from '../batches';
import { programOf } from '../opencode-family';
import { startServer } from '../opencode-family/server';
import { removeFolder } from '../remove-folder';
import { laySkills, skillAnswer, skillBatching } from './batch';

export const askOpencode = (
  folder: string,
  questions: readonly Question[],
): Promise<readonly Facts[]> =>
  inBatches(questions, {
    ...skillBatching,
    ask: (batch) => answers(programOf('opencode', folder), batch),
  });

interface Skill {
  readonly name: string;
  readonly description?: string | null;
  readonly location: string;
}

/** One server for each batch: it keeps what it has read of the home folder. */
async function answers(program: string, batch: readonly Question[]): Promise<readonly Facts[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-opencode-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  try {
    const files = laySkills(
      at,
      batch.map((one) => ({ ...one, path: one.path.replace(/^~\/\.config\//, '~/config/') })),
    );
    const server = await startServer(program, at.home, at.project);
    try {
      const { status, body } = await server.get('/skill', at.project);
      if (status !== 200) return batch.map(() => ({ skill: 'stops' }));
      const skills = new Map((body as readonly Skill[]).map((one) => [one.location, one]));
      return files.map((file) => {
        const skill = skills.get(file);
        if (!skill) return skillAnswer(null);
        const { name, description = null } = skill;
        return skillAnswer({ name, description, listed: description !== null });
      });
    } finally {
      await server.close();
    }
  } finally {
    removeFolder(root);
  }
}
