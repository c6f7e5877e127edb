// The graph as it is drawn, and as `--format json` tells it: a file is one agent, whatever number of hosts own its place.
import type { Link, Member } from './delegation';

/** New keys may come, none goes. */
export interface Drawing {
  readonly agents: readonly DrawnAgent[];
  /** Names that no agent of the workspace bears. */
  readonly missing: readonly { readonly host: string; readonly name: string }[];
  /** Names of agents that stand in a host's configuration, with its file. */
  readonly configured: readonly {
    readonly host: string;
    readonly name: string;
    readonly file: string;
  }[];
  readonly links: readonly DrawnLink[];
}

export interface DrawnAgent {
  readonly file: string;
  /** What others call it by, in each host that makes an agent of the file. */
  readonly ids: Readonly<Record<string, string>>;
  /** What its tools let it do in any of them: `read`, `search`, `write`, `run`, `web`, `delegate`... */
  readonly abilities: readonly string[];
  /** Of that the far-reaching: `write`, `run`. */
  readonly privileges: readonly string[];
}

export interface DrawnLink {
  readonly from: string;
  /** A file; null where no agent here bears the name, and for every agent. */
  readonly to: string | null;
  readonly name: string;
  /** Every agent that there is. */
  readonly every: boolean;
  readonly how: 'calls' | 'hands-over';
  /** Only if the person agrees each time. */
  readonly asks: boolean;
  /** One can come back to the other. */
  readonly cycle: boolean;
  /** What the other may do and the caller may not. */
  readonly escalates: readonly string[];
  readonly hosts: readonly string[];
}

/** @param fileOf the file that brings an agent that is none of the members. */
export function drawingOf(
  members: readonly Member[],
  links: readonly Link[],
  fileOf: (host: string, name: string) => string | undefined,
): Drawing {
  const others = othersOf(links);
  return {
    agents: agentsOf(members),
    missing: others.filter(({ host, name }) => fileOf(host, name) === undefined),
    configured: others.flatMap((one) => {
      const file = fileOf(one.host, one.name);
      return file === undefined ? [] : [{ ...one, file }];
    }),
    links: joined(links),
  };
}

function agentsOf(members: readonly Member[]): readonly DrawnAgent[] {
  const byFile = new Map<string, Member[]>();
  for (const member of members) {
    const same = byFile.get(member.file);
    if (same) same.push(member);
    else byFile.set(member.file, [member]);
  }
  return [...byFile].map(([file, same]) => ({
    file,
    ids: Object.fromEntries(same.map(({ host, id }) => [host.id, id])),
    abilities: [...new Set(same.flatMap(({ abilities }) => abilities))],
    privileges: [...new Set(same.flatMap(({ privileges }) => privileges))],
  }));
}

/** Names that are none of the members'. */
function othersOf(links: readonly Link[]): Drawing['missing'] {
  const seen = new Map<string, { host: string; name: string }>();
  for (const { host, to, isEvery, name } of links)
    if (to === null && !isEvery) seen.set(`${host.id} ${name}`, { host: host.id, name });
  return [...seen.values()];
}

/** What two hosts make of one line of one file is one link. */
function joined(links: readonly Link[]): readonly DrawnLink[] {
  const drawn = new Map<string, DrawnLink>();
  for (const link of links) {
    const one: DrawnLink = {
      from: link.from.file,
      to: link.to?.file ?? null,
      name: link.name,
      every: link.isEvery,
      how: link.how,
      asks: link.asks,
      cycle: link.inCircle,
      escalates: link.gains,
      hosts: [link.host.id],
    };
    const key = JSON.stringify([one.from, one.to ?? link.host.id, one.name, one.how]);
    const other = drawn.get(key);
    drawn.set(key, other ? merged(other, one) : one);
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
