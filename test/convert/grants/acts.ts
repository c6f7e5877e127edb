// What an agent can do, as single acts, and whether it can do more in one program than in another. Independent of the declarations
// of the hosts, so that a mistake in them does not hide one in a conversion.

export type Action = 'allow' | 'ask' | 'deny';

export const runs = ['run git status', 'run git push', 'run rm -rf x'] as const;
export const calls = ['call planner', 'call tester'] as const;
export const uses = ['use git log', 'use git push', 'use docs find'] as const;

export const acts = [
  ...(['read', 'list', 'find', 'search', 'create', 'change', 'notebook'] as const),
  ...runs,
  ...(['fetch', 'search-web', 'todo', 'skill', 'ask-user'] as const),
  ...calls,
  ...uses,
] as const;

export type Act = (typeof acts)[number];

export interface Grants {
  /** Absent: the program has no tool for it, or the file does not list one. */
  readonly held: Readonly<Partial<Record<Act, Action>>>;
  /** The agent has every tool that its file does not withhold. */
  readonly isOpen: boolean;
  /** Acts on which the file decides by a name of their own: no other tool makes up for them. */
  readonly named: ReadonlySet<Act>;
}

const rank: Readonly<Record<Action, number>> = { deny: 0, ask: 1, allow: 2 };

/** What does the same as an act in every program: a shell lists and searches, and notebooks are files. */
const insteadOf: Readonly<Partial<Record<Act, readonly (readonly Act[])[]>>> = {
  list: [['read'], ['find'], runs],
  find: [runs],
  search: [runs],
  notebook: [['change']],
};

/** The acts that the agent can do in the second program, and not, or only after asking, in the first. */
export const wider = (before: Grants, now: Grants): readonly Act[] =>
  acts.filter((act) => rank[now.held[act] ?? 'deny'] > rank[mostOf(act, before)]);

function mostOf(act: Act, { held, isOpen, named }: Grants): Action {
  const own = held[act];
  if (named.has(act)) return own ?? 'deny';
  // What a program gives to an agent without limits belongs to the program and not to the file.
  if (own === undefined && isOpen) return 'allow';
  const ways = [[act], ...(insteadOf[act] ?? [])].map((way) =>
    way.reduce<Action>((least, one) => {
      const action = held[one] ?? 'deny';
      return rank[action] < rank[least] ? action : least;
    }, 'allow'),
  );
  return ways.reduce<Action>((most, one) => (rank[one] > rank[most] ? one : most), 'deny');
}

/** The acts that the agent can do in the first program only. */
export const narrower = (before: Grants, now: Grants): readonly Act[] =>
  acts.filter(
    (act) => rank[before.held[act] ?? 'deny'] > rank[mostOf(act, { ...now, named: new Set() })],
  );
