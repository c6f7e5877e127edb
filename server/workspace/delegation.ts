// Who may call whom: the agents of a workspace as nodes, what they name of each other as links.
import type { Capability } from '../hosts/capabilities';
import type { Host } from '../hosts/host';
import { type Place, rootOf } from '../hosts/place';
import { gainedBy, type Power, powers } from '../hosts/powers';
import type { Effect, Reference } from '../hosts/reference';
import { foremost, isReadBeside } from '../hosts/same-name';
import type { KnownAgent } from '../rules/neighbours';
import { stands } from '../text/wildcard';
import { circlesOf } from './cycles';

/** An agent as one host sees it. */
export interface Member {
  readonly file: string;
  readonly host: Host;
  readonly id: string;
  /** The project or home it counts for: a name is looked for there first. */
  readonly root: string;
  readonly place: Place;
  readonly abilities: readonly Capability[];
  readonly powers: readonly Power[];
  /** It has the tool for calling others, and its host lets it: a list of them alone lets it call none. */
  readonly canCall: boolean;
  readonly references: readonly Reference[];
}

export interface Link {
  readonly host: Host;
  readonly from: Member;
  /** Null where no agent of the workspace bears the name; for every agent too. */
  readonly to: Member | null;
  readonly name: string;
  /** `*`: every agent. */
  readonly isEvery: boolean;
  readonly how: 'calls' | 'hands-over';
  /** A rule that lets the person decide each time. */
  readonly asks: boolean;
  /** Both ends lie in a circle. */
  readonly inCircle: boolean;
  /** What the other may do and the caller may not. A person chooses a handoff: it gives nothing away. */
  readonly gains: readonly Power[];
}

type Bare = Omit<Link, 'inCircle'>;

/** Null where the host makes no agent of the file. */
export function memberOf(agent: KnownAgent): Member | null {
  const { path, place, id, abilities, powers, references, leads } = agent;
  if (id === null) return null;
  // Where an agent that was called calls none, one that is only ever called never does.
  const canCall = agent.canCall && (leads || (place.host.delegation?.depth ?? 2) > 1);
  return {
    file: path,
    host: place.host,
    id,
    root: rootOf(place),
    place,
    abilities,
    powers,
    canCall,
    references,
  };
}

/** In the order of the members, and within one in that of its names. */
export function linksAmong(members: readonly Member[]): readonly Link[] {
  const byName = new Map<string, Member[]>();
  for (const member of members) {
    const key = keyOf(member.host, member.id);
    const same = byName.get(key);
    if (same) same.push(member);
    else byName.set(key, [member]);
  }
  const bare = members.flatMap((from) => linksFrom(from, members, byName));
  const to = new Map<string, string[]>();
  for (const link of bare)
    if (link.to) to.set(nodeOf(link.from), [...(to.get(nodeOf(link.from)) ?? []), nodeOf(link.to)]);
  const circles = circlesOf(members.map(nodeOf), (node) => to.get(node) ?? []);
  return bare.map((link) => {
    const circle = circles.get(nodeOf(link.from));
    const inCircle =
      link.to !== null && circle !== undefined && circle === circles.get(nodeOf(link.to));
    return { ...link, inCircle };
  });
}

const keyOf = (host: Host, id: string): string => `${host.id} ${id}`;
const nodeOf = ({ host, file }: Member): string => `${host.id} ${file}`;

function linksFrom(
  from: Member,
  members: readonly Member[],
  byName: ReadonlyMap<string, readonly Member[]>,
): Bare[] {
  const { host, references } = from;
  const agents = references.filter(({ kind }) => kind === 'agent');
  const named = agents.flatMap((one): Bare[] => {
    if (one.how !== 'hands-over' && !(one.how === 'calls' && from.canCall)) return [];
    const base = { host, from, name: one.name, how: one.how, asks: false };
    if (one.isPattern) return [every(base, members)];
    return ends(byName.get(keyOf(host, one.name)), from).map((to) => ({
      ...base,
      to,
      isEvery: false,
      gains: one.how === 'calls' ? gained(from, to) : [],
    }));
  });
  const rules = from.canCall ? agents.filter(({ how }) => how === 'rules') : [];
  return unique([...named, ...(rules.length > 0 ? ruled(from, rules, members, byName) : [])]);
}

/** Each name that a rule is about, by the last rule that matches it. */
function ruled(
  from: Member,
  rules: readonly Reference[],
  members: readonly Member[],
  byName: ReadonlyMap<string, readonly Member[]>,
): Bare[] {
  const { host } = from;
  const effectOn = (name: string): Effect | undefined =>
    rules.findLast((rule) => rule.effect && matches(rule, name))?.effect;
  const some = rules.filter(({ name }) => name !== '*');
  const ids = members.flatMap((one) => (one.host === host ? [one.id] : []));
  const names = some.flatMap((rule) =>
    rule.isPattern ? ids.filter((id) => matches(rule, id)) : [rule.name],
  );
  const base = { host, from, how: 'calls' } as const;
  const links = [...new Set(names)].flatMap((name): Bare[] => {
    const effect = effectOn(name);
    if (effect !== 'allow' && effect !== 'ask') return [];
    return ends(byName.get(keyOf(host, name)), from).map((to) => ({
      ...base,
      name,
      to,
      isEvery: false,
      asks: effect === 'ask',
      gains: gained(from, to),
    }));
  });
  const ofAll = rules.findLast(({ name, effect }) => name === '*' && effect)?.effect;
  if (ofAll !== 'allow' && ofAll !== 'ask') return links;
  return [...links, every({ ...base, name: '*', asks: ofAll === 'ask' }, members)];
}

const matches = ({ name, isPattern }: Reference, other: string): boolean =>
  isPattern ? stands(name, other) : name === other;

/** The agents that a name may mean: of those that are there wherever the caller is the foremost. Null for none. */
function ends(same: readonly Member[] | undefined, from: Member): readonly (Member | null)[] {
  if (!same) return [null];
  const near = same.filter(({ place }) => isReadBeside(place, from.place));
  return foremost(near.length > 0 ? near : same, from.host.sameName);
}

function every(base: Omit<Bare, 'to' | 'isEvery' | 'gains'>, members: readonly Member[]): Bare {
  const others = members.filter((one) => one.host === base.host && one.root === base.from.root);
  const gains = powers.filter((power) =>
    others.some((one) => gained(base.from, one).includes(power)),
  );
  return { ...base, to: null, isEvery: true, gains };
}

const gained = (from: Member, to: Member | null): readonly Power[] =>
  to && !from.host.delegation?.keepsLimits ? gainedBy(from.powers, to.powers) : [];

/** A name that is written twice is one link. */
function unique(links: readonly Bare[]): Bare[] {
  const seen = new Set<string>();
  return links.filter(({ to, name, how }) => {
    const key = `${how} ${to ? nodeOf(to) : ''} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
