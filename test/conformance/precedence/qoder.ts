// Qoder CLI answers by the registry of agents of a session without an account. Nothing is sent.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { noNetwork } from '../oracles/no-network';
import { copyOf, nodeBelow, version } from '../oracles/qoder';
import type { Program } from './program';

/** What the line of the answer begins with: the program may write its log to the same place. */
const mark = 'dossier: ';

/** In place of the start of the program: writes the agents of a session, each with its description. */
const asking = `
{
  const [project] = process.argv.slice(2);
  const { loadSettings } = await Promise.resolve().then(() => (qo(), QE));
  const { loadCliConfig } = await Promise.resolve().then(() => (QY(), BNe));
  const config = await loadCliConfig(loadSettings(project).merged, 'dossier', { debug: false }, { cwd: project });
  await config.initialize();
  const agents = config.getAgentRegistry().getAllDefinitions().map(({ name, description }) => ({ name, description }));
  process.stdout.write('\\n' + ${JSON.stringify(mark)} + JSON.stringify(agents) + '\\n', () => process.exit(0));
}
`;

let known: string | undefined;

/** One for all cases: the bundle is large. */
function programBelow(folder: string): string {
  const program = copyOf(folder, asking);
  process.on('exit', () => rmSync(program, { force: true }));
  return program;
}

export const qoder: Program = {
  host: 'qoder',
  marks: false,
  ask: async (folder, { start, home }) => {
    known ??= programBelow(folder);
    const { status, stdout, stderr } = spawnSync(nodeBelow(folder), [known, start], {
      cwd: start,
      env: {
        HOME: home,
        PATH: process.env['PATH'] ?? '',
        ...noNetwork,
      },
      encoding: 'utf8',
    });
    const line = stdout.split('\n').find((one) => one.startsWith(mark));
    if (line === undefined)
      throw new Error(`the program ended with ${status}: ${stderr.slice(0, 2000)}`);
    const agents = JSON.parse(line.slice(mark.length)) as { name: string; description: string }[];
    return {
      version,
      agents: agents.map(({ name, description }) => ({
        name,
        files: description.endsWith('.md') ? [description] : [],
      })),
    };
  },
};
