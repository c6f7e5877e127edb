// What an agent uses and nobody brings: a skill, a server. Others may bring it whom nobody here sees, so that little is
// certain: a slip of the finger is told, the rest only as a hint, and only where all files that are read were read.
import type { Host } from '../hosts/host';
import type { Missing } from '../hosts/neighbour';
import { rootOf } from '../hosts/place';
import { mainHosts } from '../hosts/places';
import type { Reference } from '../hosts/reference';
import { editDistance } from '../text/edit-distance';
import { render } from '../text/message';
import type { Span } from '../text/span';
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
  const ofPlugin = kind === 'mcp-server' ? pluginServers(agent, neighbours) : noServers;
  const isThere = (name: string): boolean =>
    broughtAs(neighbours, host, kind, name).some(
      (one) => !ofPlugin.some(({ names }) => names.includes(one)),
    ) || own.some((one) => isWrittenAs(one, name, known));
  if (kind === 'mcp-server' && isIdleWithout(agent)) {
    const idle = withoutServers(agent, neighbours, isThere);
    if (idle) return [idle];
  }
  const uses = agent.references.filter(
    ({ kind: one, how, isPattern }) => one === kind && how === 'uses' && !isPattern,
  );
  const isLost = ({ name }: Reference): boolean =>
    !isThere(name) && !(known.elsewhere?.test(name) ?? false);
  const effect =
    kind === 'mcp-server' && isIdleWithout(agent) && uses.every(isLost)
      ? 'The agent has no tools left and does not start.'
      : render(known.effect, { host: host.name });
  return oncePerName(uses.filter(isLost)).flatMap((all): Found[] => {
    const reference = representativeOf(all);
    const { name, span } = reference;
    const [kept] = known.denied ? neighbours.beside(host, kind, 'denies', name) : [];
    if (kept) {
      const message = `${host.name} does not give the ${words[kind]} "${name}" to agents, because ${known.denied}. ${render(known.effect, { host: host.name })}`;
      return [{ span, severity: 'warning', message, related: [relatedTo(kept)] }];
    }
    const also = all.filter((one) => one !== reference).map((one) => one.span);
    const inPlugin =
      ofPlugin.length > 0 ? pluginServerMeant(reference, ofPlugin, known) : undefined;
    if (inPlugin) return [underPluginName({ all, reference, inPlugin, effect, also })];
    const meant = meantBy(reference, neighbours.brought(host, kind), kind);
    // Tools of a plugin's server have the plugin in their names: the server's name alone grants nothing.
    if (meant !== undefined && isOfPlugin(neighbours, host, kind, meant)) return [];
    const thing = words[kind];
    if (meant === undefined) {
      if (location.scope === 'plugin') return [];
      const unset = kind === 'mcp-server' ? unconfigured(agent, reference, neighbours) : undefined;
      if (unset) return [{ ...unset, also }];
      if (!neighbours.seesAll || isIdleWithout(agent)) return [];
      const message = `No ${thing} "${name}" was found in this workspace or your home folder. Unless ${known.others} provides it, ${render(known.effect, { host: host.name })}`;
      return [{ span, severity: 'hint', message, also }];
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
        message: `No ${thing} "${name}" was found here. ${effect} Did you mean "${meant}"?`,
        fixes: [
          {
            title: `Replace with ${meant}`,
            safety: 'review',
            edits: () => all.map((one) => ({ span: one.span, text: spelled(meant, one, known) })),
          },
        ],
        related: related.slice(0, 20),
        also,
      },
    ];
  });
}

/** References of one name have one cause. In the order in which each name is first written. */
function oncePerName(references: readonly Reference[]): readonly (readonly Reference[])[] {
  const byName = new Map<string, Reference[]>();
  for (const one of references) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  return [...byName.values()];
}

/** Where the finding is shown: a field that names the server itself, else its first tool. */
const representativeOf = (all: readonly Reference[]): Reference => {
  const [first] = all;
  if (!first) throw new RangeError('no reference');
  return all.find(({ path: [field] }) => field !== 'tools') ?? first;
};

/** A server of the plugin that the agent belongs to. */
interface PluginServer {
  /** As the plugin's own file names it. */
  readonly name: string;
  /** What the host calls it in the names of its tools. */
  readonly toolName: string;
  readonly names: readonly KnownName[];
}

const noServers: readonly PluginServer[] = [];

/** Empty where the agent is in no plugin, or the host gives such a server the name that it has in its file. */
function pluginServers({ place }: KnownAgent, neighbours: Neighbours): readonly PluginServer[] {
  const { host, location } = place;
  const inPlugin = host.missing?.['mcp-server']?.inPlugin;
  const plugin = place.named?.() ?? null;
  if (location.scope !== 'plugin' || !inPlugin || plugin === null) return noServers;
  const root = rootOf(place);
  return neighbours.brought(host, 'mcp-server').flatMap((name) => {
    const names = neighbours
      .beside(host, 'mcp-server', 'brings', name)
      .filter((one) => one.scope !== 'user' && one.root === root);
    return names.length > 0 ? [{ name, toolName: inPlugin(plugin, name), names }] : [];
  });
}

function pluginServerMeant(
  reference: Reference,
  servers: readonly PluginServer[],
  known: Missing,
): PluginServer | undefined {
  if (reference.path[0] !== 'tools') return undefined;
  const exact = servers.find(({ name }) => isWrittenAs(name, reference.name, known));
  if (exact) return exact;
  const inTools = ({ name }: PluginServer): string => known.spelled?.(name) ?? name;
  const meant = meantBy(reference, servers.map(inTools), 'mcp-server');
  return servers.find((one) => inTools(one) === meant);
}

interface InPlugin {
  readonly all: readonly Reference[];
  readonly reference: Reference;
  readonly inPlugin: PluginServer;
  readonly effect: string;
  readonly also: readonly Span[];
}

const underPluginName = ({ all, reference, inPlugin, effect, also }: InPlugin): Found => {
  const { toolName, names } = inPlugin;
  return {
    span: reference.span,
    severity: 'warning',
    message: `No MCP server "${reference.name}" was found. ${effect} In tools, this plugin's server is named "${toolName}".`,
    fixes: [
      {
        title: `Replace with ${toolName}`,
        safety: 'review',
        edits: () => all.map(({ span }) => ({ span, text: toolName })),
      },
    ],
    related: names
      .slice(0, 1)
      .map(({ path, span, name }): Related => ({ path, span, says: `"${name}" is brought here` })),
    also,
  };
};

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
    message: `All tools of this agent come from MCP servers that are not configured ${where}. In ${host.name} it has no tools left and does not start. Add "${first.name}" to ${file}.`,
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
