// The delegation graph of the workspace as plain data for the view that draws it, from the same parts as `dossier graph`.

import { type Capability, capabilityLabel } from '../../hosts/model/tool-purposes';
import type { Graph, GraphAgent } from '../../protocol/protocol';
import { linksAmong, memberOf } from '../../workspace/delegation';
import { companionLinks, type DrawnAgent, drawingOf } from '../../workspace/graph-drawing';
import { partsOf } from '../../workspace/graph-parts';
import type { WorkspaceIndex } from '../../workspace/index';
import { type Programs, programRank } from '../view/program-order';
import type { Address } from './agent-list';

/** Of more agents than this, only those with a link are listed: a drawing of thousands is of no use. */
const maxListed = 1500;

/** With more links the drawing is unreadable. */
const maxLinks = 4000;

/** @param folderOf the display name of a folder. */
export function delegationGraph(
  index: WorkspaceIndex,
  addressOf: (path: string) => Address,
  folderOf: (path: string) => string,
  programs: Programs,
): Graph {
  const owned = index.all().filter(({ place }) => place.role === 'owner');
  const members = owned.flatMap((agent) => (agent.isConfigured ? [] : (memberOf(agent) ?? [])));
  // Agents of configuration files are not drawn one by one, but names that lead to them are not missing.
  const configured = new Map(
    owned.flatMap(({ isConfigured, place, id, path }) =>
      isConfigured ? [[`${place.host.id} ${id}`, addressOf(path).path] as const] : [],
    ),
  );
  const among = linksAmong(members, maxLinks + 1);
  /** The product names, the user's programs first. */
  const namesOf = (ids: readonly string[]): readonly string[] => {
    const hosts = ids.flatMap((id) => index.catalog.hostById(id) ?? []);
    return hosts
      .sort((a, b) => programRank(a, programs) - programRank(b, programs))
      .map(({ name }) => name);
  };
  const companions = companionLinks(index.namedByCompanions(), members);
  const drawing = drawingOf(
    members,
    { among: among.slice(0, maxLinks), companions },
    (host, name) => configured.get(`${host} ${name}`),
  );
  const { folders, others, links } = partsOf(drawing);
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const isMany = drawing.agents.length > maxListed;
  return {
    count: drawing.agents.length,
    isTruncated: among.length > maxLinks,
    folders: folders.map(({ name, nodes }) => ({
      name: folderOf(name),
      count: nodes.length,
      agents: nodes
        .filter(({ key }) => !isMany || linked.has(key))
        .map(({ key, agent }) => agentOf(key, agent, addressOf, namesOf)),
    })),
    others: others.map(({ file, ...other }) => {
      if (file === null) return { ...other, uri: null, path: null };
      const { uri, path } = addressOf(file);
      return { ...other, uri, path };
    }),
    links,
  };
}

const privileges = new Set<string>(['write', 'run']);

function agentOf(
  key: string,
  { file, ids, abilities }: DrawnAgent,
  addressOf: (path: string) => Address,
  namesOf: (hosts: readonly string[]) => readonly string[],
): GraphAgent {
  const { uri, path } = addressOf(file);
  return {
    key,
    name: [...new Set(Object.values(ids))].join(' / '),
    uri,
    path,
    hosts: namesOf(Object.keys(ids)),
    // Tools of no known kind have no label worth showing.
    capabilities: abilities
      .filter((one) => one !== 'other')
      .map((one) => ({
        label: capabilityLabel(one as Capability),
        isPrivilege: privileges.has(one),
      })),
  };
}
