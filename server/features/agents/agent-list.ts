// All agents of the workspace, and its skills and commands, as plain data for the Agents view: an item per file and host that reads it.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { misplacements } from '../../hosts/catalog/misplaced';
import type { Host } from '../../hosts/model/host';
import { baseName } from '../../hosts/model/located-file';
import { type Place, readingHosts, startsCalls, subjectAt } from '../../hosts/model/place';
import type { AgentItem } from '../../protocol/protocol';
import { namesakesOf } from '../../rules/names/same-name';
import { hexOf } from '../../rules/values/color';
import type { KnownAgent, KnownSkill } from '../../rules/workspace-view';
import { t } from '../../text/message';
import type { Span } from '../../text/span';
import type { Untranslated } from '../../text/translated';
import type { WorkspaceIndex } from '../../workspace/index';
import { callersOf, type FileSummary, headlineOf, lostAgentLabel, toneOf } from '../verdict-labels';
import { groupRank, isChosen, type Programs } from '../view/program-order';

/** What a file is called outside the core. */
export interface Address extends Pick<AgentItem, 'uri' | 'folder' | 'path'> {}

/** Where a span of a file begins; null where that is unknown. */
export type StartOf = (path: string, span: Span) => AgentItem['start'];

/**
 * The items in the order of the paths.
 * @param paths of files, sorted.
 * @param guestsOf the agents of a file in hosts that are not in the index.
 */
export const agentList = (
  index: WorkspaceIndex,
  addressOf: (path: string) => Address,
  startOf: StartOf,
  programs: Programs,
  guestsOf: (path: string) => readonly KnownAgent[] = () => [],
  paths: readonly string[] = [...index.paths()].sort(),
): readonly Untranslated<AgentItem>[] =>
  paths.flatMap((path) =>
    [...index.at(path), ...guestsOf(path)]
      .filter(({ place }) => place.isGuess !== true)
      .map((agent, at) =>
        itemOf(agent, standingOf(agent.place, at, programs), { index, addressOf, startOf }),
      ),
  );

/** The same for skills and commands. */
export const skillList = (
  index: WorkspaceIndex,
  addressOf: (path: string) => Address,
  programs: Programs,
  paths: readonly string[],
): readonly Untranslated<AgentItem>[] =>
  paths.flatMap((path) =>
    index
      .skillsAt(path)
      .filter(({ place }) => place.isGuess !== true)
      .map((skill, at) => itemOfSkill(skill, standingOf(skill.place, at, programs), addressOf)),
  );

type Standing = Pick<AgentItem, 'hostRank' | 'isMine'>;

/** Whether the program of a place is one of the user's. @param at its position among the programs that read the file. */
const standingOf = ({ host, role }: Place, at: number, programs: Programs): Standing => ({
  hostRank: groupRank(host, programs, at === 0 && role === 'owner'),
  isMine: programs.chosen.length === 0 || isChosen(host, { programs: programs.chosen }),
});

interface Listing {
  readonly index: WorkspaceIndex;
  readonly addressOf: (path: string) => Address;
  readonly startOf: StartOf;
}

function itemOf(
  agent: KnownAgent,
  { hostRank, isMine }: Standing,
  { index, addressOf, startOf }: Listing,
): Untranslated<AgentItem> {
  const { place, id, name, description, color, model, outcome, reason, runs, cause } = agent;
  const { isConfigured } = agent;
  const summary: FileSummary = {
    ...{ outcome, reason, runs, host: place.host, isAgent: id !== null },
    isEntry: isConfigured === true,
    isSurprising: agent.losesLimit || agent.toolLimit === 'read-only-stated',
  };
  const namesakes = namesakesOf(agent, index);
  const other = namesakes ? addressOf(namesakes.others[0].path).path : null;
  const { uri, folder, path } = addressOf(agent.path);
  // Listed field by field, because spreading is several times slower with thousands of agents.
  return {
    kind: 'agent',
    uri,
    folder,
    path,
    host: place.host.id,
    hostName: place.host.name,
    hostRank,
    isMine,
    role: place.role,
    scope: place.location.scope,
    isConfigured,
    start: isConfigured && agent.nameSpan ? startOf(agent.path, agent.nameSpan) : null,
    id,
    name: name ?? baseName(agent.path),
    description: description === null ? null : beginningOf(description),
    color: color === null ? null : { name: color, hex: hexOf(index.catalog, color) ?? null },
    // An agent without a model inherits that of the session, so "inherit" is the same as none.
    model: model === 'inherit' ? null : model,
    outcome,
    tone: toneOf(summary),
    headline:
      isConfigured && outcome === 'unknown'
        ? t('Defined in a configuration file, which is not analyzed.')
        : headlineOf(summary),
    problem: id === null ? lostAgentLabel(outcome, cause) : '',
    callers: '',
    shadowedBy: namesakes !== null && namesakes.kind !== 'shared' ? other : null,
    sameNameAs: namesakes?.kind === 'shared' ? other : null,
    nameConflict: namesakes ? namesakes.message : '',
    moveTarget:
      place.location.scope === 'project'
        ? betterPlace(index.catalog, agent.path, readingHosts([place]), addressOf)
        : null,
    startsIn: startOfSession(agent),
  };
}

function itemOfSkill(
  { path, place, skill, outcome, reason, cause }: KnownSkill,
  standing: Standing,
  addressOf: (path: string) => Address,
): Untranslated<AgentItem> {
  const summary: FileSummary = {
    ...{ outcome, reason, runs: null, host: place.host },
    ...{ isAgent: false, isEntry: false, isSurprising: false },
  };
  return {
    kind: subjectAt(place) === 'command' ? 'command' : 'skill',
    ...addressOf(path),
    ...{ host: place.host.id, hostName: place.host.name, ...standing },
    ...{ role: place.role, scope: place.location.scope, isConfigured: false, start: null },
    ...{ id: skill?.id ?? null, name: skill?.id ?? place.base },
    description: skill?.description == null ? null : beginningOf(skill.description),
    ...{ color: null, model: null, outcome, tone: toneOf(summary), headline: headlineOf(summary) },
    problem: skill === null ? lostAgentLabel(outcome, cause) : '',
    callers: (skill && callersOf(skill)) ?? '',
    ...{ shadowedBy: null, sameNameAs: null, nameConflict: '', moveTarget: null },
    startsIn: skill && skill.userInvocable !== false ? startOfCall(place) : null,
  };
}

function startOfCall(place: Place): AgentItem['startsIn'] {
  const start = startsCalls(place);
  if (!start) return null;
  return start.editor ? 'chat' : 'terminal';
}

/** Roughly, from what the index stores. Whether there is a command for it follows from the persona. */
function startOfSession({ id, runs, leads, unfit, place }: KnownAgent): AgentItem['startsIn'] {
  const { start } = place.host;
  if (!start || id === null || runs === false || !(leads || start.isForHidden)) return null;
  if (start.exceptMode !== undefined && unfit === start.exceptMode) return null;
  return start.editor ? 'chat' : 'terminal';
}

/** A path that all current readers and one more host read; null where there is none. */
function betterPlace(
  catalog: HostCatalog,
  path: string,
  readers: readonly Host[],
  addressOf: (path: string) => Address,
): string | null {
  for (const { belongs } of misplacements(catalog, path, readers)) {
    const to = belongs(path);
    if (to !== undefined) return addressOf(to).uri;
  }
  return null;
}

/** In UTF-16 units. Thousands of descriptions are sent at once, and some are as long as a prompt. */
const maxLength = 240;

function beginningOf(text: string): string {
  const line = text
    .slice(0, 2 * maxLength)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1).trimEnd()}…` : line;
}
