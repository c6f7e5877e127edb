// Qwen Code lists the agents of a project, of its user, and its own.
import { chunksBelow, configOf, managerIn, version } from '../oracles/qwen-code';
import type { Program } from './program';

let known: ReturnType<typeof managerIn> | undefined;

export const qwenCode: Program = {
  host: 'qwen-code',
  marks: false,
  ask: async (folder, { start, home }) => {
    known ??= managerIn(chunksBelow(folder));
    const Manager = await known;
    // It looks for the folder of the user when it is asked.
    process.env['HOME'] = home;
    const manager = new Manager(configOf(start, []));
    const listed = await manager.listSubagents({ force: true });
    // A call may find another agent than the one that is listed under the name.
    const agents = await Promise.all(
      listed.map(async ({ name }) => {
        const { description = '' } = (await manager.loadSubagent(name)) ?? {};
        return { name, description };
      }),
    );
    return {
      version,
      agents: agents.map(({ name, description }) => ({
        name,
        files: description.endsWith('.md') ? [description] : [],
      })),
    };
  },
};
