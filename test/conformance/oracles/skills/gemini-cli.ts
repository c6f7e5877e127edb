// Gemini CLI answers about skills by the loader of its library, which reads a folder of skills without a session.
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Facts } from '../../facts';
import type { Question } from '../../question';
import { removeFolder } from '../remove-folder';
import { laySkills, skillAnswer } from './batch';

interface Loader {
  readonly loadSkillsFromDir: (
    folder: string,
  ) => Promise<
    readonly { readonly name: string; readonly description: string; readonly location: string }[]
  >;
}

export async function askGeminiCli(
  folder: string,
  questions: readonly Question[],
): Promise<readonly Facts[]> {
  const file = 'node_modules/@google/gemini-cli-core/dist/src/skills/skillLoader.js';
  const loader = (await import(pathToFileURL(path.join(folder, file)).href)) as Loader;
  const found: Facts[] = [];
  // It prints what it repairs.
  const { warn, error, debug, log } = console;
  const silent = (): void => {};
  Object.assign(console, { warn: silent, error: silent, debug: silent, log: silent });
  try {
    for (const question of questions) found.push(await answer(loader, question));
  } finally {
    Object.assign(console, { warn, error, debug, log });
  }
  return found;
}

async function answer(loader: Loader, question: Question): Promise<Facts> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-gemini-')));
  try {
    laySkills({ project: root, home: root }, [question]);
    const [skill] = await loader.loadSkillsFromDir(path.join(root, '.gemini/skills'));
    return skillAnswer(skill ?? null);
  } finally {
    removeFolder(root);
  }
}
