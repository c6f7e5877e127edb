// Codex answers about skills by its app server, which lists the skills of a project and their paths without a session.
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Facts } from '../../facts';
import { isInPlugin, pluginFolder, type Question } from '../../question';
import { inBatches } from '../batches';
import { programBelow } from '../codex';
import { type AskServer, inAppServer } from '../codex/app-server';
import { marketplaceWith } from '../codex/marketplace';
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
    const isOfPlugin = batch.some(isInPlugin);
    const skills = await skillsIn(program, at, isOfPlugin);
    // What is installed is a copy.
    const pathOf = ({ path: file }: Skill): string =>
      isOfPlugin ? file.replace(/^.*(?=\/skills\/)/, `${at.project}/${pluginFolder}`) : file;
    const byPath = new Map(skills.map((skill) => [pathOf(skill), skill]));
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
  isOfPlugin: boolean,
): Promise<readonly Skill[]> =>
  inAppServer({ program, home, folder: project, trusted: [project] }, async (ask) => {
    if (isOfPlugin) await installPlugin(ask, project);
    const { data } = (await ask('skills/list', { cwds: [project], forceReload: true })) as {
      readonly data: readonly { readonly skills: readonly Skill[] }[];
    };
    return data.flatMap(({ skills }) => skills);
  });

/** Installs the plugin of the project from a marketplace that lists it. */
async function installPlugin(ask: AskServer, project: string): Promise<void> {
  const marketplacePath = path.join(project, '.agents/plugins/marketplace.json');
  mkdirSync(path.dirname(marketplacePath), { recursive: true });
  writeFileSync(marketplacePath, JSON.stringify(marketplaceWith(pluginFolder)));
  await ask('plugin/install', { marketplacePath, pluginName: pluginFolder });
}
