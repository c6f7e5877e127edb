// Copilot CLI answers which MCP servers it finds in a folder.
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Facts, names } from '../../facts';
import type { Question } from '../../question';
import { startPeer } from '../copilot-cli';
import type { Peer } from '../copilot-cli/rpc';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';
import { laySkills } from '../skills/batch';
import { asksForKeys, keyFacts, serversIn, startStandIns } from './stand-in';

interface Answer {
  readonly servers: readonly {
    readonly name: string;
    readonly type?: string;
    readonly source?: string;
  }[];
}

export const askCopilotCli: Ask = async (folder, questions) => {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-copilot-')));
  const home = path.join(root, 'home');
  // No model is called.
  const peer = startPeer(folder, { home, port: 9, online: false });
  try {
    await peer.ask('connect');
    const found: Facts[] = [];
    for (const [index, question] of questions.entries()) {
      const project = path.join(root, `project-${index}`);
      if (asksForKeys(question)) {
        found.push(await keysOf(peer, { project, home }, question));
        continue;
      }
      laySkills({ project, home }, [question]);
      const answer = (await peer.ask('mcp.discover', { workingDirectory: project })) as Answer;
      found.push({ servers: namesOf(answer.servers) });
    }
    return found;
  } finally {
    await peer.close();
    removeFolder(root);
  }
};

/** With what a session starts and reaches its servers, once it has tried all. */
async function keysOf(
  peer: Peer,
  at: { readonly project: string; readonly home: string },
  question: Question,
): Promise<Facts> {
  const servers = await startStandIns(question);
  try {
    laySkills(at, [servers.question]);
    const { sessionId } = (await peer.ask('session.create', {
      ...{ workingDirectory: at.project, model: 'stand-in', enableConfigDiscovery: true },
      provider: { type: 'openai', baseUrl: 'http://127.0.0.1:9/v1' },
    })) as { readonly sessionId: string };
    for (let count = 0; ; count++) {
      const list = (await peer.ask('session.mcp.list', { sessionId })) as {
        readonly servers: readonly { readonly status: string }[];
      };
      if (list.servers.every(({ status }) => status !== 'pending')) break;
      if (count > 600) throw new Error('Copilot CLI did not try all servers');
      await setTimeout(100);
    }
    await peer.ask('session.destroy', { sessionId });
    const { servers: found } = (await peer.ask('mcp.discover', {
      workingDirectory: at.project,
    })) as Answer;
    const loaded = found.map(({ name }) => name);
    return {
      servers: namesOf(found),
      ...keyFacts(serversIn(question), loaded, servers.keys(at.project)),
    };
  } finally {
    servers.close();
  }
}

const namesOf = (servers: Answer['servers']): string =>
  names(
    servers
      .filter(({ source }) => source === 'workspace')
      .map(({ name, type }) => `${name}:${type ?? ''}`),
  );
