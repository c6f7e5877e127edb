// `dossier list`: the agents and skills of a workspace as each host sees them.

import { remainingTools, toolCount } from '../features/persona/tool-count';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { pathAround } from '../hosts/model/located-file';
import { type Place, subjectAt } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import { namesakesOf } from '../rules/names/same-name';
import type { KnownAgent } from '../rules/workspace-view';
import { userFiles as userCompanionFiles } from '../workspace/companions/files';
import { companionNamesAt } from '../workspace/companions/look';
import { WorkspaceIndex } from '../workspace/index';
import { knownAgent } from '../workspace/known-agents';
import { verdictsIn } from './check/verdicts-in';
import { configFlags, configUsage, configured } from './config';
import { exit, type Io, UsageError, type World } from './io';
import { humanSkills, type ListedSkill, listedSkill } from './list-skills';
import { contextOf, hostsOf, parse, wordOf } from './options';
import {
  absolute,
  entryHolders,
  filesOf,
  pathForPeople,
  placeContext,
  type Unread,
  userFiles,
} from './paths';
import { printable } from './report/cells';
import { jsonText } from './report/json-text';
import { reasonWords, resultWords } from './report/result-words';
import { table } from './report/table';

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

/** An agent in one host. This is part of the public JSON format: keys may be added but not removed. */
export interface Listed {
  readonly id: string | null;
  readonly host: string;
  /** `project`, `user` or `plugin`. */
  readonly scope: string;
  readonly file: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly model: string | null;
  /** The number of granted tools. Null if all tools are granted or if the file is not loaded as an agent. */
  readonly tools: number | null;
  readonly lost: number;
  /** The tool names in the file and how many of them grant a tool. Null as for `tools`. */
  readonly written: {
    readonly names: number;
    readonly granted: number;
    readonly unknown: number;
  } | null;
  /** The number of tools that it does not have although it has all others. */
  readonly denied: number;
  /** Present only where the tools of the agent are not known. */
  readonly toolsUnknown?: true;
  /** Present only where a field forbids the agent to change files; `stated` where the program is not known to apply the field. */
  readonly readOnly?: 'applied' | 'stated';
  /** The model as written in the file. */
  readonly modelWritten: string | null;
  readonly description: string | null;
  /** Whether the agent is defined in a configuration file along with other agents. */
  readonly isConfigured: boolean;
  /** The file with the agent of the same name that the program uses instead; absent where it uses this one. */
  readonly hiddenBy?: string;
  /** The file with another agent of the same name, where the order in which the program reads them decides; otherwise absent. */
  readonly sameNameAs?: string;
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
  const index = new WorkspaceIndex(world.catalog, world.has, world.home ?? null);
  const inFiles: { readonly row: Listed; readonly known: KnownAgent }[] = [];
  const inConfigurations: Listed[] = [];
  const skills: ListedSkill[] = [];
  // Entries of configurations that are parts of agents in files.
  const merged = new Set<string>();
  const config = configured({ io, values, flags: {} }, world);
  const unread: Unread = (path, { message }) => {
    failed = true;
    io.err(`dossier: ${printable(path)}: ${message}\n`);
  };
  const found = [...filesOf(paths, false, world, config, unread)];
  const companionFiles = found.flatMap(({ path, isCompanion }) => (isCompanion ? [path] : []));
  const all = found.flatMap(({ path, isAgent }) => (isAgent ? [path] : []));
  if (values['user'] === true) {
    all.push(...userFiles(world, new Set(all), unread));
    if (world.home !== undefined)
      companionFiles.push(...userCompanionFiles(world.catalog, world.home, world));
  }
  for (const file of all) {
    const found = verdictsIn(file, { chosen, context, config }, world);
    if ('problem' in found) {
      unread(file, found);
      continue;
    }
    for (const { verdict } of found)
      if (subjectAt(verdict.place) !== 'agent')
        skills.push(listedSkill(pathForPeople(file, world), verdict));
    const ofAgents = found.filter(({ verdict }) => subjectAt(verdict.place) === 'agent');
    if (ofAgents.length === 0) continue;
    const known = ofAgents.map(({ outline, verdict }) =>
      knownAgent(outline, verdict, context, { readsPrompt: false }),
    );
    index.put(absolute(file, world), known);
    for (const [at, { verdict }] of ofAgents.entries()) {
      const agent = known[at];
      if (agent) inFiles.push({ row: listed(pathForPeople(file, world), verdict), known: agent });
      for (const one of verdict.persona?.mergedWith ?? [])
        merged.add(entryKey(verdict.place, pathAround(verdict.place, one), verdict.persona?.id));
    }
  }
  for (const file of new Set(companionFiles.map((one) => absolute(one, world)))) {
    const judged =
      entryHolders(file, world).length > 0
        ? verdictsIn(file, { chosen, context, config }, world)
        : [];
    const content = companionNamesAt(world.catalog, file, world, placeContext(world));
    index.putCompanion(file, content);
    const defined = content?.agents ?? [];
    // An entry that only adds to the file of an agent is not listed next to it.
    const isOfFile = ({ outcome, place: { host, entry } }: Verdict): boolean =>
      outcome === 'loads' &&
      !defined.some(({ id, place }) => place.host === host && id === entry?.name);
    const verdicts =
      'problem' in judged
        ? []
        : judged.filter(
            ({ verdict }) =>
              verdict.place.entry &&
              !isOfFile(verdict) &&
              !merged.has(entryKey(verdict.place, verdict.place.path, verdict.place.entry.name)),
          );
    for (const { verdict } of verdicts)
      inConfigurations.push(listed(shownPath(file, world), verdict));
    const isJudged = ({ id, place }: KnownAgent): boolean =>
      verdicts.some(
        ({ verdict }) => verdict.place.host === place.host && verdict.place.entry?.name === id,
      );
    for (const agent of defined)
      if (
        agent.id !== null &&
        !isJudged(agent) &&
        !merged.has(entryKey(agent.place, agent.path, agent.id)) &&
        (chosen ? chosen.includes(agent.place.host) : agent.place.role === 'owner')
      )
        inConfigurations.push(inConfiguration(shownPath(file, world), agent));
  }
  const agents = [
    ...inFiles.map(({ row, known }) => ({ ...row, ...hiddenBy(known, index, world) })),
    ...inConfigurations,
  ];
  if (format === 'json') io.out(`${jsonText({ agents, skills })}\n`);
  else {
    const ofSkills = humanSkills(skills, world.catalog);
    // An empty list of agents is stated, unless the folder is one of skills.
    if (agents.length > 0 || ofSkills === '') io.out(humanList(agents, world.catalog));
    if (agents.length > 0 && ofSkills !== '') io.out('\n');
    io.out(ofSkills);
  }
  if (agents.length + skills.length === 0 && !failed)
    io.err(
      'dossier: no agent files found. Run `dossier programs` to list the folders that programs read.\n',
    );
  return failed ? exit.failed : exit.clean;
}

/** Which other agent the program uses instead of this one, or may use. */
function hiddenBy(
  agent: KnownAgent,
  index: WorkspaceIndex,
  world: World,
): Pick<Listed, 'hiddenBy' | 'sameNameAs'> {
  const namesakes = namesakesOf(agent, index);
  if (!namesakes) return {};
  const file = shownPath(namesakes.others[0].path, world);
  return namesakes.kind === 'shared' ? { sameNameAs: file } : { hiddenBy: file };
}

const entryKey = ({ host }: Place, path: string, name: string | undefined): string =>
  `${host.id} ${path} ${name}`;

/** Formats the path like all other paths: relative to the working folder, or to the home folder with `~`. */
const shownPath = (file: string, world: World): string =>
  file.startsWith(`${world.cwd}/`) ? file.slice(world.cwd.length + 1) : pathForPeople(file, world);

/** Agents in a configuration file that is not verified are listed by name only. */
const inConfiguration = (
  file: string,
  { id, place, outcome, reason, model, description }: KnownAgent,
): Listed => ({
  ...{ id, file, outcome, reason, model, description },
  host: place.host.id,
  scope: place.location.scope,
  ...{ tools: null, lost: 0, written: null, denied: 0 },
  modelWritten: model,
  isConfigured: true,
});

const listed = (file: string, verdict: Verdict): Listed => {
  const { place, outcome, reason, persona } = verdict;
  const count = toolCount(verdict) ?? remainingTools(verdict);
  return {
    id: persona?.id ?? place.entry?.name ?? null,
    host: place.host.id,
    scope: place.location.scope,
    file,
    outcome,
    reason,
    model: persona?.model.effective ?? null,
    tools: persona && !persona.tools.all ? persona.tools.granted.length : null,
    lost: persona?.tools.lost.length ?? 0,
    written: count && {
      names: count.written,
      granted: count.granted.length,
      unknown: count.unknown.length,
    },
    denied: persona?.tools.denied.length ?? 0,
    ...(persona?.tools.isUnknown && { toolsUnknown: true }),
    ...(persona?.tools.readOnly && { readOnly: persona.tools.readOnly }),
    modelWritten: [persona?.model.written ?? []].flat().join(', ') || null,
    description: persona?.description ?? null,
    isConfigured: place.entry !== undefined,
  };
};

/** `5 of 8`, `5 of 8 (1 unknown)`, `all`, `all but 4`, `read-only`, `unknown`. */
function toolsCell(agent: Listed): string {
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

function humanList(agents: readonly Listed[], catalog: HostCatalog): string {
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

function resultOf({ outcome, reason, isConfigured, hiddenBy: other, sameNameAs }: Listed): string {
  if (other !== undefined) return `hidden by ${other}`;
  // Without findings it is unknown whether all of it has an effect.
  const words = outcome === 'loads' ? 'loads' : resultWords(outcome, isConfigured);
  const rival = sameNameAs === undefined ? '' : `, or ${sameNameAs} instead`;
  return `${words}${reasonWords(reason)}${rival}`;
}
