// dossier list: the agents of a workspace, as the hosts see them.
import type { Verdict } from '../hosts/verdict';
import type { World } from '../world/world';
import { configFlags, configUsage, configured } from './config';
import { exit, type Io, UsageError } from './io';
import { contextOf, hostsOf, parse, wordOf } from './options';
import { filesOf, pathForPeople, userFiles } from './paths';
import { table } from './table';
import { verdictsIn } from './verdicts-in';

export const listUsage = `dossier list [PATH]   the agents of a workspace (default: this folder), a line a file and host

  --host ID,...        only these hosts; guests among them too (default: the owners of each place)
  --user               the agents of your home folder too: programs use them in every project
  --context KEY=VALUE  what a file cannot say: platform, mcp, ...
${configUsage}
  --format FORM        human (default), json

A file that is no agent for a host is listed too, with what became of it.
`;

/** An agent in one host; new keys may come, none goes. */
export interface Listed {
  readonly id: string | null;
  readonly host: string;
  /** `project`, `user` or `plugin`. */
  readonly scope: string;
  readonly file: string;
  readonly fate: string;
  readonly reason: string | null;
  readonly model: string | null;
  /** How many are granted; null for every tool, and where there is no agent. */
  readonly tools: number | null;
  readonly lost: number;
  readonly description: string | null;
}

/** @throws UsageError */
export function list(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    host: { type: 'string' },
    user: { type: 'boolean' },
    context: { type: 'string', multiple: true },
    format: { type: 'string' },
    ...configFlags,
  });
  if (values['help']) {
    io.out(listUsage);
    return exit.clean;
  }
  if (paths.length > 1) throw new UsageError('list takes one path');
  const format = wordOf(values['format'], ['human', 'json'], 'human', 'format');
  const chosen = hostsOf(values['host']);
  const context = contextOf(values['context']);
  let failed = false;
  const agents: Listed[] = [];
  const config = configured({ values, flags: {} }, world);
  const all = [...filesOf(paths, false, world, config)];
  if (values['user'] === true) all.push(...userFiles(world, new Set(all)));
  for (const file of all) {
    try {
      for (const { verdict } of verdictsIn(file, chosen, context, world))
        agents.push(listed(pathForPeople(file, world), verdict));
    } catch (error) {
      failed = true;
      io.err(`dossier: ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  io.out(format === 'json' ? `${JSON.stringify({ agents })}\n` : humanList(agents));
  if (agents.length === 0 && !failed)
    io.err('dossier: no agent file seen. Agents lie in the folders that `dossier hosts` lists.\n');
  return failed ? exit.failed : exit.clean;
}

const listed = (file: string, { place, fate, reason, persona }: Verdict): Listed => ({
  id: persona?.id ?? null,
  host: place.host.id,
  scope: place.location.scope,
  file,
  fate,
  reason,
  model: persona?.model.effective ?? null,
  tools: persona && !persona.tools.all ? persona.tools.granted.length : null,
  lost: persona?.tools.lost.length ?? 0,
  description: persona?.description ?? null,
});

const head = ['AGENT', 'HOST', 'FATE', 'TOOLS', 'MODEL'];

function humanList(agents: readonly Listed[]): string {
  if (agents.length === 0) return '0 agents\n';
  // Nearly always all are the project's.
  const withScope = agents.some(({ scope }) => scope !== 'project');
  const rows = agents.map(({ id, host, scope, fate, reason, tools, lost, model, file }) => [
    id ?? '-',
    host,
    reason === null ? fate : `${fate} (${reason})`,
    id === null
      ? '-'
      : tools === null
        ? 'all'
        : lost > 0
          ? `${tools} of ${tools + lost}`
          : `${tools}`,
    model ?? '-',
    ...(withScope ? [scope] : []),
    file,
  ]);
  const count = new Set(agents.filter(({ id }) => id !== null).map(({ file }) => file)).size;
  return `${table([...head, ...(withScope ? ['SCOPE'] : []), 'FILE'], rows)}\n${count} ${count === 1 ? 'agent' : 'agents'}\n`;
}
