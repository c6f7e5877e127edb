// Copilot CLI answers by its protocol: it installs the plugin, and a session lists what is in it.
import type { Facts } from '../../facts';
import type { Question } from '../../question';
import { startPeer } from '../copilot-cli';
import type { Peer } from '../copilot-cli/rpc';
import { startService } from '../copilot-cli/service';
import type { Ask } from '../skills';
import { eachOf, type Laid, marketplaceAnswer, pluginAnswer, withFiles } from './lay';

export const askCopilotCli: Ask = async (folder, questions) => {
  const service = await startService();
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
      marketplace: (question) =>
        inProgram(question, (peer, laid) => marketplace(peer, laid, question)),
    });
  } finally {
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
  const { sessionId } = (await peer.ask('session.create', {
    workingDirectory: laid.home,
    model: 'stand-in',
    enableConfigDiscovery: true,
    provider: { type: 'openai', baseUrl: `http://127.0.0.1:${port}/v1` },
  })) as { sessionId: string };
  const of = async <T>(method: string): Promise<T> => (await peer.ask(method, { sessionId })) as T;
  await of('session.skills.reload');
  const { skills } = await of<{ skills: readonly { source: string; commandName?: string }[] }>(
    'session.skills.list',
  );
  const { agents } = await of<{ agents: readonly { id: string; source?: string }[] }>(
    'session.agent.list',
  );
  const { servers } = await of<{ servers: readonly { name: string }[] }>('session.mcp.list');
  const { hooks } = (await peer.ask('hooks.discover')) as {
    hooks: readonly { origin: string }[];
  };
  return pluginAnswer({
    name: installed.plugin.name,
    agents: agents.flatMap(({ id, source }) => (source === 'plugin' ? [id] : [])),
    skills: skills.flatMap(({ source, commandName }) =>
      source === 'plugin' && commandName !== undefined ? [commandName] : [],
    ),
    servers: servers.map(({ name }) => name),
    hooks: hooks.some(({ origin }) => origin === 'plugin'),
  });
}

async function marketplace(peer: Peer, { project }: Laid, { text }: Question): Promise<Facts> {
  const added = (await peer
    .ask('plugins.marketplaces.add', { source: project })
    .catch(() => null)) as { readonly name: string } | null;
  const browsed = added
    ? ((await peer.ask('plugins.marketplaces.browse', { name: added.name })) as {
        readonly plugins: readonly { readonly name: string }[];
      })
    : null;
  return marketplaceAnswer(text, browsed ? browsed.plugins.map(({ name }) => name) : null, (name) =>
    peer.ask('plugins.install', { source: `${name}@${added?.name}` }).then(
      () => true,
      () => false,
    ),
  );
}
