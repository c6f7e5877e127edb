// Qwen Code answers about skills by its manager of skills, which one part of its bundle exports.
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Facts } from '../../facts';
import type { Question } from '../../question';
import { chunksBelow, partWith } from '../qwen-code';
import { removeFolder } from '../remove-folder';
import { laySkills, skillAnswer } from './batch';
import type { Ask } from './index';

interface Skill {
  readonly name: string;
  readonly description: string;
  readonly disableModelInvocation?: boolean;
  readonly userInvocable?: boolean;
  readonly paths?: readonly string[];
}

type ManagerClass = new (
  config: object,
) => { readonly listSkillsAtLevel: (level: string) => Promise<readonly Skill[]> };

export const askQwenCode: Ask = async (folder, questions) => {
  const { SkillManager } = await partWith<{ SkillManager: ManagerClass }>(
    chunksBelow(folder),
    /export \{[\s\S]*\n {2}SkillManager,/,
    'SkillManager = class',
  );
  const found: Facts[] = [];
  for (const question of questions) found.push(await answer(SkillManager, question));
  return found;
};

async function answer(SkillManager: ManagerClass, question: Question): Promise<Facts> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-qwen-')));
  const home = process.env['HOME'];
  try {
    const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
    laySkills(at, [question]);
    process.env['HOME'] = at.home;
    const manager = new SkillManager({
      getBareMode: () => false,
      getProjectRoot: () => at.project,
    });
    const level = question.path.startsWith('~/') ? 'user' : 'project';
    const [skill] = await manager.listSkillsAtLevel(level);
    if (!skill) return skillAnswer(null);
    const { name, description, disableModelInvocation, userInvocable, paths } = skill;
    return skillAnswer({
      ...{ name, description },
      listed: disableModelInvocation !== true && paths === undefined,
      ...(paths === undefined && { user: userInvocable !== false }),
    });
  } finally {
    if (home !== undefined) process.env['HOME'] = home;
    removeFolder(root);
  }
}
