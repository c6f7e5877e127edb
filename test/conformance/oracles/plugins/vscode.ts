// VS Code answers in a window of its own: a setting adds the folder of a plugin, and its API for extensions lists what its chat then has.
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, facts, names, quoted, yesNo } from '../../facts';
import { fileInDescription, pluginFolder, type Question } from '../../question';
import { inBatches } from '../batches';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';
import { laySkills } from '../skills/batch';
import { answersInWindow } from '../window-answers';

interface Entry {
  /** Its absolute path. */
  readonly file: string;
  readonly name: string;
  readonly description: string;
}

/** What the chat of a window has, of two plugins: the one that is asked about and a marker. */
export interface Plugged {
  readonly plugins: readonly string[];
  readonly agents: readonly Entry[];
  readonly skills: readonly Entry[];
  /** What it offers after "/", skills too. */
  readonly commands: readonly Entry[];
  /** Files with hooks. */
  readonly hooks: readonly string[];
  readonly servers: readonly string[];
}

export const askVscode: Ask = (_, questions) =>
  inBatches(questions, { atOnce: 100, marks: () => [], kind: () => '', ask: answersOf });

/** Null for those that the window did not come to before it ended. */
async function answersOf(batch: readonly Question[]): Promise<readonly (Facts | null)[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-plugged-')));
  try {
    const folders = batch.map((question, index) => layIn(path.join(root, String(index)), question));
    const answers = answersInWindow<Plugged>('plugged/ask.mjs', folders);
    return folders.map((folder, index) => {
      const answer = answers[index];
      return answer ? factsOf(answer, folder) : null;
    });
  } finally {
    removeFolder(root);
  }
}

/** @returns the folder of the plugin */
function layIn(root: string, { path: file, text, around = {} }: Question): string {
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  const plugin = path.join(at.project, pluginFolder);
  mkdirSync(plugin, { recursive: true });
  const own = file === pluginFolder ? [] : [{ id: '', path: file, text }];
  laySkills(at, [
    ...own,
    ...Object.entries(around).map(([name, content]) => ({ id: '', path: name, text: content })),
  ]);
  return plugin;
}

function factsOf(
  { plugins, agents, skills, commands, hooks, servers }: Plugged,
  folder: string,
): Facts {
  if (!plugins.includes(folder)) return { plugin: 'no' };
  const isIn = (file: string): boolean => file.startsWith(`${folder}/`);
  const offered = commands.filter(({ file }) => isIn(file));
  const others = skills.filter(
    ({ file }) => isIn(file) && !offered.some((one) => one.file === file),
  );
  const all = [...agents.filter(({ file }) => isIn(file)), ...offered, ...others];
  const described = all.flatMap(({ name, description }) => {
    const file = fileInDescription(description);
    return file === null ? [] : [`${name}=${file}`];
  });
  // Only the names of skills and commands show it.
  const [prefix] = new Set(
    offered.flatMap(({ name }) => (name.includes(':') ? name.slice(0, name.lastIndexOf(':')) : [])),
  );
  return facts({
    plugin: prefix === undefined ? undefined : quoted(prefix),
    agents: names(agents.flatMap(({ file, name }) => (isIn(file) ? [name] : []))),
    skills: names([...offered, ...others].map(({ name }) => name)),
    servers: names(servers.filter((name) => !name.startsWith('marker-'))),
    hooks: yesNo(hooks.some(isIn)),
    uses: described.length === 0 ? undefined : names(described),
  });
}
