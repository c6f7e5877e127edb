// Which agents can call each other: the agents of a workspace as nodes, their references as links.

import { matchesPermissionWildcard } from '../hosts/judge/tools/permission-wildcard';
import type { Effect, Reference } from '../hosts/model/companion';
import { privilegesGainedByCall } from '../hosts/model/delegation';
import type { Host } from '../hosts/model/host';
import { rootOf } from '../hosts/model/located-file';
import { highestPrecedence, isVisibleFrom } from '../hosts/model/name-precedence';
import type { ToolLimit } from '../hosts/model/persona';
import { agentKindOf, type Place } from '../hosts/model/place';
import { type Privilege, privileges } from '../hosts/model/privileges';
import type { Capability } from '../hosts/model/tool-purposes';
import type { KnownAgent } from '../rules/workspace-view';
import { mentionedBy } from './agent-tables';
import { circlesOf } from './cycles';

/** An agent in one host. */
export interface Member {
  readonly file: string;
  readonly host: Host;
  readonly id: string;
  /** As the author knows it: its displayed name, without the prefix of a plugin. */
  readonly name: string;
  /** Whether the file states the name. */
  readonly isNamed: boolean;
  /** The project or home that it applies to, where its references are resolved first. */
  readonly root: string;
  readonly place: Place;
  readonly capabilities: readonly Capability[];
  readonly privileges: readonly Privilege[];
  /** Null for all tools. */
  readonly tools: readonly string[] | null;
  readonly toolLimit: ToolLimit | null;
  /** Whether it has the tool for calling agents and its host allows calls. A list of agents alone does not allow any. */
  readonly canCall: boolean;
  /** Whether it may call all agents because it has no list of tools, which no link shows. */
  readonly callsAll: boolean;
  readonly references: readonly Reference[];
  /** Words in its prompt that may be names of agents. */
  readonly mentions: readonly string[];
}

export interface Link {
  readonly host: Host;
  readonly from: Member;
  /** Null if no agent of the workspace has the name, and for the link to all agents. */
  readonly to: Member | null;
  readonly name: string;
  /** `*`: all agents. */
  readonly isEvery: boolean;
  /** `mentions`: only the prompt names it. Whether it may be called is a different link. */
  readonly how: 'calls' | 'hands-over' | 'mentions';
  /** Whether the rule asks the user each time. */
  readonly asks: boolean;
  /** Whether it is a call in a cycle of calls. Handoffs form none, because a user selects each of them. */
  readonly inCircle: boolean;
  /** The capabilities that the callee has and the caller lacks. Handoffs add none, because the user selects them. */
  readonly gains: readonly Privilege[];
}

type Bare = Omit<Link, 'inCircle'>;

/** Null if the host loads no agent from the file. */
export function memberOf(agent: KnownAgent): Member | null {
  const { path, place, id, name, nameSpan, capabilities, privileges, tools, references, leads } =
    agent;
  if (id === null) return null;
  // In hosts whose subagents cannot call agents, an agent that can only be a subagent never calls any.
  const canCall = agent.canCall && (leads || (place.host.delegation?.depth ?? 2) > 1);
  return {
    file: path,
    host: place.host,
    id,
    name: place.location.scope === 'plugin' ? unprefixed(name ?? id) : (name ?? id),
    isNamed: nameSpan !== null,
    root: rootOf(place),
    place,
    capabilities,
    privileges,
    tools,
    toolLimit: agent.toolLimit,
    canCall,
    callsAll:
      canCall && tools === null && !agent.deniesCalls && isUnlimited(place.host, references),
    references,
    mentions: mentionedBy(agent),
  };
}

/** `plugin:name` without the prefix. */
const unprefixed = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Links are in the order of the members, and within a member in the order of its names.
 * @param most stops after the member that reaches this number of links: patterns can link every pair of agents.
 */
export function linksAmong(
  members: readonly Member[],
  most = Number.POSITIVE_INFINITY,
): readonly Link[] {
  const among = amongOf(members);
  const bare: Bare[] = [];
  for (const from of members) {
    if (bare.length >= most) break;
    bare.push(...linksFrom(from, among));
  }
  const to = new Map<string, string[]>();
  for (const link of bare)
    if (link.to && canContinue(link)) push(to, nodeOf(link.from), nodeOf(link.to));
  const circles = circlesOf(members.map(nodeOf), (node) => to.get(node) ?? []);
  return bare.map((link) => {
    const circle = circles.get(nodeOf(link.from));
    const inCircle =
      link.to !== null &&
      canContinue(link) &&
      circle !== undefined &&
      circle === circles.get(nodeOf(link.to));
    return { ...link, inCircle };
  });
}

/** Whether the callee of this call can call others in turn. */
const canContinue = ({ how, host }: Bare): boolean =>
  how === 'calls' && (host.delegation?.depth ?? 2) > 1;

/** Memoized, because it is looked up for every caller. */
interface Among {
  readonly byName: ReadonlyMap<string, readonly Member[]>;
  /** The IDs of a host's agents that a rule matches: most agents have the same rules. */
  readonly idsFor: (host: Host, rule: Reference) => readonly string[];
  /** The combined capabilities of a host's agents in one project. */
  readonly privileges: ReadonlyMap<string, ReadonlySet<Privilege>>;
}

function amongOf(members: readonly Member[]): Among {
  const byName = new Map<string, Member[]>();
  const ids = new Map<Host, string[]>();
  const together = new Map<string, Set<Privilege>>();
  for (const member of members) {
    const { host, id, root } = member;
    push(byName, keyOf(host, id), member);
    push(ids, host, id);
    const all = together.get(keyOf(host, root)) ?? new Set();
    // Compared with a caller that has no privileges, so that the result is everything that the callee adds.
    for (const privilege of privilegesGainedByCall(host.delegation, { privileges: [] }, member))
      all.add(privilege);
    together.set(keyOf(host, root), all);
  }
  const known = new Map<string, readonly string[]>();
  const idsFor = (host: Host, rule: Reference): readonly string[] => {
    const key = keyOf(host, rule.name);
    const found = known.get(key) ?? (ids.get(host) ?? []).filter((id) => matches(rule, id));
    known.set(key, found);
    return found;
  };
  return { byName, idsFor, privileges: together };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

const keyOf = (host: Host, id: string): string => `${host.id} ${id}`;
const nodeOf = ({ host, file }: Member): string => `${host.id} ${file}`;

function linksFrom(from: Member, among: Among): Bare[] {
  const { host, references } = from;
  const agents = references.filter(({ kind }) => kind === 'agent');
  const named = agents.flatMap((one): Bare[] => {
    if (one.how !== 'hands-over' && !(one.how === 'calls' && from.canCall)) return [];
    const base = { host, from, name: one.name, how: one.how, asks: false };
    if (one.isPattern) return [every(base, among)];
    return ends(among.byName.get(keyOf(host, one.name)), from).map((to) => ({
      ...base,
      to,
      isEvery: false,
      gains: one.how === 'calls' && to ? gained(from, to) : [],
    }));
  });
  const rules = from.canCall ? agents.filter(({ how }) => how === 'rules') : [];
  const links = [
    ...named,
    ...(rules.length > 0 ? ruled(from, rules, among) : []),
    ...(from.canCall && from.tools !== null && isUnlimited(host, agents)
      ? [every({ ...toAll(from), asks: false }, among)]
      : []),
  ];
  return unique([...links, ...mentioned(from, links, among)]);
}

const toAll = (from: Member) => ({ host: from.host, from, name: '*', how: 'calls' }) as const;

/**
 * Whether nothing limits the tool for calling agents to some of them. Only an agent whose list contains the tool gets a link to all
 * agents: one without a list has the tool as well, but in most workspaces these are nearly all agents.
 */
const isUnlimited = ({ delegation }: Host, references: readonly Reference[]): boolean =>
  delegation !== undefined &&
  !references.some(
    ({ kind, how, effect }) =>
      kind === 'agent' && (how === 'calls' || (how === 'rules' && effect !== 'deny')),
  );

/** The agents that its prompt names and no other link leads to. */
function mentioned(from: Member, links: readonly Bare[], among: Among): Bare[] {
  if (from.mentions.length === 0) return [];
  const linked = new Set(links.map(({ to }) => to?.file));
  return from.mentions.flatMap((name): Bare[] => {
    const same = among.byName.get(keyOf(from.host, name));
    if (!same) return [];
    const base = { host: from.host, from, name, how: 'mentions', asks: false } as const;
    return ends(same, from).flatMap((to) =>
      to && to.file !== from.file && !linked.has(to.file)
        ? [{ ...base, to, isEvery: false, gains: [] }]
        : [],
    );
  });
}

/** Each name that a rule matches, with the last matching rule. */
function ruled(from: Member, rules: readonly Reference[], among: Among): Bare[] {
  const { host } = from;
  const effectOn = (name: string): Effect | undefined =>
    rules.findLast((rule) => rule.effect && matches(rule, name))?.effect;
  const some = rules.filter(({ name }) => name !== '*');
  const names = some.flatMap((rule) => (rule.isPattern ? among.idsFor(host, rule) : [rule.name]));
  const base = { host, from, how: 'calls' } as const;
  const links = [...new Set(names)].flatMap((name): Bare[] => {
    const effect = effectOn(name);
    if (effect !== 'allow' && effect !== 'ask') return [];
    return ends(among.byName.get(keyOf(host, name)), from).map((to) => ({
      ...base,
      name,
      to,
      isEvery: false,
      asks: effect === 'ask',
      gains: to ? gained(from, to) : [],
    }));
  });
  const ofAll = rules.findLast(({ name, effect }) => name === '*' && effect)?.effect;
  if (ofAll !== 'allow' && ofAll !== 'ask') return links;
  return [...links, every({ ...base, name: '*', asks: ofAll === 'ask' }, among)];
}

const matches = ({ name, isPattern }: Reference, other: string): boolean =>
  isPattern ? matchesPermissionWildcard(name, other) : name === other;

/** The agents that a name can refer to: those with the highest precedence among the ones loaded with the caller, or null. */
function ends(same: readonly Member[] | undefined, from: Member): readonly (Member | null)[] {
  if (!same) return [null];
  const near = same.filter(({ place }) => isVisibleFrom(place, from.place));
  // Agents outside of the caller's scope are never loaded together, so precedence does not apply.
  return near.length > 0 ? highestPrecedence(near, agentKindOf(from.place)?.sameName) : same;
}

function every(base: Omit<Bare, 'to' | 'isEvery' | 'gains'>, among: Among): Bare {
  const { host, root } = base.from;
  const all = among.privileges.get(keyOf(host, root));
  const others = privileges.filter((privilege) => all?.has(privilege));
  return {
    ...base,
    to: null,
    isEvery: true,
    gains: gained(base.from, { privileges: others, tools: [] }),
  };
}

const gained = (from: Member, to: Pick<Member, 'privileges' | 'tools'>): readonly Privilege[] =>
  privilegesGainedByCall(from.host.delegation, from, to);

/** A name that occurs twice is a single link. */
function unique(links: readonly Bare[]): Bare[] {
  const seen = new Set<string>();
  return links.filter(({ to, name, how }) => {
    const key = `${how} ${to ? nodeOf(to) : ''} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
