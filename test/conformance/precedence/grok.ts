// Grok Build lists its agents. Nothing is started and nothing is sent.
import { spawnSync } from 'node:child_process';
import { noNetwork, programBelow, version } from '../oracles/grok';
import type { Program } from './program';

interface Shown {
  readonly agents: readonly { readonly name: string; readonly description: string }[];
}

export const grok: Program = {
  host: 'grok',
  marks: false,
  ask: async (folder, { start, home }) => {
    const { stdout } = spawnSync(programBelow(folder), ['inspect', '--json'], {
      cwd: start,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: home,
        GROK_DISABLE_AUTOUPDATER: '1',
        ...noNetwork,
      },
      encoding: 'utf8',
    });
    const { agents } = JSON.parse(stdout) as Shown;
    return {
      version,
      agents: agents.map(({ name, description }) => ({
        name,
        files: description.endsWith('.md') ? [description] : [],
      })),
    };
  },
};
