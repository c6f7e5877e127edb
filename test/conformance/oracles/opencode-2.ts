// The preview of OpenCode 2 answers: one run of its command line lists the agents of a project with many files.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Facts } from '../facts';
import type { Oracle } from '../oracle';
import type { Question } from '../question';
import { inBatches } from './batches';
import { type Agent, answerFacts, type Rule } from './opencode-2/answer';
import { closedOff } from './opencode-family/closed-off';
import { removeFolder } from './remove-folder';

const version = '1.18.18';
const bits = `${process.platform}-${process.arch}`;
const patience = 120_000;

export const opencode2: Oracle = {
  host: 'opencode@2',
  answers: {
    part: 'program',
    how: 'Its command line lists the agents of a project with their rules.',
    license: 'MIT',
  },
  packages: [{ name: `@opencode-ai/cli-${bits}`, version }],
  start: async (folder) => {
    const program = previewBelow(folder);
    const builtins = await inProject([], (project, home) => builtinsOf(program, project, home));
    return {
      version,
      ask: (questions) =>
        inBatches(questions, {
          atOnce: 200,
          marks: ({ text, path: file }) => [
            ...(losesAll(text) ? [''] : []),
            ...(builtins.has(idOf(file)) ? [idOf(file)] : []),
          ],
          kind: ({ text }) => (losesAll(text) ? text : ''),
          ask: (batch) => answers(program, batch, builtins),
        }),
      close: async () => {},
    };
  },
};

/** The program. @param folder what holds `node_modules` */
export const previewBelow = (folder: string): string =>
  path.join(folder, `node_modules/@opencode-ai/cli-${bits}/bin/lildax`);

/** The agent of a file that is always there: its rules are those that every agent has. */
const probe = 'dossier-probe';
const isProbe = ({ id }: Agent): boolean => id === probe;

/** Such a file makes the program list no agents at all, so it is asked alone. */
const losesAll = (text: string): boolean => /^\ufeff?$|\.(?:inf|nan)\b/i.test(text);

/** By name: the rules of the agents that the program has in every project. */
type Builtins = ReadonlyMap<string, readonly Rule[]>;

async function builtinsOf(program: string, project: string, home: string): Promise<Builtins> {
  const agents = await listedWhenLoaded(program, project, home);
  const own = agents.filter((agent) => !isProbe(agent));
  return new Map(own.map(({ id, permissions }) => [id, rulesAt(home, permissions)]));
}

/** Null where the whole list is empty and the question was not alone. */
function answers(
  program: string,
  batch: readonly Question[],
  builtins: Builtins,
): Promise<readonly (Facts | null)[]> {
  // The path alone is the name of the agent, so each file gets one of its own, except one that changes an agent of the program.
  const named = batch.map(({ path: file, text }, at) => {
    const id = idOf(file);
    if (builtins.has(id)) return { id, shown: id, file, text };
    const own = `q${at}`;
    return {
      ...{ id, text, shown: id.replace(/[^/]+$/, own) },
      file: file.replace(/[^/]+\.md$/, `${own}.md`),
    };
  });
  return inProject(named, async (project, home) => {
    const agents = await listedWhenLoaded(program, project, home);
    const base = rulesAt(home, agents.find(isProbe)?.permissions);
    const isAll = agents.length === 0;
    return named.map(({ id, shown }) => {
      if (isAll) return batch.length > 1 ? null : { agent: 'none' };
      const agent = agents.find((one) => one.id === shown);
      if (!agent) return { agent: 'no' };
      const permissions = rulesAt(home, agent.permissions);
      return answerFacts({ ...agent, id, permissions }, builtins.get(id) ?? base);
    });
  });
}

/** Lays a project with a probe and these files, for as long as `work` takes. */
async function inProject<T>(
  files: readonly { readonly file: string; readonly text: string }[],
  work: (project: string, home: string) => Promise<T>,
): Promise<T> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-opencode-2-')));
  const project = path.join(root, 'project');
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), text);
  };
  try {
    for (const folder of ['objects', 'refs/heads'])
      mkdirSync(path.join(project, '.git', folder), { recursive: true });
    put('.git/HEAD', 'ref: refs/heads/main\n');
    put('.git/config', '[core]\n\trepositoryformatversion = 0\n\tbare = false\n');
    put(`.opencode/agent/${probe}.md`, '---\ndescription: d\n---\nB\n');
    for (const { file, text } of files) put(file, text);
    return await work(project, path.join(root, 'home'));
  } finally {
    removeFolder(root);
  }
}

const rulesAt = (home: string, rules: readonly Rule[] = []): readonly Rule[] =>
  rules.map((rule) => ({ ...rule, resource: rule.resource.replaceAll(home, '<home>') }));

/** The path below the folder of agents, without the ending. */
const idOf = (file: string): string =>
  file
    .replace(/^(?:~\/)?(?:\.opencode|\.config\/opencode)\/(?:agents?|modes?)\//, '')
    .replace(/\.md$/, '');

/** How often a list without the probe is asked for again, and the pause before that in milliseconds. */
const again = 4;
const pause = 1000;

/** The agents. On a busy machine the server answers with an empty list before it has read the files, so it is asked again. */
async function listedWhenLoaded(
  program: string,
  project: string,
  home: string,
): Promise<readonly Agent[]> {
  try {
    let agents = listed(program, project, home);
    for (let left = again; !agents.some(isProbe) && left > 0; left--) {
      await setTimeout(pause);
      agents = listed(program, project, home);
    }
    return agents;
  } finally {
    endService(home);
  }
}

/** @param attempts more than one, because its server may not start in the time that the program gives it on a busy machine. */
function listed(program: string, project: string, home: string, attempts = 3): readonly Agent[] {
  const { stdout, stderr } = spawnSync(program, ['debug', 'agents'], {
    cwd: project,
    env: closedOff(home),
    encoding: 'utf8',
    timeout: patience,
    maxBuffer: 1 << 28,
  });
  // Reports of broken files come before the list.
  const from = stdout.search(/^\[(?:\]|\s*$)/m);
  if (from >= 0) return JSON.parse(stdout.slice(from)) as readonly Agent[];
  if (attempts === 1)
    throw new Error(`no list of agents: ${stdout.slice(0, 500)} ${stderr.slice(-500)}`);
  endService(home);
  return listed(program, project, home, attempts - 1);
}

/** The command line leaves a server behind, which would be in the way of the next one. */
function endService(home: string): void {
  const file = path.join(home, 'state/opencode/server.json');
  if (!existsSync(file)) return;
  const { pid } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number };
  try {
    process.kill(pid);
  } catch (error) {
    console.error(String(error));
  }
}
