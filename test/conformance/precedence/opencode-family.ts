// OpenCode and Kilo list their agents as a server. Overridden files are recognized by marks in the options of the agent.
import { programOf } from '../oracles/opencode-family';
import { startServer } from '../oracles/opencode-family/server';
import type { Program } from './program';

interface ServedAgent {
  readonly name: string;
  readonly native?: boolean;
  readonly prompt?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

const family = (host: 'opencode' | 'kilo'): Program => ({
  host,
  marks: true,
  config: 'config',
  ask: async (folder, { home, start }) => {
    const server = await startServer(programOf(host, folder), home, start);
    try {
      const { status, body } = await server.get('/agent', start);
      if (status !== 200) throw new Error(`${host}: ${JSON.stringify(body)}`);
      const agents = body as readonly ServedAgent[];
      return {
        version: server.version,
        agents: agents.map(({ name, native = false, prompt = '', options = {} }) => {
          const file = / ?(\S+)\.$/.exec(prompt)?.[1];
          const marks = Object.entries(options).flatMap(([key, value]) =>
            key.startsWith('mark-') ? [String(value)] : [],
          );
          const under = marks.filter((one) => one !== file).sort();
          return {
            name,
            files: file === undefined ? under : [file, ...under],
            isChanged: native,
          };
        }),
      };
    } finally {
      await server.close();
    }
  },
});

export const opencode = family('opencode');
export const kilo = family('kilo');
