// What of the graph is drawn: agents, closed folders in place of theirs, and what a search leaves over. Pure.
import type { Graph, GraphAgent, GraphFolder, GraphLink } from '../../server/protocol';
import { t } from '../words';

export type ShownNode =
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
      /** Links among its own agents: a closed box hides them. */
      readonly escalating: number;
      readonly circling: number;
    }
  | {
      readonly kind: 'other';
      readonly key: string;
      readonly name: string;
      readonly isMissing: boolean;
    };

/** One arrow: of a closed folder it stands for all of its agents' to the same end. */
export interface ShownLink
  extends Pick<GraphLink, 'from' | 'to' | 'isHandoff' | 'asks' | 'isCycle' | 'isEscalation'> {
  readonly words: string;
  readonly count: number;
}

export interface ShownFolder {
  readonly name: string;
  readonly count: number;
  readonly isOpen: boolean;
  /** It stands below the picture; closed, with calls, it is a box in it. */
  readonly hasHeading: boolean;
  /** Its agents without a link that is drawn, where it is open. */
  readonly loose: readonly ShownNode[];
  /** How many of its agents stand among those with links. */
  readonly linked: number;
}

export interface Shown {
  /** Those with a link. */
  readonly nodes: readonly ShownNode[];
  readonly links: readonly ShownLink[];
  readonly folders: readonly ShownFolder[];
  /** Agents that a search has found; null without one. */
  readonly found: number | null;
}

export interface Choice {
  readonly isClosed: (folder: string) => boolean;
  readonly query: string;
}

/** More agents than these begin with their folders closed, where there are several. */
const fewEnough = 60;

export const closedAtFirst = ({ count, folders }: Graph): boolean =>
  count > fewEnough && folders.length > 1;

export function shownOf(graph: Graph, { isClosed, query }: Choice): Shown {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = words.length === 0 ? null : foundIn(graph, words);
  const stands = new Map<string, string>();
  const nodes = new Map<string, ShownNode>();
  const near = found && besides(graph, found);
  for (const { name: folder, agents, count } of graph.folders) {
    const key = `folder ${folder}`;
    // A search looks into closed folders.
    const isClosedNow = found === null && isClosed(folder);
    if (isClosedNow)
      nodes.set(key, { kind: 'folder', key, folder, count, ...hiddenIn(graph, agents) });
    for (const agent of agents) {
      if (near && !near.has(agent.key)) continue;
      stands.set(agent.key, isClosedNow ? key : agent.key);
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
  for (const { key, name, isMissing } of graph.others) {
    if (near && !near.has(key)) continue;
    stands.set(key, key);
    nodes.set(key, { kind: 'other', key, name, isMissing });
  }
  const links = joined(graph.links, stands);
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const isFound = ({ agents }: GraphFolder): boolean =>
    found === null || agents.some(({ key }) => found.has(key));
  return {
    nodes: [...nodes.values()].filter(({ key }) => linked.has(key)),
    links,
    folders: graph.folders.filter(isFound).map(({ name, count, agents }): ShownFolder => {
      const isOpen = found !== null || !isClosed(name);
      const own = isOpen ? agents.flatMap(({ key }) => nodes.get(key) ?? []) : [];
      const loose = own.filter(({ key }) => !linked.has(key));
      return {
        ...{ name, count, isOpen, loose },
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
): { readonly escalating: number; readonly circling: number } => {
  const own = new Set(agents.map(({ key }) => key));
  const inside = links.filter(({ from, to }) => own.has(from) && own.has(to));
  return {
    escalating: inside.filter(({ isEscalation }) => isEscalation).length,
    circling: inside.filter(({ isCycle }) => isCycle).length,
  };
};

/** Every word stands somewhere in what is known of the agent. */
const foundIn = (graph: Graph, words: readonly string[]): ReadonlySet<string> =>
  new Set(
    graph.folders
      .flatMap(({ agents }) => agents)
      .filter((agent) => {
        const text = [
          agent.name,
          agent.path,
          ...agent.hosts,
          ...agent.abilities.map(({ label }) => label),
        ]
          .join('\n')
          .toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .map(({ key }) => key),
  );

/** Those that were found, and who calls them or is called by them. */
function besides({ links }: Graph, found: ReadonlySet<string>): ReadonlySet<string> {
  const near = new Set(found);
  for (const { from, to } of links) {
    if (found.has(from)) near.add(to);
    if (found.has(to)) near.add(from);
  }
  return near;
}

function joined(
  links: readonly GraphLink[],
  stands: ReadonlyMap<string, string>,
): readonly ShownLink[] {
  const drawn = new Map<string, ShownLink>();
  for (const link of links) {
    const [from, to] = [stands.get(link.from), stands.get(link.to)];
    if (from === undefined || to === undefined) continue;
    // What goes on within a closed folder is not drawn; who calls itself is.
    if (from === to && from !== link.from) continue;
    const key = JSON.stringify([from, to, link.isHandoff]);
    const other = drawn.get(key);
    drawn.set(key, other ? both(other, link) : { ...link, from, to, count: 1 });
  }
  return [...drawn.values()];
}

const both = (a: ShownLink, b: GraphLink): ShownLink => ({
  ...a,
  words: a.isHandoff ? t('{0} handoffs to', a.count + 1) : t('{0} calls to', a.count + 1),
  asks: a.asks && b.asks,
  isCycle: a.isCycle || b.isCycle,
  isEscalation: a.isEscalation || b.isEscalation,
  count: a.count + 1,
});
