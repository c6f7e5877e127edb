// The result of our index for the files of a case: which agent has each name.
import { outlineOfFile } from '../../../server/agent/outline';
import { HostCatalog } from '../../../server/hosts/catalog/host-catalog';
import { defaultContext } from '../../../server/hosts/model/context';
import type { Host } from '../../../server/hosts/model/host';
import { rootOf } from '../../../server/hosts/model/located-file';
import {
  highestPrecedence,
  isOverridden,
  shadowingAgentOf,
} from '../../../server/hosts/model/name-precedence';
import { subjectAt } from '../../../server/hosts/model/place';
import { namesakesOf } from '../../../server/rules/names/same-name';
import type { KnownAgent } from '../../../server/rules/workspace-view';
import { companionsAt } from '../../../server/workspace/companions/files';
import { readCompanion } from '../../../server/workspace/companions/read';
import { WorkspaceIndex } from '../../../server/workspace/index';
import { knownAgents } from '../../../server/workspace/known-agents';
import { catalog, hosts, placesOf } from '../../support/catalog';
import { words } from '../../support/words';
import { type Outcome, type PrecedenceCase, type Standing, textOf } from './case';

const [home, above] = ['/home/me', '/home/me/above'];
const project = `${above}/project`;

/** @param declared what is declared of the host; by default what we declare. */
export function outcomeHere(hostId: string, each: PrecedenceCase, declared?: Host): Outcome {
  const host = declared ?? hosts.find(({ id }) => id === hostId);
  if (!host) throw new Error(`no host ${hostId}`);
  const index = indexOf(host, each);
  const seen = index.all().filter((agent) => isSeen(agent, each.start));
  const standings = new Map<string, Standing>();
  for (const id of new Set(seen.flatMap((agent) => agent.id ?? []))) {
    const ownAt = ({ place }: KnownAgent) => host.kinds.agent.sameName?.own(id, place) ?? null;
    const called = seen.filter((agent) => agent.id === id && ownAt(agent) !== 'stays');
    const silent = seen.filter((agent) => agent.shadows === id);
    const alive = called.filter(
      (one) => !shadowingAgentOf(one, silent, called, host.kinds.agent.sameName),
    );
    if (alive.length === 0) continue;
    const laidUnder = silent.filter((one) => isOverridden(one, called, host.kinds.agent.sameName));
    const [own = null] = alive.map(ownAt).filter((one) => one !== 'stays');
    standings.set(id, { ...standingOf([...alive, ...laidUnder], host), ...(own && { own }) });
  }
  const used = new Set(
    [...standings.values()].flatMap(({ runs, over, before }) => [...runs, ...over, ...before]),
  );
  const lost = each.files.map(({ path }) => path).filter((path) => !used.has(path));
  return { standings, lost: lost.sort() };
}

/** The findings on a file that the program treated differently, one line each. */
export function mistold(hostId: string, each: PrecedenceCase, there: Outcome): readonly string[] {
  const host = hosts.find(({ id }) => id === hostId);
  if (!host) return [];
  const index = indexOf(host, each);
  return index
    .all()
    .filter((agent) => isSeen(agent, each.start))
    .flatMap((agent) => {
      const reported = namesakesOf(agent, index);
      const standing = agent.id === null ? undefined : there.standings.get(agent.id);
      const runs = standing?.runs.includes(writtenOf(agent.path)) ?? false;
      const isAlone = runs && standing?.runs.length === 1;
      const isWrong =
        (reported?.kind === 'shadowed' && runs) ||
        (reported?.kind === 'shared' && (isAlone || !runs));
      return isWrong ? [`${writtenOf(agent.path)}: ${words(reported?.message)}`] : [];
    });
}

function indexOf(host: Host, { files }: PrecedenceCase): WorkspaceIndex {
  const index = new WorkspaceIndex(hosts.includes(host) ? catalog : new HostCatalog([host]));
  const paths = files.map(({ path }) => placed(path));
  const manifests = new Set(
    paths.map((path) => `${path.replace(/(\/plug[^/]*)\/.*$/, '$1')}/.claude-plugin/plugin.json`),
  );
  const around = { home, has: (path: string) => manifests.has(path) };
  for (const file of files) {
    const path = placed(file.path);
    const text = textOf(file, host.kinds.agent.sameName?.behind.becomes === 'under');
    const companions = companionsAt(path, [host], around);
    if (companions.length > 0) index.putCompanion(path, readCompanion(text, companions));
    const places = placesOf(path, around, [host]).filter((place) => subjectAt(place) === 'agent');
    if (places.length === 0) continue;
    index.put(path, knownAgents(outlineOfFile(path, text), places, defaultContext));
  }
  return index;
}

const placed = (path: string): string =>
  path.startsWith('~/')
    ? `${home}/${path.slice(2)}`
    : path.startsWith('../')
      ? `${above}/${path.slice(3)}`
      : `${project}/${path}`;

const writtenOf = (path: string): string =>
  path.startsWith(`${project}/`)
    ? path.slice(project.length + 1)
    : path.startsWith(`${above}/`)
      ? `../${path.slice(above.length + 1)}`
      : `~/${path.slice(home.length + 1)}`;

/** From the folder that the host is started in it looks upward, as far as the root of the repository. */
function isSeen({ place }: KnownAgent, start: string): boolean {
  if (place.location.scope !== 'project') return true;
  const from = start === '' ? project : `${project}/${start}`;
  const root = rootOf(place);
  return root.startsWith(project) && (from === root || from.startsWith(`${root}/`));
}

function standingOf(agents: readonly KnownAgent[], { kinds, name }: Host): Standing {
  const { sameName } = kinds.agent;
  if (!sameName) throw new Error(`nothing is known of names in ${name}`);
  const runs = highestPrecedence(agents, sameName);
  const rest = agents.filter((one) => !runs.includes(one));
  const paths = (list: readonly KnownAgent[]) => list.map(({ path }) => writtenOf(path)).sort();
  const { becomes } = sameName.behind;
  return {
    runs: paths(runs),
    over: becomes === 'under' ? paths(rest) : [],
    before: becomes === 'listed' ? paths(rest) : [],
  };
}
