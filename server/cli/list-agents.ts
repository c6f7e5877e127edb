// The agents, skills and commands of a workspace as each host sees them, as data: what `dossier list` prints.
import type { ListedAgent, ListedSkill, ListResult } from '../contract/library';
import { remainingTools, toolCount } from '../features/persona/tool-count';
import type { Context } from '../hosts/model/context';
import { definesSkills, type Host } from '../hosts/model/host';
import { pathAround } from '../hosts/model/located-file';
import { documentKindOf, type Place, subjectAt } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import { namesakesOf } from '../rules/names/same-name';
import type { KnownAgent } from '../rules/workspace-view';
import { userFiles as userCompanionFiles } from '../workspace/companions/files';
import { companionNamesAt } from '../workspace/companions/look';
import { WorkspaceIndex } from '../workspace/index';
import { knownAgent } from '../workspace/known-agents';
import { verdictsIn } from './check/verdicts-in';
import type { Configured } from './config';
import type { World } from './io';
import { listedSkill } from './list-skills';
import {
  absolute,
  entryHolders,
  filesOf,
  pathForPeople,
  placeContext,
  type Unread,
  userFiles,
} from './paths';
import { fieldCause } from './report/result-words';
import { skillLists } from './skill-lists';

interface Ask {
  /** Null: the programs whose folder contains the file. */
  readonly chosen: readonly Host[] | null;
  readonly context: Context;
  readonly config: Configured;
  /** Whether what is in the home folder is listed too. */
  readonly withUser: boolean;
}

/** @throws UsageError if a path does not exist. */
export function listAgents(
  paths: readonly string[],
  { chosen, context, config, withUser }: Ask,
  world: World,
  unread: Unread,
): Omit<ListResult, 'unread'> {
  const index = new WorkspaceIndex(world.catalog, world);
  const inFiles: { readonly row: ListedAgent; readonly known: KnownAgent }[] = [];
  const inConfigurations: ListedAgent[] = [];
  const skills: { readonly row: ListedSkill; readonly verdict: Verdict }[] = [];
  // Entries of configurations that are parts of agents in files.
  const merged = new Set<string>();
  const found = [...filesOf(paths, false, world, config, unread)];
  const companionFiles = found.flatMap(({ path, isCompanion }) => (isCompanion ? [path] : []));
  const all = found.flatMap(({ path, isAgent }) => (isAgent ? [path] : []));
  if (withUser) {
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
      if (definesSkills(documentKindOf(verdict.place)))
        skills.push({ row: listedSkill(pathForPeople(file, world), verdict), verdict });
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
  return {
    agents,
    skills: skills.map(({ row }) => row),
    lists: skillLists(skills.map(({ verdict }) => verdict)),
  };
}

/** Which other agent the program uses instead of this one, or may use. */
function hiddenBy(
  agent: KnownAgent,
  index: WorkspaceIndex,
  world: World,
): Pick<ListedAgent, 'hiddenBy' | 'sameNameAs'> {
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
): ListedAgent => ({
  ...{ id, file, outcome, reason, model, description },
  host: place.host.id,
  scope: place.location.scope,
  ...{ tools: null, lost: 0, written: null, denied: 0 },
  modelWritten: model,
  isConfigured: true,
});

const listed = (file: string, verdict: Verdict): ListedAgent => {
  const { place, outcome, reason, persona } = verdict;
  const count = toolCount(verdict) ?? remainingTools(verdict);
  return {
    id: persona?.id ?? place.entry?.name ?? null,
    host: place.host.id,
    scope: place.location.scope,
    file,
    outcome,
    reason,
    ...fieldCause(verdict),
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
