// Cursor's SDK merges the agents of a workspace. It reads none of the user.
import { servicesOf, version } from '../oracles/cursor';
import type { Program } from './program';

let known: ReturnType<typeof servicesOf> | undefined;

export const cursor: Program = {
  host: 'cursor',
  marks: false,
  ask: async (folder, { start }) => {
    known ??= servicesOf(`${folder}/node_modules/@cursor/sdk/dist/cjs`);
    const { Merged, Workspace } = await known;
    const agents = await new Merged([new Workspace(start)]).getAllSubagents();
    return {
      version,
      agents: agents.map(({ name, description }) => ({ name, files: [description] })),
    };
  },
};
