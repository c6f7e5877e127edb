// Who may call whom in the workspace, as plain data for a view that draws it: the same parts as the command line's graph.
import { type Capability, capabilityLabels } from '../hosts/capabilities';
import { hosts } from '../hosts/registry';
import type { Graph, GraphAgent } from '../protocol';
import { linksAmong, memberOf } from '../workspace/delegation';
import { type DrawnAgent, drawingOf } from '../workspace/graph-drawing';
import { partsOf } from '../workspace/graph-parts';
import type { WorkspaceIndex } from '../workspace/index';
import type { Address } from './agent-list';

/** Of more agents than this only those with a link are told one by one: nobody looks for one of thousands in a picture. */
const fewEnough = 1500;

/** More lines than these are no picture any more. */
const mostLinks = 4000;

/** @param folderOf the name of a folder as a person knows it. */
export function graphOf(
  index: WorkspaceIndex,
  addressOf: (path: string) => Address,
  folderOf: (path: string) => string,
): Graph {
  const owned = index.all().filter(({ place }) => place.role === 'owner');
  const members = owned.flatMap((agent) => (agent.isConfigured ? [] : (memberOf(agent) ?? [])));
  // One file holds several: what names them names something that is there.
  const configured = new Map(
    owned.flatMap(({ isConfigured, place, id, path }) =>
      isConfigured ? [[`${place.host.id} ${id}`, addressOf(path).path] as const] : [],
    ),
  );
  const among = linksAmong(members, mostLinks + 1);
  const drawing = drawingOf(members, among.slice(0, mostLinks), (host, name) =>
    configured.get(`${host} ${name}`),
  );
  const { folders, others, links } = partsOf(drawing);
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const isMany = drawing.agents.length > fewEnough;
  return {
    count: drawing.agents.length,
    isCut: among.length > mostLinks,
    folders: folders.map(({ name, nodes }) => ({
      name: folderOf(name),
      count: nodes.length,
      agents: nodes
        .filter(({ key }) => !isMany || linked.has(key))
        .map(({ key, agent }) => told(key, agent, addressOf)),
    })),
    others,
    links,
  };
}

const hostNames = new Map(hosts.map(({ id, name }) => [id, name]));
const powers = new Set<string>(['write', 'run']);

function told(
  key: string,
  { file, ids, abilities }: DrawnAgent,
  addressOf: (path: string) => Address,
): GraphAgent {
  const { uri, path } = addressOf(file);
  return {
    key,
    name: [...new Set(Object.values(ids))].join(' / '),
    uri,
    path,
    hosts: Object.keys(ids).map((id) => hostNames.get(id) ?? id),
    // Of tools that are none of the kinds there is nothing to say.
    abilities: abilities
      .filter((one) => one !== 'other')
      .map((one) => ({
        label: capabilityLabels[one as Capability],
        isPower: powers.has(one),
      })),
  };
}
