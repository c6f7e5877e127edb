// Codex answers by its app server: a marketplace of the project lists the plugin, which is installed, and the program lists its skills and
// servers. It has no agents of plugins.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Facts } from '../../facts';
import { pluginFolder, type Question } from '../../question';
import { programBelow } from '../codex';
import { noNetwork } from '../no-network';
import type { Ask } from '../skills';
import {
  eachOf,
  type Laid,
  type LoadedPlugin,
  marketplaceAnswer,
  nameIn,
  namesInMarketplace,
  pluginAnswer,
  withFiles,
} from './lay';

const patience = 60_000;

export const askCodex: Ask = (folder, questions) => {
  const program = programBelow(path.join(folder, 'node_modules/@openai'));
  return eachOf(questions, 2, {
    plugin: (question) =>
      withFiles(question, (laid) => inServer(program, laid, (ask) => plugin(ask, laid, question))),
    marketplace: (question) =>
      withFiles(question, (laid) =>
        inServer(program, laid, (ask) => marketplace(ask, laid, question)),
      ),
  });
};

type AskServer = (method: string, params: object) => Promise<unknown>;

/** Starts its server in the folder of the marketplace. */
async function inServer(
  program: string,
  { home, project }: Laid,
  use: (ask: AskServer) => Promise<Facts>,
): Promise<Facts> {
  mkdirSync(path.join(home, '.codex'), { recursive: true });
  const trust = `[projects.${JSON.stringify(project)}]\ntrust_level = "trusted"\n`;
  writeFileSync(path.join(home, '.codex/config.toml'), trust);
  const child = spawn(program, ['app-server'], {
    cwd: project,
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      CODEX_HOME: path.join(home, '.codex'),
      ...noNetwork,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const waiting = new Map<number, (message: Message) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let last = 0;
  const send = (message: object): void => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  const ask: AskServer = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
      );
      send({ id, method, params });
      child.once('exit', () => reject(new Error(`Codex ended before it answered ${method}`)));
    });
  try {
    const clientInfo = { name: 'dossier', title: 'Dossier', version: '1' };
    await ask('initialize', { clientInfo });
    send({ method: 'initialized' });
    return await use(ask);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The program installs a plugin only by the name in the manifest that it reads. Without one, by every name: then that of the folder. */
async function plugin(ask: AskServer, { project }: Laid, question: Question): Promise<Facts> {
  const marketplacePath = path.join(project, '.agents/plugins/marketplace.json');
  mkdirSync(path.dirname(marketplacePath), { recursive: true });
  for (const pluginName of [pluginFolder, ...namesInManifests(question)]) {
    const entry = {
      name: pluginName,
      source: { source: 'local', path: `./${pluginFolder}` },
      policy: { installation: 'AVAILABLE', authentication: 'ON_INSTALL' },
      category: 'Coding',
    };
    writeFileSync(marketplacePath, JSON.stringify({ name: marketplaceName, plugins: [entry] }));
    const loaded = await loadedAs(pluginName, { ask, project, marketplacePath });
    if (loaded) return pluginAnswer(loaded);
  }
  return pluginAnswer(null);
}

const marketplaceName = 'm';

interface Installing {
  readonly ask: AskServer;
  readonly project: string;
  readonly marketplacePath: string;
}

/** Null where it is not installed by that name. */
async function loadedAs(
  pluginName: string,
  { ask, project, marketplacePath }: Installing,
): Promise<LoadedPlugin | null> {
  const named = { marketplacePath, pluginName };
  const isInstalled = await ask('plugin/install', named).then(
    () => true,
    () => false,
  );
  if (!isInstalled) return null;
  const read = (await ask('plugin/read', named)) as {
    readonly plugin: { readonly mcpServers: readonly string[]; readonly hooks: readonly unknown[] };
  };
  const { data } = (await ask('skills/list', { cwds: [project], forceReload: true })) as {
    readonly data: readonly {
      readonly skills: readonly { readonly name: string; readonly pluginId: string | null }[];
    }[];
  };
  const id = `${pluginName}@${marketplaceName}`;
  return {
    name: pluginName,
    skills: data.flatMap(({ skills }) =>
      skills.flatMap((skill) => (skill.pluginId === id ? [skill.name] : [])),
    ),
    servers: read.plugin.mcpServers,
    hooks: read.plugin.hooks.length > 0,
  };
}

function namesInManifests({ path: file, text, around }: Question): readonly string[] {
  const texts = Object.entries({ ...around, [file]: text }).flatMap(([name, content]) =>
    name.endsWith('plugin.json') ? [content] : [],
  );
  return [...new Set(texts.map(nameIn))].filter((name) => name !== '');
}

async function marketplace(ask: AskServer, { project }: Laid, question: Question): Promise<Facts> {
  const name = nameIn(question.text);
  const list = (await ask('plugin/list', { cwds: [project] })) as {
    readonly marketplaces: readonly { readonly name: string }[];
  };
  if (!list.marketplaces.some((one) => one.name === name)) return marketplaceAnswer(null);
  const marketplacePath = path.join(project, question.path);
  const found: string[] = [];
  for (const pluginName of namesInMarketplace(question.text))
    if (
      await ask('plugin/install', { marketplacePath, pluginName }).then(
        () => true,
        () => false,
      )
    )
      found.push(pluginName);
  return marketplaceAnswer(found);
}
