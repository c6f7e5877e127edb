// Factory Droid answers by the part of its program that makes the session of an agent. The program is one file that contains its
// modules as text, and it can run as Bun: it runs the unpacked modules with a script that asks them.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Facts, facts, listed, names, quoted } from '../facts';
import type { Oracle } from '../oracle';
import type { Question } from '../question';
import { type Exports, exportsIn, modulesIn } from './factory/modules';
import { removeFolder } from './remove-folder';

export const version = '0.225.2';

interface Agent {
  readonly name: string;
  readonly description?: string;
  readonly prompt: string;
  readonly session: {
    readonly systemPrompt: string;
    readonly modelId?: string;
    readonly reasoningEffort?: string;
    readonly enabledToolIds?: readonly string[];
    readonly disabledToolIds: readonly string[];
    readonly tags: readonly { readonly name: string }[];
    readonly subagentSource: string;
  } | null;
}

/** What the script answers: the agents of the project and of the user, in the order in which the program looks for a name. */
interface Answer {
  readonly agents: readonly Agent[];
  /** The names of all agents, with those of the program. */
  readonly offered: readonly string[];
}

export const factory: Oracle = {
  host: 'factory',
  answers: { part: 'session', how: 'The part of its program that makes the session of an agent.' },
  packages: [{ name: '@factory/cli-linux-x64-baseline', version }],
  start: async (folder) => {
    const root = mkdtempSync(path.join(tmpdir(), 'dossier-factory-'));
    const program = unpackedProgram(folder, path.join(root, 'modules'));
    const [project, home] = [path.join(root, 'project'), path.join(root, 'home')];
    for (const one of [path.join(project, '.git'), home]) mkdirSync(one, { recursive: true });
    const desk = await newDesk(program, { project, home });
    return {
      version,
      ask: async (questions) => {
        const found: Facts[] = [];
        for (const question of questions)
          found.push(await answer(desk, { project, home }, question));
        return found;
      },
      close: async () => {
        desk.end();
        removeFolder(root);
      },
    };
  },
};

interface Folders {
  /** Where the program is started. */
  readonly project: string;
  readonly home: string;
}

interface Desk {
  readonly ask: () => Promise<Answer>;
  readonly end: () => void;
}

interface Unpacked {
  readonly program: string;
  readonly script: string;
}

/** Writes the modules of the program, so that they import each other in the folder, and the script that asks them. */
export function unpackedProgram(installed: string, folder: string): Unpacked {
  const program = path.join(installed, 'node_modules/@factory/cli-linux-x64-baseline/bin/droid');
  mkdirSync(folder, { recursive: true });
  const modules = modulesIn(readFileSync(program));
  for (const { name, text } of modules) writeFileSync(path.join(folder, name), text);
  const script = path.join(folder, 'dossier.mjs');
  writeFileSync(script, scriptFor(exportsIn(modules)));
  return { program, script };
}

/** Starts the program, which answers until it is ended. */
export async function newDesk(
  { program, script }: Unpacked,
  { project, home }: Folders,
): Promise<Desk> {
  const child = spawn(program, ['run', script], {
    cwd: project,
    env: { PATH: process.env['PATH'], HOME: home, BUN_BE_BUN: '1' },
  });
  const waiting: ((answer: Answer) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith(mark)) waiting.shift()?.(JSON.parse(line.slice(mark.length)) as Answer);
  });
  let errors = '';
  child.stderr.on('data', (part) => {
    errors += String(part);
  });
  child.setMaxListeners(0);
  const ask = (): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error(errors.slice(-2000)));
      child.once('close', fail);
      waiting.push((found) => {
        child.off('close', fail);
        resolve(found);
      });
      child.stdin.write('ask\n');
    });
  await ask();
  return { ask, end: () => child.kill('SIGKILL') };
}

/** The model of the session that starts the agent. */
const ofSession = 'model-of-the-session';

/** What the lines of the answers begin with: the program writes its log to the same place. */
const mark = 'dossier: ';

/**
 * The script in the program. Its calls are those of the tool that starts an agent: it loads the agents of the project and of the user,
 * and makes the session of the one with that name.
 */
const scriptFor = ({ environment, storage, registry, tools }: Exports): string => `
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
const load = async ({ module, name }) => (await import('./' + module))[name];
(await load(${JSON.stringify(environment)}))();
const Storage = await load(${JSON.stringify(storage)});
await (await load(${JSON.stringify(tools)}))({ flagsReady: Promise.resolve() });
const registry = (await load(${JSON.stringify(registry)}))();
const task = registry.getExecutor('task-cli').constructor;
for await (const _ of createInterface({ input: process.stdin })) {
  const agents = [];
  for (const one of await new Storage().loadAllDroidsFresh()) {
    const { name, description } = one.metadata;
    const session = await task.buildStreamJsonRpcTaskConfig(
      { subagent_type: name, description: 'x', prompt: 'x' },
      { sessionExecutionContext: { sessionTags: [] }, topLevelModel: { id: ${JSON.stringify(ofSession)} } },
    );
    const has = (id) => !session.disabledToolIds.includes(registry.getToolByLlmId(id)?.id);
    if (session?.enabledToolIds) session.enabledToolIds = session.enabledToolIds.filter(has);
    agents.push({ name, description, prompt: one.systemPrompt, session });
  }
  writeSync(1, '\\n' + ${JSON.stringify(mark)} + JSON.stringify({ agents, offered: await task.listAvailableSubagents() }) + '\\n');
}
process.exit(0);
`;

async function answer(
  { ask }: Desk,
  { project, home }: Folders,
  { path: file, text, brief }: Question,
): Promise<Facts> {
  const own = file.startsWith('~/') ? path.join(home, file.slice(2)) : path.join(project, file);
  mkdirSync(path.dirname(own), { recursive: true });
  writeFileSync(own, text);
  try {
    const { agents } = await ask();
    const [agent] = agents;
    if (!agent) return { agent: 'no' };
    return brief ? { agent: 'yes', name: quoted(agent.name) } : agentFacts(agent);
  } finally {
    rmSync(own, { force: true });
  }
}

function agentFacts({ name, description, prompt, session }: Agent): Facts {
  const own = { agent: 'yes', name: quoted(name), description: quoted(description) };
  if (session?.subagentSource !== 'custom') return facts({ ...own, runs: 'no' });
  const { enabledToolIds, disabledToolIds, tags, modelId, reasoningEffort } = session;
  const isInherited = modelId === ofSession;
  const isReader = tags.some((tag) => tag.name === 'read-only');
  return facts({
    ...own,
    runs: 'yes',
    model: quoted(isInherited ? null : modelId),
    effort: quoted(isInherited ? null : reasoningEffort),
    tools: enabledToolIds ? names(enabledToolIds) : '(all)',
    // All other tools are disabled by their IDs. These are, whatever the list contains.
    removed: enabledToolIds ? undefined : listed(disabledToolIds),
    changes: isReader ? 'no' : 'yes',
    prompt: String(prompt.length),
  });
}
