// The delegation graph of the workspace as plain data for the view that draws it, from the same parts as `dossier graph`.

import { agentDialects } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import { type Capability, capabilityLabel } from '../../hosts/model/tool-purposes';
import type { AgentItem, Graph, GraphAgent } from '../../protocol/protocol';
import { t } from '../../text/message';
import type { Untranslated } from '../../text/translated';
import { linksAmong, memberOf } from '../../workspace/delegation';
import {
  companionLinks,
  type DrawnAgent,
  drawingOf,
  skillLinks,
} from '../../workspace/graph-drawing';
import { type GraphParts, partsOf } from '../../workspace/graph-parts';
import type { WorkspaceIndex } from '../../workspace/index';
import { toolLimitLabel } from '../persona/tool-count';
import { type Programs, programRank } from '../view/program-order';
import type { Address } from './agent-list';

type Scope = AgentItem['scope'];

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
): Untranslated<Graph> {
  const owned = index.all().filter(({ place }) => place.role === 'owner');
  const members = owned.flatMap((agent) => (agent.isConfigured ? [] : (memberOf(agent) ?? [])));
  // Agents of configuration files are not drawn one by one, but names that lead to them are not missing.
  const configured = new Map(
    owned.flatMap(({ isConfigured, place, id, path }) =>
      isConfigured ? [[`${place.host.id} ${id}`, addressOf(path).path] as const] : [],
    ),
  );
  const among = linksAmong(members, maxLinks + 1);
  /** The user's programs first. */
  const hostsOf = (ids: readonly string[]): readonly Host[] =>
    ids
      .flatMap((id) => index.catalog.hostById(id) ?? [])
      .sort((a, b) => programRank(a, programs) - programRank(b, programs));
  const companions = companionLinks(index.namedByCompanions(), members);
  const skills = skillLinks(members, (host, name) =>
    index.companions(host, 'skill', 'defines', name),
  );
  const drawing = drawingOf(
    members,
    { among: among.slice(0, maxLinks), companions, skills },
    (host, name) => configured.get(`${host} ${name}`),
  );
  const { folders, others, links } = partsOf(drawing);
  const scopes = new Map(owned.map(({ path, place }) => [path, place.location.scope]));
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const isMany = drawing.agents.length > maxListed;
  return {
    count: drawing.agents.length,
    isTruncated: among.length > maxLinks,
    folders: ownFirst(folders, scopes, folderOf).map(({ name, nodes, isForeign }) => ({
      name: folderOf(name),
      count: nodes.length,
      isForeign,
      agents: nodes
        .filter(({ key }) => !isMany || linked.has(key))
        .map(({ key, agent }) => agentOf(key, agent, addressOf, hostsOf)),
    })),
    others: others.map(({ file, ...rest }) => {
      if (file === null) return { ...rest, uri: null, path: null };
      const { uri, path } = addressOf(file);
      return { ...rest, uri, path };
    }),
    links,
  };
}

type PartsFolder = GraphParts['folders'][number];

/**
 * The folders of the project, the outer ones first, as in the Agents view; then those of the user, those of plugins, and those of
 * files that were set aside. Plugins and what was set aside are foreign, unless there is nothing else.
 */
function ownFirst(
  folders: readonly PartsFolder[],
  scopes: ReadonlyMap<string, Scope>,
  folderOf: (path: string) => string,
): readonly (PartsFolder & { readonly isForeign: boolean })[] {
  const ranked = folders.map((folder) => {
    const scope = scopes.get(folder.nodes[0]?.agent.file ?? '') ?? 'project';
    const parts = folderOf(folder.name).split('/');
    const depth = Math.max(
      0,
      parts.findIndex((part) => part.startsWith('.')),
    );
    const isSetAside = parts.some((part) => setAside.test(part));
    const ofScope = scope === 'project' ? depth : scope === 'user' ? 1000 : 2000;
    return { folder, isOwn: scope !== 'plugin' && !isSetAside, rank: isSetAside ? 3000 : ofScope };
  });
  const hasOwn = ranked.some(({ isOwn }) => isOwn);
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .map(({ folder, isOwn }) => ({ ...folder, isForeign: hasOwn && !isOwn }));
}

/** A folder that by its name contains what is no longer in use: `backups`, `.bak`, `agents_old`. */
const setAside = /(?:^|[._-])(?:backups?|bak|old|archived?|archives|deprecated|trash)$/i;

const privileges = new Set<string>(['write', 'run']);

function agentOf(
  key: string,
  agent: DrawnAgent,
  addressOf: (path: string) => Address,
  hostsOf: (ids: readonly string[]) => readonly Host[],
): Untranslated<GraphAgent> {
  const { file, name, ids } = agent;
  const { uri, path } = addressOf(file);
  const hosts = hostsOf(Object.keys(ids));
  return {
    key,
    name,
    ids: [...new Set(Object.values(ids))].filter((id) => id !== name),
    uri,
    path,
    hosts: hosts.map((host) => host.name),
    capabilities: labelsOf(agent, hosts.every(listsNoTools)),
  };
}

/**
 * Tools of no known kind have no label worth showing.
 * @param isUnlisted none of the agent's hosts lists its tools.
 */
function labelsOf(
  { abilities, toolLimit, callsAll }: DrawnAgent,
  isUnlisted: boolean,
): Untranslated<GraphAgent['capabilities']> {
  return [
    ...(toolLimit ? [{ label: toolLimitLabel(toolLimit), isPrivilege: false }] : []),
    ...(isUnlisted && !toolLimit ? [{ label: t('every tool'), isPrivilege: true }] : []),
    ...abilities
      .filter((one) => one !== 'other')
      .map((one) => ({
        label: capabilityLabel(one as Capability),
        isPrivilege: privileges.has(one),
      })),
    ...(callsAll ? [{ label: t('may call all agents'), isPrivilege: false }] : []),
  ];
}

/** As in a host whose agents have all tools, or as many as a mode allows. */
const listsNoTools = (host: Host): boolean =>
  agentDialects(host.dialects).every(({ tools }) => tools.tools.length === 0);
