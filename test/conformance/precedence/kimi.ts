// Kimi Code answers by the parts of its bundle that find agent files and merge those of the user, of the project, and its own.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { copyOf, nodeBelow, version } from '../oracles/kimi';
import type { Listed, Program } from './program';

/** In place of the start of the program: writes the agents, each with its description. */
const asking = `
{
  const [root, home] = process.argv.slice(2);
  const host = new HostFileSystem();
  const priorities = AGENT_PROFILE_SOURCE_PRIORITY;
  const from = async (sourceId, priority, roots) => ({
    sourceId,
    priority,
    contribution: profilesFromDiscovery(await discoverAgentFiles(host, roots), () => ({ text: '' })),
  });
  const entries = [
    { sourceId: 'builtin', priority: priorities.builtin, contribution: { profiles: getAgentProfileContributions() } },
    await from('user', priorities.user, await userAgentRoots(host, home + '/.kimi-code', home)),
    await from('workspace', priorities.workspace, await projectAgentRoots(host, root)),
  ];
  const registry = { entries: () => entries, onDidChange: () => ({ dispose() {} }) };
  const catalog = new SessionAgentProfileCatalogService(registry, {}, { warn() {} });
  const own = new Set(getAgentProfileContributions().map(({ name }) => name));
  const agents = catalog.list().map(({ name, description }) => ({ name, description, isOwn: own.has(name) }));
  process.stdout.write(JSON.stringify(agents), () => process.exit(0));
}
`;

let known: string | undefined;

/** One for all cases: the bundle is large. */
function programBelow(folder: string): string {
  const program = copyOf(folder, asking);
  process.on('exit', () => rmSync(program, { force: true }));
  return program;
}

export const kimi: Program = {
  host: 'kimi',
  marks: false,
  ask: async (folder, { start, home }) => {
    known ??= programBelow(folder);
    const { status, stdout, stderr } = spawnSync(nodeBelow(folder), [known, start, home], {
      cwd: start,
      env: { HOME: home, PATH: process.env['PATH'] ?? '' },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the program ended with ${status}: ${stderr.slice(0, 2000)}`);
    const agents = JSON.parse(stdout) as { name: string; description: string; isOwn: boolean }[];
    return {
      version,
      agents: agents.map(({ name, description, isOwn }): Listed => {
        const isFile = description.endsWith('.md');
        // Of its own agent it keeps the list of subagents, unless the file has one.
        return { name, files: isFile ? [description] : [], isChanged: isFile && isOwn };
      }),
    };
  },
};
