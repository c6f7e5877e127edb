// What an agent uses and nobody brings: a skill, a server. Others may bring it whom nobody here sees, so that little is
// certain: a slip of the finger is told, the rest only as a hint, and only where all files that are read were read.
import type { Host } from '../hosts/host';
import type { Missing } from '../hosts/neighbour';
import { rootOf } from '../hosts/place';
import { mainHosts } from '../hosts/places';
import type { Reference } from '../hosts/reference';
import { editDistance } from '../text/edit-distance';
import { render } from '../text/message';
import { broughtAs, isWrittenAs } from './brought';
import { nearest, sameWord } from './nearest';
import { type KnownAgent, type KnownName, type Neighbours, shortPathOf } from './neighbours';
import type { AcrossInput, Found, Related } from './rule';

type Kind = 'skill' | 'mcp-server';

const words: Readonly<Record<Kind, string>> = { skill: 'skill', 'mcp-server': 'MCP server' };

export function missing({ agent, neighbours }: AcrossInput, kind: Kind): Found[] {
  const { host, location } = agent.place;
  const known = host.missing?.[kind];
  if (!known || !agent.references.some((one) => one.kind === kind)) return [];
  const own = [...ownOf(agent, kind), ...(known.own ?? [])];
  const isThere = (name: string): boolean =>
    broughtAs(neighbours, host, kind, name).length > 0 ||
    own.some((one) => isWrittenAs(one, name, known));
  if (kind === 'mcp-server' && isIdleWithout(agent)) {
    const idle = withoutServers(agent, neighbours, isThere);
    if (idle) return [idle];
  }
  return agent.references.flatMap((reference): Found[] => {
    const { name, span, isPattern, how } = reference;
    if (reference.kind !== kind || how !== 'uses' || isPattern || isThere(name)) return [];
    if (known.elsewhere?.test(name)) return [];
    const [kept] = known.denied ? neighbours.beside(host, kind, 'denies', name) : [];
    if (kept) {
      const message = `${host.name} does not give the ${words[kind]} "${name}" to agents, because ${known.denied}. ${render(known.effect, { host: host.name })}`;
      return [{ span, severity: 'warning', message, related: [relatedTo(kept)] }];
    }
    const meant = meantBy(reference, neighbours.brought(host, kind), kind);
    // Tools of a plugin's server have the plugin in their names: the server's name alone grants nothing.
    if (meant !== undefined && isOfPlugin(neighbours, host, kind, meant)) return [];
    const thing = words[kind];
    if (meant === undefined) {
      if (location.scope === 'plugin') return [];
      const unset = kind === 'mcp-server' ? unconfigured(agent, reference, neighbours) : undefined;
      if (unset) return [unset];
      if (!neighbours.seesAll || isIdleWithout(agent)) return [];
      const message = `No ${thing} "${name}" was found in this workspace or your home folder. Unless ${known.others} provides it, ${render(known.effect, { host: host.name })}`;
      return [{ span, severity: 'hint', message }];
    }
    const related = neighbours
      .beside(host, kind, 'brings', meant)
      .map(
        ({ path, span: at }): Related => ({ path, span: at, says: `"${meant}" is brought here` }),
      );
    return [
      {
        span,
        severity: sameWord(name, meant) ? 'warning' : 'information',
        message: `No ${thing} "${name}" was found here. ${render(known.effect, { host: host.name })} Did you mean "${meant}"?`,
        fixes: [
          {
            title: `Replace with ${meant}`,
            safety: 'review',
            edits: () => [{ span, text: spelled(meant, reference, known) }],
          },
        ],
        related: related.slice(0, 20),
      },
    ];
  });
}

const isOfPlugin = (neighbours: Neighbours, host: Host, kind: Kind, name: string): boolean =>
  kind === 'mcp-server' &&
  neighbours.beside(host, kind, 'brings', name).every(({ scope }) => scope === 'plugin');

/** Every tool of its list is a server's: without one of them the host may not start it. */
const isIdleWithout = ({ runs, tools }: KnownAgent): boolean =>
  runs === null && tools !== null && tools.length === 0;

/** One finding for an agent of whose servers none is there; undefined where that is not certain. */
function withoutServers(
  { place: { host, location }, references }: KnownAgent,
  neighbours: Neighbours,
  isThere: (name: string) => boolean,
): Found | undefined {
  const known = host.missing?.['mcp-server'];
  const servers = references.filter(({ kind, how }) => kind === 'mcp-server' && how === 'uses');
  const [first] = servers;
  if (!first || !known || location.scope === 'plugin') return undefined;
  if (servers.some(({ name }) => isThere(name) || known.elsewhere?.test(name))) return undefined;
  // A slip of the finger is told as one.
  const brought = neighbours.brought(host, 'mcp-server');
  if (servers.some((one) => meantBy(one, brought, 'mcp-server') !== undefined)) return undefined;
  const file = configurationOf(host);
  if (file === undefined) return undefined;
  const where = neighbours.seesAll ? 'in this project or your home' : 'in this project';
  return {
    span: first.span,
    severity: neighbours.seesAll ? 'warning' : 'information',
    message: `All tools of this agent come from MCP servers, and none of them is configured ${where}. ${host.name} refuses to start the agent without one. Add "${first.name}" to ${file}.`,
  };
}

/** A server that is not among those that the project configures; undefined where it configures none. */
function unconfigured(
  { place }: KnownAgent,
  { name, span }: Reference,
  neighbours: Neighbours,
): Found | undefined {
  const { host } = place;
  const root = rootOf(place);
  const effect = host.missing?.['mcp-server']?.effect;
  // Configured for another program that reads the file too: it was written for that one.
  if (mainHosts.some((one) => neighbours.beside(one, 'mcp-server', 'brings', name).length > 0))
    return undefined;
  const own = neighbours
    .brought(host, 'mcp-server')
    .flatMap((one) => neighbours.beside(host, 'mcp-server', 'brings', one))
    .find((one) => one.scope === 'project' && one.root === root);
  if (!own || effect === undefined) return undefined;
  const file = shortPathOf(own);
  return {
    span,
    // Without the files of the user's home the server may be there after all.
    severity: neighbours.seesAll ? 'warning' : 'information',
    message: `The MCP server "${name}" is not configured in ${file}. ${render(effect, { host: host.name })} Add it there, or remove it here.`,
    related: [{ path: own.path, span: own.span, says: `"${own.name}" is configured here` }],
  };
}

/** The file in which a project of the host configures its servers. */
const configurationOf = ({ neighbours = [] }: Host): string | undefined =>
  neighbours.find(
    ({ scope, names }) =>
      scope === 'project' &&
      names.some(({ kind, does }) => kind === 'mcp-server' && does === 'brings'),
  )?.glob;

const relatedTo = ({ path, span, name }: KnownName): Related => ({
  path,
  span,
  says: `"${name}" is here`,
});

const ownOf = ({ brings }: KnownAgent, kind: Kind): readonly string[] =>
  brings.flatMap((one) => (one.kind === kind ? [one.name] : []));

/** Servers have short names that are like each other: only one letter may be another. */
function meantBy({ name }: Reference, names: readonly string[], kind: Kind): string | undefined {
  const meant = nearest(name, names);
  if (meant === undefined || kind === 'skill' || sameWord(name, meant)) return meant;
  return editDistance(name.toLowerCase(), meant.toLowerCase()) <= 1 ? meant : undefined;
}

/** In the name of a tool a server is spelled otherwise than in a list of servers. */
const spelled = (
  meant: string,
  { path: [field] }: Reference,
  { spelled: spell }: Missing,
): string => (field === 'tools' && spell ? spell(meant) : meant);
