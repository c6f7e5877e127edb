// The graph as it is drawn and as `--format json` prints it: a file is one agent, however many hosts read it.

import type { Host } from '../hosts/model/host';
import type { ToolLimit } from '../hosts/model/persona';
import type { KnownName } from '../rules/workspace-view';
import type { Link, Member } from './delegation';

/** Keys may be added but not removed, because this is a public format. */
export interface Drawing {
  readonly agents: readonly DrawnAgent[];
  /** Names that no agent of the workspace has. */
  readonly missing: readonly { readonly host: string; readonly name: string }[];
  /** Names of agents that are defined in a host's configuration, with the file. */
  readonly configured: readonly {
    readonly host: string;
    readonly name: string;
    readonly file: string;
  }[];
  /** Prompt files, commands, skills and settings that name agents. */
  readonly callers: readonly { readonly file: string }[];
  /** Skills that agents load, by file. */
  readonly skills: readonly { readonly file: string; readonly name: string }[];
  readonly links: readonly DrawnLink[];
}

export interface DrawnAgent {
  readonly file: string;
  /** As the author wrote it, where the file states it. */
  readonly name: string;
  /** Its ID in each host that loads an agent from the file. */
  readonly ids: Readonly<Record<string, string>>;
  /** The capabilities that its tools give it in any host: `read`, `search`, `write`, `run`, `web`, `delegate`... */
  readonly abilities: readonly string[];
  /** Those of them that are far-reaching: `write`, `run`. */
  readonly privileges: readonly string[];
  /** Present only where all hosts limit its tools alike, or know as little of them. */
  readonly toolLimit?: ToolLimit;
  /** Present only where the agent may call all agents, because nothing limits its tools. */
  readonly callsAll?: true;
}

export interface DrawnLink {
  readonly from: string;
  /** A file; null if no agent of the workspace has the name, and for the link to all agents. */
  readonly to: string | null;
  readonly name: string;
  /** All agents. */
  readonly every: boolean;
  /** `mentions`: only a prompt names it. `starts`: a prompt file, command or skill starts it. `loads`: an agent loads a skill. */
  readonly how: 'calls' | 'hands-over' | 'mentions' | 'starts' | 'loads';
  /** Whether the user must confirm each call. */
  readonly asks: boolean;
  /** Whether the link is part of a cycle. */
  readonly cycle: boolean;
  /** The capabilities that the callee has and the caller lacks. */
  readonly escalates: readonly string[];
  readonly hosts: readonly string[];
}

export interface Links {
  readonly among: readonly Link[];
  readonly companions: readonly CompanionLink[];
  readonly skills: readonly SkillLink[];
}

/** @param fileOf returns the file that defines an agent that is not one of the members. */
export function drawingOf(
  members: readonly Member[],
  { among, companions, skills }: Links,
  fileOf: (host: string, name: string) => string | undefined,
): Drawing {
  const others = othersOf(among);
  return {
    agents: agentsOf(members),
    missing: others.filter(({ host, name }) => fileOf(host, name) === undefined),
    configured: others.flatMap((one) => {
      const file = fileOf(one.host, one.name);
      return file === undefined ? [] : [{ ...one, file }];
    }),
    callers: [...new Set(companions.map(({ file }) => file))].map((file) => ({ file })),
    skills: [...new Map(skills.map(({ file, label }) => [file, { file, name: label }])).values()],
    links: joined([
      ...among.map(linkOf),
      ...companions.map(companionLinkOf),
      ...skills.map(skillLinkOf),
    ]),
  };
}

function agentsOf(members: readonly Member[]): readonly DrawnAgent[] {
  const byFile = new Map<string, Member[]>();
  for (const member of members) {
    const same = byFile.get(member.file);
    if (same) same.push(member);
    else byFile.set(member.file, [member]);
  }
  return [...byFile].map(([file, same]) => {
    const [toolLimit, ...others] = new Set(same.map((one) => one.toolLimit));
    return {
      file,
      name: (same.find(({ isNamed }) => isNamed) ?? same[0])?.name ?? file,
      ids: Object.fromEntries(same.map(({ host, id }) => [host.id, id])),
      abilities: [...new Set(same.flatMap(({ capabilities }) => capabilities))],
      privileges: [...new Set(same.flatMap(({ privileges }) => privileges))],
      ...(toolLimit && others.length === 0 && { toolLimit }),
      ...(same.some(({ callsAll }) => callsAll) && { callsAll: true as const }),
    };
  });
}

/** Names that no member has. */
function othersOf(links: readonly Link[]): Drawing['missing'] {
  const seen = new Map<string, { host: string; name: string }>();
  for (const { host, to, isEvery, name } of links)
    if (to === null && !isEvery) seen.set(`${host.id} ${name}`, { host: host.id, name });
  return [...seen.values()];
}

const linkOf = (link: Link): DrawnLink => ({
  from: link.from.file,
  to: link.to?.file ?? null,
  name: link.name,
  every: link.isEvery,
  how: link.how,
  asks: link.asks,
  cycle: link.inCircle,
  escalates: link.gains,
  hosts: [link.host.id],
});

const companionLinkOf = ({ file, to, name, how, host }: CompanionLink): DrawnLink => ({
  ...{ from: file, to: to.file, name, how, hosts: [host.id] },
  ...{ every: false, asks: false, cycle: false, escalates: [] },
});

const skillLinkOf = ({ from, file, name, host }: SkillLink): DrawnLink => ({
  ...{ from: from.file, to: file, name, how: 'loads', hosts: [host.id] },
  ...{ every: false, asks: false, cycle: false, escalates: [] },
});

/** Links that two hosts read from the same line of a file are merged. */
function joined(links: readonly DrawnLink[]): readonly DrawnLink[] {
  const drawn = new Map<string, DrawnLink>();
  for (const link of links) {
    const end = link.every ? '*' : (link.to ?? link.hosts[0]);
    const key = JSON.stringify([link.from, end, link.name, link.how]);
    const other = drawn.get(key);
    drawn.set(key, other ? merged(other, link) : link);
  }
  return [...drawn.values()];
}

const merged = (a: DrawnLink, b: DrawnLink): DrawnLink => ({
  ...a,
  asks: a.asks && b.asks,
  cycle: a.cycle || b.cycle,
  escalates: [...new Set([...a.escalates, ...b.escalates])],
  hosts: [...a.hosts, ...b.hosts],
});

// Which agents prompt files, commands, skills and settings start or mention.

/** A link from a file that is not an agent. */
export interface CompanionLink {
  readonly host: Host;
  readonly file: string;
  readonly to: Member;
  readonly name: string;
  /** A field that names the agent starts it. A prompt only mentions it, and the model decides. */
  readonly how: 'starts' | 'mentions';
}

/** In the order of the names. A name that no agent has is left out: it is a built-in agent or an ordinary word. */
export function companionLinks(
  names: readonly KnownName[],
  members: readonly Member[],
): readonly CompanionLink[] {
  const byName = new Map<string, Member[]>();
  for (const member of members) {
    const key = `${member.host.id} ${member.id}`;
    const same = byName.get(key);
    if (same) same.push(member);
    else byName.set(key, [member]);
  }
  const links = new Map<string, CompanionLink>();
  for (const { kind, does, host, name, path, root } of names) {
    if (kind !== 'agent' || !(does === 'names' || does === 'mentions' || does === 'delegates'))
      continue;
    const all = byName.get(`${host.id} ${name}`) ?? [];
    const own = all.filter((member) => member.root === root);
    const how = does === 'names' ? 'starts' : 'mentions';
    for (const to of own.length > 0 ? own : all) {
      const key = `${host.id} ${path} ${to.file}`;
      // A file that starts an agent usually mentions it too.
      if (how === 'starts' || !links.has(key)) links.set(key, { host, file: path, to, name, how });
    }
  }
  return [...links.values()];
}

/** From an agent to a skill that one of its fields names. */
export interface SkillLink {
  readonly host: Host;
  readonly from: Member;
  readonly file: string;
  readonly name: string;
  /** With the name of its plugin, if it is in one. */
  readonly label: string;
}

/**
 * In the order of the members. A skill that is not known is left out: the rule for missing skills reports it.
 * @param defined the files that define a skill with the name in the host.
 */
export const skillLinks = (
  members: readonly Member[],
  defined: (host: Host, name: string) => readonly Pick<KnownName, 'path' | 'root' | 'fullName'>[],
): readonly SkillLink[] =>
  members.flatMap((from) =>
    from.references.flatMap(({ kind, name, isPattern }) => {
      if (kind !== 'skill' || isPattern) return [];
      const all = defined(from.host, name);
      const own = all.filter(({ root }) => root === from.root);
      const [first] = own.length > 0 ? own : all;
      return first
        ? [{ host: from.host, from, file: first.path, name, label: first.fullName ?? name }]
        : [];
    }),
  );
