// Copilot CLI lists its agents for a session in a folder, each with its file.
import path from 'node:path';
import { startPeer } from '../oracles/copilot-cli';
import type { Agent } from '../oracles/copilot-cli/answer';
import type { Program } from './program';

export const copilotCli: Program = {
  host: 'copilot-cli',
  marks: false,
  ask: async (folder, { home, start }) => {
    const host = startPeer(folder, { home, port: 9, online: false });
    try {
      const { version } = (await host.ask('connect')) as { version: string };
      const { sessionId } = (await host.ask('session.create', {
        workingDirectory: start,
        model: 'stand-in',
        enableConfigDiscovery: true,
        provider: { type: 'openai', baseUrl: 'http://127.0.0.1:9/v1' },
      })) as { sessionId: string };
      const updated = host.event(sessionId, 'session.custom_agents_updated');
      await host.ask('session.agent.reload', { sessionId });
      await updated;
      const list = await host.ask('session.agent.list', { sessionId, includePrompt: true });
      const { agents } = list as { agents: readonly Agent[] };
      return {
        version,
        agents: agents.flatMap(({ id, description }) =>
          id === undefined ? [] : [{ name: id, files: sourceOf(description) }],
        ),
      };
    } finally {
      await host.close();
    }
  },
};

/** The description is the path; an agent of the host's own has none that is one. */
const sourceOf = (description = ''): readonly string[] =>
  path.extname(description) === '.md' && !description.includes(' ') ? [description] : [];
