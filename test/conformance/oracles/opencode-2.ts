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
import { type Agent, answerFacts } from './opencode-2/answer';
import { closedOff } from './opencode-family/closed-off';
import { removeFolder } from './remove-folder';

const version = '1.18.18';
const bits = `${process.platform}-${process.arch}`;
const patience = 120_000;

export const opencode2: Oracle = {
  host: 'opencode@2',
  packages: [{ name: `@opencode-ai/cli-${bits}`, version }],
  start: async (folder) => {
    const program = path.join(folder, `node_modules/@opencode-ai/cli-${bits}/bin/lildax`);
    return {
      version,
      ask: (questions) =>
        inBatches(questions, {
          atOnce: 200,
          marks: ({ text }) => (losesAll(text) ? [''] : []),
          kind: ({ text }) => (losesAll(text) ? text : ''),
          ask: (batch) => answers(program, batch),
        }),
      close: async () => {},
    };
  },
};

/** The agent of a file that is always there: its rules are those that every agent has. */
const probe = 'dossier-probe';
const isProbe = ({ id }: Agent): boolean => id === probe;

/** Such a file makes the program list no agents at all, so it is asked alone. */
const losesAll = (text: string): boolean => /^\ufeff?$|\.(?:inf|nan)\b/i.test(text);

/** Null where the whole list is empty and the question was not alone. */
async function answers(
  program: string,
  batch: readonly Question[],
): Promise<readonly (Facts | null)[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-opencode-2-')));
  const home = path.join(root, 'home');
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
    // The path alone is the name of the agent, so each file gets one of its own.
    for (const [at, { path: file, text }] of batch.entries())
      put(file.replace(/[^/]+\.md$/, `q${at}.md`), text);
    const agents = await listedWhenLoaded(program, project, home);
    const base = agents.find(isProbe)?.permissions ?? [];
    const isAll = agents.length === 0;
    return batch.map((question, at) => {
      if (isAll) return batch.length > 1 ? null : { agent: 'none' };
      const id = idOf(question.path);
      const own = id.replace(/[^/]+$/, `q${at}`);
      const agent = agents.find((one) => one.id === own);
      return answerFacts(agent && { ...agent, id }, base, home);
    });
  } finally {
    removeFolder(root);
  }
}

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
