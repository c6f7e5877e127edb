// Codex answers which hooks it has read, for many projects in one start.
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { type Facts, names } from '../../facts';
import type { Question } from '../../question';
import { programBelow } from '../codex';
import { inAppServer } from '../codex/app-server';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';
import { laySkills } from '../skills/batch';
import { counted } from './hook-counts';

interface Answer {
  readonly data: readonly {
    readonly hooks: readonly { readonly eventName: string; readonly source: string }[];
  }[];
}

/** One file of the user is read in every project, so each is asked about alone. */
export const askCodex: Ask = async (folder, questions) => {
  const isUsers = (file: string): boolean => file.startsWith('~/');
  const together = questions.filter(({ path: file }) => !isUsers(file));
  const batches = [
    ...(together.length > 0 ? [together] : []),
    ...questions.filter(({ path: file }) => isUsers(file)).map((one) => [one]),
  ];
  const answers = new Map<Question, Facts>();
  for (const batch of batches) {
    const found = await answersOf(programBelow(path.join(folder, 'node_modules/@openai')), batch);
    for (const [index, question] of batch.entries()) answers.set(question, found[index] ?? {});
  }
  return questions.map((question) => answers.get(question) ?? {});
};

async function answersOf(program: string, batch: readonly Question[]): Promise<readonly Facts[]> {
  // The program ignores a home below the folder for temporary files.
  const parent = path.join(homedir(), '.cache');
  mkdirSync(parent, { recursive: true });
  const root = realpathSync(mkdtempSync(path.join(parent, 'dossier-codex-')));
  const home = path.join(root, 'home');
  mkdirSync(home);
  try {
    const projects = batch.map((question, index) => {
      const project = path.join(root, `project-${index}`);
      laySkills({ project, home }, [question]);
      return project;
    });
    return await inAppServer({ program, home, folder: home, trusted: projects }, async (ask) => {
      const found: Facts[] = [];
      for (const project of projects) {
        const { data } = (await ask('hooks/list', { cwds: [project] })) as Answer;
        found.push({
          hooks: names(
            counted(data.flatMap(({ hooks }) => hooks.map(({ eventName }) => eventName))),
          ),
        });
      }
      return found;
    });
  } finally {
    removeFolder(root);
  }
}
