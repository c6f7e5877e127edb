// OpenCode and Kilo answer: a server is asked about one project after the other, each with one file.
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, listed, quoted } from '../facts';
import type { Oracle, Package } from '../oracle';
import {
  asksForTools,
  limitsProviders,
  namesDefaultAgent,
  providerAddress,
  type Question,
} from '../question';
import { inBatches } from './batches';
import { type Agent, answerFacts, offeredNames } from './opencode-family/answer';
import { startProvider } from './opencode-family/provider';
import { type Reply, type Server, startServer } from './opencode-family/server';
import { removeFolder } from './remove-folder';

interface Program {
  readonly host: string;
  readonly packages: readonly Package[];
  readonly binary: string;
  /** Where a project keeps its agents. */
  readonly folder: string;
}

const bits = `${process.platform}-${process.arch}`;

const programs = {
  opencode: {
    host: 'opencode',
    packages: [{ name: 'opencode-ai', version: '1.18.33' }],
    binary: `opencode-${bits}/bin/opencode`,
    folder: '.opencode/agent',
  },
  kilo: {
    host: 'kilo',
    packages: [{ name: `@kilocode/cli-${bits}`, version: '7.7.9' }],
    binary: `@kilocode/cli-${bits}/bin/kilo`,
    folder: '.kilo/agent',
  },
} satisfies Record<string, Program>;

/** @param installed the folder that holds `node_modules` */
export const programOf = (host: keyof typeof programs, installed: string): string =>
  path.join(installed, 'node_modules', programs[host].binary);

export const opencode = family(programs.opencode);
export const kilo = family(programs.kilo);

function family({ host, packages, binary, folder }: Program): Oracle {
  return {
    host,
    answers: {
      part: 'program',
      how: 'Its server lists the agents with their rules. Where tools are compared, a session calls the model.',
      license: 'MIT',
    },
    packages,
    start: async (installed) => {
      const program = path.join(installed, 'node_modules', binary);
      const { version } = await withServer(program, folder, async ({ server }) => server);
      return {
        version,
        ask: (questions) =>
          inBatches(questions, {
            atOnce: 400,
            // The server caches its result for a text, so the same text is sent to another server.
            marks: ({ text }) => [text],
            kind: (question) => (isShareable(question, folder) ? 'shared' : ''),
            ask: async (batch) => {
              const [first] = batch;
              const alone = (questions: readonly Question[]): Promise<readonly Facts[]> =>
                withServer(program, folder, (running) => eachAlone(running, questions));
              if (!first || batch.length === 1 || !isShareable(first, folder)) return alone(batch);
              const shared = await withServer(program, folder, (running) =>
                sharedAnswers(running, batch, folder),
              );
              if (batch.length > fewEnough && shared.every((one) => one === null)) return shared;
              // Another server: this one has cached the texts.
              const open = batch.filter((_, at) => !shared[at]);
              const rest = open.length === 0 ? [] : await alone(open);
              return batch.map(
                (question, at) => shared[at] ?? rest[open.indexOf(question)] ?? null,
              );
            },
          }),
        close: async () => {},
      };
    },
  };
}

/** A group of files in which one stops the program is asked in halves, down to so many. */
const fewEnough = 16;

const isShareable = ({ isShared, path: file, around }: Question, folder: string): boolean =>
  isShared === true && around === undefined && path.dirname(file) === folder;

async function eachAlone(
  running: Running,
  questions: readonly Question[],
): Promise<readonly Facts[]> {
  const found: Facts[] = [];
  for (const question of questions) found.push(await answer(running, question));
  return found;
}

interface Running {
  readonly server: Server;
  readonly root: string;
  /** The agents of a project that defines none, as JSON by name. */
  readonly without: ReadonlyMap<string, string>;
  /** The rules that every agent starts from. */
  readonly base: readonly Rule[];
}

interface Rule {
  readonly permission: string;
  readonly pattern: string;
  readonly action: string;
}

type Listed = Omit<Agent, 'ownRules' | 'promptLength'> & {
  readonly prompt?: string;
  readonly permission?: readonly Rule[];
};

const probe = 'dossier-probe';

async function withServer<T>(
  program: string,
  folder: string,
  work: (running: Running) => Promise<T>,
): Promise<T> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-family-')));
  const home = path.join(root, 'home');
  const first = lay(path.join(root, 'first'), {
    [`${folder}/${probe}.md`]: '---\ndescription: d\n---\nB\n',
  });
  const server = await startServer(program, home, first);
  try {
    const agents = (await server.get('/agent', first)).body as readonly Listed[];
    const base = agents.find(({ name }) => name === probe)?.permission ?? [];
    const without = new Map(
      agents.filter(({ name }) => name !== probe).map((one) => [one.name, JSON.stringify(one)]),
    );
    return await work({ server, root, without, base });
  } finally {
    await server.close();
    removeFolder(root);
  }
}

let projects = 0;

async function answer(
  { server, root, without, base }: Running,
  question: Question,
): Promise<Facts> {
  const project = lay(path.join(root, `p${projects++}`), {
    ...question.around,
    [question.path]: question.text,
  });
  try {
    const config = await server.get('/config', project);
    if (config.status !== 200) return answerFacts({ stopsFor: faultsIn(config.body) });
    const list = await server.get('/agent', project);
    if (list.status !== 200) return answerFacts({ broken: true });
    const agents = list.body as readonly Listed[];
    const name = path.basename(question.path, '.md');
    // Settings change the agents of the program as well.
    const own = agents.find((one) =>
      question.around ? one.name === name : without.get(one.name) !== shorn(one, project),
    );
    const facts = answerFacts({ agent: own ? shaped(own, base, path.join(root, 'home')) : null });
    if (limitsProviders(question))
      return { ...facts, asked: await askedModels(server, project, question, own?.name) };
    if (namesDefaultAgent(question)) return { ...facts, begins: await beginsWith(server, project) };
    if (!asksForTools(question)) return facts;
    const tools = await server.get('/experimental/tool/ids', project);
    return { ...facts, offered: offeredNames(tools.body as readonly string[]) };
  } finally {
    await server.forget(project);
  }
}

/**
 * All files in one project under names of their own, except those whose name changes an agent of the program. Null where one of
 * them stops the program.
 */
async function sharedAnswers(
  running: Running,
  batch: readonly Question[],
  folder: string,
): Promise<readonly (Facts | null)[]> {
  const { server, root, without, base } = running;
  const names = batch.map(({ path: file }) => path.basename(file, '.md'));
  const isOwn = (name: string): boolean => !without.has(name);
  const files = batch.flatMap(({ text }, at) =>
    isOwn(names[at] ?? '') ? [[`${folder}/q${at}.md`, text] as const] : [],
  );
  const project = lay(path.join(root, `p${projects++}`), Object.fromEntries(files));
  try {
    const config = await server.get('/config', project);
    const list = config.status === 200 ? await server.get('/agent', project) : config;
    if (list.status !== 200) return batch.map(() => null);
    const agents = list.body as readonly Listed[];
    const found: (Facts | null)[] = [];
    for (const [at, question] of batch.entries()) {
      const name = names[at] ?? '';
      const agent = agents.find((one) => one.name === `q${at}`);
      if (!isOwn(name)) found.push(await answer(running, question));
      else if (!agent) found.push(null);
      else {
        const own = shaped(agent, base, path.join(root, 'home'));
        found.push(answerFacts({ agent: { ...own, name } }));
      }
    }
    return found;
  } finally {
    await server.forget(project);
  }
}

/** The agent that a message without one gets. No model is asked. */
async function beginsWith(server: Server, project: string): Promise<string> {
  const session = (await server.post('/session', project, {})).body as { readonly id: string };
  const { status, body } = await server.post(`/session/${session.id}/message`, project, {
    noReply: true,
    model: { providerID: 'any', modelID: 'any' },
    parts: [{ type: 'text', text: 'hello' }],
  });
  if (status !== 200) return '(refused)';
  return quoted((body as { readonly info: { readonly agent: string } }).info.agent);
}

/**
 * The models that messages to the agent ask, its own first; the other one gives the session a title, in Kilo at the second
 * message.
 */
async function askedModels(
  server: Server,
  project: string,
  { path: file, text }: Question,
  agent: string | undefined,
): Promise<string> {
  const provider = await startProvider();
  try {
    writeFileSync(path.join(project, file), text.replaceAll(providerAddress, provider.address));
    await server.forget(project);
    const session = (await server.post('/session', project, {})).body as { readonly id: string };
    const send = (): Promise<Reply> =>
      server.post(`/session/${session.id}/message`, project, {
        ...(agent !== undefined && { agent }),
        parts: [{ type: 'text', text: 'hello' }],
      });
    const { status, body } = await send();
    if (status !== 200) return '(refused)';
    await send();
    const { providerID, modelID } = (body as { readonly info: Answering }).info;
    const own = `${providerID}/${modelID}`;
    const others = [...(await provider.asked(3))];
    for (let times = 0; times < 2; times++) others.splice(others.indexOf(own), 1);
    return listed([own, ...others]);
  } finally {
    await provider.close();
  }
}

interface Answering {
  readonly providerID: string;
  readonly modelID: string;
}

/** As it was listed for the first project, folders included. */
const shorn = (agent: Listed, project: string): string =>
  JSON.stringify(agent).replaceAll(project, path.join(path.dirname(project), 'first'));

const faultsIn = (body: unknown): string[] =>
  (
    (body as { data?: { issues?: readonly { path: readonly string[] }[] } })?.data?.issues ?? []
  ).map((issue) => issue.path.join('.'));

const inWords = ({ permission, pattern, action }: Rule): string =>
  `${permission} ${pattern} ${action}`;

/** The rules of the file follow those of every agent, and precede the very last of these. */
function shaped(agent: Listed, base: readonly Rule[], home: string): Agent {
  const all = (agent.permission ?? []).map(inWords);
  const first = base.map(inWords);
  let from = 0;
  while (from < Math.min(all.length, first.length - 1) && all[from] === first[from]) from++;
  const own = all.slice(from);
  if (own.at(-1) === first.at(-1)) own.pop();
  return {
    ...agent,
    promptLength: agent.prompt?.length ?? 0,
    ownRules: own.map((rule) => rule.replaceAll(home, '<home>')),
  };
}

/** A project that looks like the root of a repository. */
export function lay(project: string, files: Readonly<Record<string, string>>): string {
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), text);
  };
  for (const folder of ['objects', 'refs/heads'])
    mkdirSync(path.join(project, '.git', folder), { recursive: true });
  put('.git/HEAD', 'ref: refs/heads/main\n');
  put('.git/config', '[core]\n\trepositoryformatversion = 0\n\tbare = false\n');
  for (const [file, text] of Object.entries(files)) put(file, text);
  return project;
}
