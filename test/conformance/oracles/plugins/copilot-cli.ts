// Copilot CLI answers by its protocol: it installs the plugin, and a session lists what is in it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Facts } from '../../facts';
import type { Installed } from '../../installed-plugins';
import { asksForParts, type Question } from '../../question';
import { startPeer } from '../copilot-cli';
import type { Peer } from '../copilot-cli/rpc';
import { startService } from '../copilot-cli/service';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';
import {
  eachOf,
  type Laid,
  type LoadedPlugin,
  marketplaceAnswer,
  pluginAnswer,
  withFiles,
} from './lay';

export const askCopilotCli: Ask = async (folder, questions) => {
  const service = await startService();
  // A program that has removed its marketplace again is asked about the next one.
  const spare: Started[] = [];
  const start = async (): Promise<Started> => {
    const home = mkdtempSync(path.join(tmpdir(), 'dossier-marketplaces-'));
    const peer = startPeer(folder, { home, port: service.port, online: false });
    await peer.ask('connect');
    return { home, peer };
  };
  const end = async ({ home, peer }: Started): Promise<void> => {
    await peer.close();
    removeFolder(home);
  };
  const inSpare = (question: Question): Promise<Facts> =>
    withFiles(question, async (laid) => {
      const started = spare.pop() ?? (await start());
      const { facts, isClean } = await marketplace(started.peer, laid, question, service.port);
      if (isClean) spare.push(started);
      else await end(started);
      return facts;
    });
  const inProgram = (
    question: Question,
    ask: (peer: Peer, laid: Laid, port: number) => Promise<Facts>,
  ): Promise<Facts> =>
    withFiles(question, async (laid) => {
      const peer = startPeer(folder, { home: laid.home, port: service.port, online: false });
      try {
        await peer.ask('connect');
        return await ask(peer, laid, service.port);
      } finally {
        await peer.close();
      }
    });
  try {
    return await eachOf(questions, 2, {
      plugin: (question) => inProgram(question, plugin),
      marketplace: inSpare,
    });
  } finally {
    await Promise.all(spare.map(end));
    service.close();
  }
};

async function plugin(peer: Peer, laid: Laid, port: number): Promise<Facts> {
  const installed = (await peer
    .ask('plugins.install', { source: laid.plugin })
    .catch(() => null)) as {
    readonly plugin: { readonly name: string };
  } | null;
  if (!installed) return pluginAnswer(null);
  const parts = await partsIn(peer, laid, port);
  const { hooks } = (await peer.ask('hooks.discover')) as {
    hooks: readonly { origin: string }[];
  };
  return pluginAnswer({
    name: installed.plugin.name,
    ...parts,
    hooks: hooks.some(({ origin }) => origin === 'plugin'),
  });
}

/** What a session has of the installed plugins. */
async function partsIn(
  peer: Peer,
  { home }: Laid,
  port: number,
): Promise<Required<Pick<LoadedPlugin, 'agents' | 'skills' | 'servers' | 'described'>>> {
  const { sessionId } = (await peer.ask('session.create', {
    workingDirectory: home,
    model: 'stand-in',
    enableConfigDiscovery: true,
    provider: { type: 'openai', baseUrl: `http://127.0.0.1:${port}/v1` },
  })) as { sessionId: string };
  const of = async <T>(method: string): Promise<T> => (await peer.ask(method, { sessionId })) as T;
  await of('session.skills.reload');
  const { skills } = await of<{ skills: readonly ListedSkill[] }>('session.skills.list');
  const { agents } = await of<{ agents: readonly ListedAgent[] }>('session.agent.list');
  const { servers } = await of<{ servers: readonly { name: string }[] }>('session.mcp.list');
  return {
    agents: agents.flatMap(({ id, source }) => (source === 'plugin' ? [id] : [])),
    skills: skills.flatMap(({ source, commandName }) =>
      source === 'plugin' && commandName !== undefined ? [commandName] : [],
    ),
    servers: servers.map(({ name }) => name),
    described: [
      ...agents.map(({ id, description }) => [id, description ?? ''] as const),
      ...skills.map(({ commandName, description }) => [commandName ?? '', description] as const),
    ],
  };
}

interface ListedSkill {
  readonly source: string;
  readonly commandName?: string;
  readonly description: string;
}

interface ListedAgent {
  readonly id: string;
  readonly source?: string;
  readonly description?: string;
}

interface Started {
  readonly home: string;
  readonly peer: Peer;
}

/** `isClean`: nothing is left of the marketplace. */
async function marketplace(
  peer: Peer,
  laid: Laid,
  question: Question,
  port: number,
): Promise<{ readonly facts: Facts; readonly isClean: boolean }> {
  const isDone = (method: string, asked: object): Promise<boolean> =>
    peer.ask(method, asked).then(
      () => true,
      () => false,
    );
  const load = async (named: Installed['versions']): Promise<Installed> => {
    const { agents, skills, servers } = await partsIn(peer, laid, port);
    return { versions: named, parts: [...agents, ...skills], servers };
  };
  const added = (await peer
    .ask('plugins.marketplaces.add', { source: laid.project })
    .catch(() => null)) as { readonly name: string } | null;
  if (!added)
    return {
      facts: await marketplaceAnswer(
        question,
        null,
        () => false,
        () => load([]),
      ),
      isClean: true,
    };
  const { name } = added;
  const { plugins } = (await peer.ask('plugins.marketplaces.browse', { name })) as {
    readonly plugins: readonly { readonly name: string }[];
  };
  // The parts are in a session with the plugins.
  const isKept = asksForParts(question);
  let isClean = !isKept;
  const facts = await marketplaceAnswer(
    question,
    plugins.map((one) => one.name),
    async (plugin) => {
      const one = `${plugin}@${name}`;
      const isInstalled = await isDone('plugins.install', { source: one });
      if (isInstalled && !isKept)
        isClean = (await isDone('plugins.uninstall', { name: one })) && isClean;
      return isInstalled;
    },
    async () => {
      const { plugins: installed } = (await peer.ask('plugins.list', {})) as {
        readonly plugins: readonly { readonly name: string; readonly version?: string }[];
      };
      return load(installed.map((one) => [one.name, one.version ?? null]));
    },
  );
  if (isClean) isClean = await isDone('plugins.marketplaces.remove', { name });
  return { facts, isClean };
}
