// Factory Droid makes the session of each agent that it offers: the prompt of the session names the file.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newDesk, unpackedProgram, version } from '../oracles/factory';
import { removeFolder } from '../oracles/remove-folder';
import type { Program } from './program';

/** One for all cases: it is large. */
function unpack(installed: string): ReturnType<typeof unpackedProgram> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-factory-'));
  process.on('exit', () => removeFolder(folder));
  return unpackedProgram(installed, folder);
}

let known: ReturnType<typeof unpackedProgram> | undefined;

export const factory: Program = {
  host: 'factory',
  marks: false,
  ask: async (installed, { start, home }) => {
    known ??= unpack(installed);
    const desk = await newDesk(known, { project: start, home });
    const { agents, offered } = await desk.ask();
    desk.end();
    return {
      version,
      agents: offered.map((name) => {
        const session = agents.find((agent) => agent.name === name)?.session;
        const [, file] = /^(\S+)\.\n/.exec(session?.systemPrompt ?? '') ?? [];
        return { name, files: file === undefined ? [] : [file] };
      }),
    };
  },
};
