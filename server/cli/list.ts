// `dossier list`: the agents and skills of a workspace as each host sees them.

import type { ListedAgent } from '../contract/library';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { english } from '../text/translate';
import { configFlags, configUsage, configured } from './config';
import { exit, type Io, UsageError, type World } from './io';
import { listAgents } from './list-agents';
import { humanSkills } from './list-skills';
import { contextOf, wordOf } from './options';
import { parse } from './parse';
import type { Unread } from './paths';
import { hostsOf } from './programs';
import { printable } from './report/cells';
import { jsonText } from './report/json-text';
import { reasonWords, resultWords } from './report/result-words';
import { table } from './report/table';
import { humanLists } from './skill-lists';

export function listUsage(): string {
  return `dossier list [PATH]   list agents and skills, one line per file and program (default: the current folder)

  --program ID,...     only these programs (default: those whose folder contains the file)
  --user               also list the agents in your home folder, which are available in every project
  --context KEY=VALUE  facts about the environment: platform, mcp, ...
${configUsage}
  --format FORMAT      human (default), json

Files that a program does not load as an agent are also listed, with the reason.
`;
}

/** @throws UsageError */
export function list(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    program: { type: 'string' },
    user: { type: 'boolean' },
    context: { type: 'string', multiple: true },
    format: { type: 'string' },
    ...configFlags,
  });
  if (values['help']) {
    io.out(listUsage());
    return exit.clean;
  }
  if (paths.length > 1) throw new UsageError('list accepts only one path. Run it for each path.');
  const format = wordOf(values['format'], ['human', 'json'], 'human', 'format');
  const chosen = hostsOf(world.catalog, values['program']);
  const context = contextOf(values['context']);
  let failed = false;
  const unread: Unread = (path, { message }) => {
    failed = true;
    io.err(`dossier: ${printable(path)}: ${english(message)}\n`);
  };
  const config = configured({ io, values, flags: {} }, world);
  const ask = { chosen, context, config, withUser: values['user'] === true };
  const { agents, skills, lists } = listAgents(paths, ask, world, unread);
  if (format === 'json') io.out(`${jsonText({ agents, skills, lists })}\n`);
  else {
    const ofSkills = humanSkills(skills, world.catalog);
    // An empty list of agents is stated, unless the folder is one of skills.
    if (agents.length > 0 || ofSkills === '') io.out(humanList(agents, world.catalog));
    if (agents.length > 0 && ofSkills !== '') io.out('\n');
    io.out(ofSkills);
    const ofLists = humanLists(lists, world.catalog);
    if (ofLists !== '') io.out(`\n${ofLists}`);
  }
  if (agents.length + skills.length === 0 && !failed)
    io.err(
      'dossier: no agent files found. Run `dossier programs` to list the folders that programs read.\n',
    );
  return failed ? exit.failed : exit.clean;
}

/** `5 of 8`, `5 of 8 (1 unknown)`, `all`, `all but 4`, `read-only`, `unknown`. */
function toolsCell(agent: ListedAgent): string {
  const { id, isConfigured, outcome, tools, written, denied } = agent;
  if (id === null || (isConfigured && outcome === 'unknown')) return '-';
  if (agent.readOnly) return agent.readOnly === 'applied' ? 'read-only' : 'read-only?';
  if (agent.toolsUnknown) return 'unknown';
  if (!written) return denied === 0 ? 'all' : `all but ${denied}`;
  const { names, granted, unknown } = written;
  if (names === 0) return `${tools ?? 0}`;
  const count = granted === names ? `${names}` : `${granted} of ${names}`;
  return unknown === 0 ? count : `${count} (${unknown} unknown)`;
}

const head = ['AGENT', 'PROGRAM', 'RESULT', 'TOOLS', 'MODEL'];

function humanList(agents: readonly ListedAgent[], catalog: HostCatalog): string {
  if (agents.length === 0) return '0 agents\n';
  // The scope column is omitted in the usual case that all agents belong to the project.
  const withScope = agents.some(({ scope }) => scope !== 'project');
  const rows = agents.map((agent) => {
    const { id, host, scope, outcome, modelWritten, file, isConfigured } = agent;
    return [
      id ?? '-',
      catalog.hostById(host)?.name ?? host,
      isConfigured && outcome === 'unknown' ? 'not checked' : resultOf(agent),
      toolsCell(agent),
      modelWritten ?? '-',
      ...(withScope ? [scope] : []),
      file,
    ];
  });
  const each = agents.flatMap(({ id, file, isConfigured }) =>
    id === null ? [] : [isConfigured ? `${file}#${id}` : file],
  );
  const count = new Set(each).size;
  return `${table([...head, ...(withScope ? ['SCOPE'] : []), 'FILE'], rows)}\n${count} ${count === 1 ? 'agent' : 'agents'}\n`;
}

function resultOf({
  outcome,
  reason,
  cause,
  isConfigured,
  hiddenBy: other,
  sameNameAs,
}: ListedAgent): string {
  if (other !== undefined) return `hidden by ${other}`;
  // Without findings it is unknown whether all of it has an effect.
  const words = outcome === 'loads' ? 'loads' : resultWords(outcome, isConfigured);
  const rival = sameNameAs === undefined ? '' : `, or ${sameNameAs} instead`;
  return `${words}${reasonWords(reason, cause)}${rival}`;
}
