// Copilot CLI answers which hooks it finds in a project. A home is asked about in a start of its own.
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, names, yesNo } from '../../facts';
import { isCopilotSettings, isHooks, type Question } from '../../question';
import { startPeer } from '../copilot-cli';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';
import { laySkills } from '../skills/batch';
import { counted } from './hook-counts';

interface Answer {
  readonly hooks: readonly { readonly hookType: string; readonly origin: string }[];
  readonly errors: readonly unknown[];
  readonly warnings?: readonly string[];
}

export const askCopilotCli: Ask = async (folder, questions) => {
  const isUsers = ({ path: file }: Question): boolean => file.startsWith('~/');
  const answers = new Map<Question, Facts>();
  for (const batch of [
    questions.filter((one) => !isUsers(one)),
    ...questions.filter(isUsers).map((one) => [one]),
  ]) {
    const found = batch.length === 0 ? [] : await answersOf(folder, batch);
    for (const [index, question] of batch.entries()) answers.set(question, found[index] ?? {});
  }
  return questions.map((question) => answers.get(question) ?? {});
};

async function answersOf(folder: string, batch: readonly Question[]): Promise<readonly Facts[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-copilot-')));
  const home = path.join(root, 'home');
  const projects = batch.map((question, index) => {
    const project = path.join(root, `project-${index}`);
    laySkills({ project, home }, [question]);
    return project;
  });
  // No model is called.
  const peer = startPeer(folder, { home, port: 9, online: false });
  try {
    await peer.ask('connect');
    const found: Facts[] = [];
    for (const [index, project] of projects.entries()) {
      const {
        hooks,
        errors,
        warnings = [],
      } = (await peer.ask('hooks.discover', {
        projectPaths: [project],
      })) as Answer;
      const isUnread =
        JSON.stringify(errors).includes('Invalid hook configuration') ||
        warnings.some((one) => one.startsWith('Repository settings file '));
      const question = batch[index];
      found.push({
        // Of settings of another program it does not state that they are ignored.
        ...(question &&
          (isHooks(question) || isCopilotSettings(question)) && { file: yesNo(!isUnread) }),
        hooks: names(counted(hooks.map(({ hookType }) => hookType))),
      });
    }
    return found;
  } finally {
    await peer.close();
    removeFolder(root);
  }
}
