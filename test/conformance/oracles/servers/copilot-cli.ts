// Copilot CLI answers which MCP servers it finds in a folder.
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, names } from '../../facts';
import { startPeer } from '../copilot-cli';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';
import { laySkills } from '../skills/batch';

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
      laySkills({ project, home }, [question]);
      const answer = (await peer.ask('mcp.discover', { workingDirectory: project })) as Answer;
      found.push({
        servers: names(
          answer.servers
            .filter(({ source }) => source === 'workspace')
            .map(({ name, type }) => `${name}:${type ?? ''}`),
        ),
      });
    }
    return found;
  } finally {
    await peer.close();
    removeFolder(root);
  }
};
