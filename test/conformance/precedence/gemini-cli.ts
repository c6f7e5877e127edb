// Gemini CLI answers by the registry of agents of its library, with a session that sends nothing.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../oracles/gemini-cli';
import type { Program } from './program';

interface Agent {
  readonly name: string;
  readonly description: string;
  readonly metadata?: { readonly hash?: string };
}

interface Session {
  readonly storage: { readonly getProjectAgentsDir: () => string };
  readonly getAcknowledgedAgentsService: () => {
    readonly acknowledge: (root: string, name: string, hash: string) => Promise<void>;
  };
}

interface Registry {
  readonly initialize: () => Promise<void>;
  readonly getAllDefinitions: () => readonly Agent[];
  readonly dispose: () => void;
}

interface Library {
  readonly Config: new (settings: object) => Session;
  readonly AgentRegistry: new (session: Session) => Registry;
  readonly loadAgentsFromDirectory: (
    folder: string,
  ) => Promise<{ readonly agents: readonly Agent[] }>;
}

/** The parts of the library that its entry does not export. */
async function libraryBelow(folder: string): Promise<Library> {
  const source = path.join(folder, 'node_modules/@google/gemini-cli-core/dist/src');
  const parts = await Promise.all(
    ['config/config.js', 'agents/registry.js', 'agents/agentLoader.js'].map(
      (file) => import(pathToFileURL(path.join(source, file)).href) as Promise<object>,
    ),
  );
  return Object.assign({}, ...parts) as Library;
}

let known: Promise<Library> | undefined;

/** How often agents were confirmed: in the order of their files and in the other one, by turns. */
let turns = 0;

export const geminiCli: Program = {
  host: 'gemini-cli',
  marks: false,
  ask: async (folder, { start, home }) => {
    known ??= libraryBelow(folder);
    const { Config, AgentRegistry, loadAgentsFromDirectory } = await known;
    // It looks for the folder of the user when it is asked.
    process.env['GEMINI_CLI_HOME'] = home;
    const session = new Config({
      ...{ sessionId: 'dossier', targetDir: start, cwd: start, model: 'stand-in' },
      ...{ debugMode: false, enableAgents: true },
    });
    // Like a user who has confirmed the agents of the project before.
    const { agents } = await loadAgentsFromDirectory(session.storage.getProjectAgentsDir());
    const confirmed = session.getAcknowledgedAgentsService();
    for (const { name, metadata } of turns++ % 2 === 0 ? agents : agents.toReversed())
      await confirmed.acknowledge(start, name, metadata?.hash ?? '');
    const registry = new AgentRegistry(session);
    await registry.initialize();
    const found = registry.getAllDefinitions();
    registry.dispose();
    return {
      version,
      agents: found.map(({ name, description }) => ({
        name,
        files: description.endsWith('.md') ? [description] : [],
      })),
    };
  },
};
