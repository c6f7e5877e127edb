// Determines the visible part of the graph: agents, collapsed folders in place of their agents, and the matches of a search.
import type { Graph, GraphAgent, GraphFolder, GraphLink } from '../../server/protocol/protocol';
import { plural } from '../l10n';

export type VisibleNode =
  | {
      readonly kind: 'agent';
      readonly key: string;
      readonly folder: string;
      readonly agent: GraphAgent;
      readonly isFound: boolean;
    }
  | {
      readonly kind: 'folder';
      readonly key: string;
      readonly folder: string;
      readonly count: number;
      /** Numbers of links among its agents, which a collapsed folder hides. */
      readonly escalations: number;
      readonly cycleLinks: number;
    }
  | {
      readonly kind: 'other';
      readonly key: string;
      readonly name: string;
      readonly isMissing: boolean;
      /** Of the prompt file, command or skill; null for a name. */
      readonly uri: string | null;
      readonly path: string | null;
    };

/** An arrow. The arrow of a collapsed folder combines those of all its agents to the same target. */
export interface VisibleLink
  extends Pick<
    GraphLink,
    | 'from'
    | 'to'
    | 'isHandoff'
    | 'isMention'
    | 'isStart'
    | 'isLoad'
    | 'isApprovalRequired'
    | 'isCycle'
    | 'isEscalation'
  > {
  readonly label: string;
  readonly count: number;
}

export interface VisibleFolder {
  readonly name: string;
  readonly count: number;
  readonly isOpen: boolean;
  /** Whether it has a heading below the graph. A collapsed folder with links is a box in the graph instead. */
  readonly hasHeading: boolean;
  /** Its agents without visible links, if it is expanded. */
  readonly unlinked: readonly VisibleNode[];
  /** Number of its agents that are in the graph. */
  readonly linked: number;
}

export interface VisibleGraph {
  /** Nodes with at least one link. */
  readonly nodes: readonly VisibleNode[];
  readonly links: readonly VisibleLink[];
  readonly folders: readonly VisibleFolder[];
  /** Number of agents that match the search; null without a search. */
  readonly found: number | null;
}

export interface GraphFilter {
  readonly isClosed: (folder: string) => boolean;
  readonly query: string;
}

/** With more agents than this, several folders are collapsed initially. */
const maxExpanded = 60;

/** The folders of plugins, and in a large graph all of them. */
export function initiallyCollapsed({ count, folders }: Graph): ReadonlySet<string> {
  const isLarge = count > maxExpanded && folders.length > 1;
  return new Set(folders.filter(({ isForeign }) => isLarge || isForeign).map(({ name }) => name));
}

export function visibleGraphOf(graph: Graph, { isClosed, query }: GraphFilter): VisibleGraph {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = words.length === 0 ? null : foundIn(graph, words);
  const visibleKeys = new Map<string, string>();
  const nodes = new Map<string, VisibleNode>();
  const related = found && withNeighbors(graph, found);
  for (const { name: folder, agents, count } of graph.folders) {
    const key = `folder ${folder}`;
    // A search includes collapsed folders.
    const isClosedNow = found === null && isClosed(folder);
    if (isClosedNow)
      nodes.set(key, { kind: 'folder', key, folder, count, ...hiddenIn(graph, agents) });
    for (const agent of agents) {
      if (related && !related.has(agent.key)) continue;
      visibleKeys.set(agent.key, isClosedNow ? key : agent.key);
      if (!isClosedNow)
        nodes.set(agent.key, {
          kind: 'agent',
          key: agent.key,
          folder,
          agent,
          isFound: found?.has(agent.key) ?? false,
        });
    }
  }
  for (const other of graph.others) {
    const { key } = other;
    if (related && !related.has(key)) continue;
    visibleKeys.set(key, key);
    nodes.set(key, { kind: 'other', ...other });
  }
  const links = mergedLinks(graph.links, visibleKeys);
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const isFound = ({ agents }: GraphFolder): boolean =>
    found === null || agents.some(({ key }) => found.has(key));
  return {
    nodes: [...nodes.values()].filter(({ key }) => linked.has(key)),
    links,
    folders: graph.folders.filter(isFound).map(({ name, count, agents }): VisibleFolder => {
      const isOpen = found !== null || !isClosed(name);
      const own = isOpen ? agents.flatMap(({ key }) => nodes.get(key) ?? []) : [];
      const loose = own.filter(({ key }) => !linked.has(key));
      return {
        ...{ name, count, isOpen, unlinked: loose },
        linked: own.length - loose.length,
        hasHeading: isOpen || !linked.has(`folder ${name}`),
      };
    }),
    found: found?.size ?? null,
  };
}

const hiddenIn = (
  { links }: Graph,
  agents: readonly GraphAgent[],
): { readonly escalations: number; readonly cycleLinks: number } => {
  const own = new Set(agents.map(({ key }) => key));
  const inside = links.filter(({ from, to }) => own.has(from) && own.has(to));
  return {
    escalations: inside.filter(({ isEscalation }) => isEscalation).length,
    cycleLinks: inside.filter(({ isCycle }) => isCycle).length,
  };
};

/** Agents whose name, path, hosts or tools contain all words. */
const foundIn = (graph: Graph, words: readonly string[]): ReadonlySet<string> =>
  new Set(
    graph.folders
      .flatMap(({ agents }) => agents)
      .filter((agent) => {
        const text = [
          agent.name,
          ...agent.ids,
          agent.path,
          ...agent.hosts,
          ...agent.capabilities.map(({ label }) => label),
        ]
          .join('\n')
          .toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .map(({ key }) => key),
  );

/** The found agents, their callers and their callees. */
function withNeighbors({ links }: Graph, found: ReadonlySet<string>): ReadonlySet<string> {
  const related = new Set(found);
  for (const { from, to } of links) {
    if (found.has(from)) related.add(to);
    if (found.has(to)) related.add(from);
  }
  return related;
}

function mergedLinks(
  links: readonly GraphLink[],
  visibleKeys: ReadonlyMap<string, string>,
): readonly VisibleLink[] {
  const merged = new Map<string, VisibleLink>();
  for (const link of links) {
    const [from, to] = [visibleKeys.get(link.from), visibleKeys.get(link.to)];
    if (from === undefined || to === undefined) continue;
    // Links within a collapsed folder are hidden, but links of an agent to itself are shown.
    if (from === to && from !== link.from) continue;
    const key = JSON.stringify([from, to, link.isHandoff, link.isMention, link.isLoad]);
    const existing = merged.get(key);
    merged.set(key, existing ? mergedLink(existing, link) : { ...link, from, to, count: 1 });
  }
  return [...merged.values()];
}

const mergedLink = (a: VisibleLink, b: GraphLink): VisibleLink => ({
  ...a,
  label: mergedLabel(a),
  isApprovalRequired: a.isApprovalRequired && b.isApprovalRequired,
  isCycle: a.isCycle || b.isCycle,
  isEscalation: a.isEscalation || b.isEscalation,
  count: a.count + 1,
});

function mergedLabel({ isHandoff, isMention, isLoad, count }: VisibleLink): string {
  const all = count + 1;
  if (isLoad) return plural(all, '{0} loaded skill', '{0} loaded skills');
  if (isHandoff) return plural(all, '{0} handoff', '{0} handoffs');
  return isMention
    ? plural(all, '{0} mention', '{0} mentions')
    : plural(all, '{0} call', '{0} calls');
}
