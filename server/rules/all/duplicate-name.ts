import { rootOf, shortPath } from '../../hosts/place';
import type { SameName } from '../../hosts/same-name';
import { example } from '../example';
import type { KnownAgent } from '../neighbours';
import type { AcrossInput, Found, Related, Rule } from '../rule';

export const rule: Rule = {
  name: 'duplicate-name',
  what: 'Two agents that a host calls by the same name.',
  why: 'Only one of them is the agent; the other is never used, and nobody is told. Which one it is may change from one machine to the next.',
  kind: 'host',
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      undefined,
      example(
        '.claude/agents/old/reviewer.md',
        'name: reviewer\ndescription: Reviews pull requests.',
      ),
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.',
      undefined,
      example('.opencode/agents/reviewer.md', 'description: Reviews pull requests.'),
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      undefined,
      example('.claude/agents/tester.md', 'name: tester\ndescription: Tests changes.'),
    ),
    // One agent, kept for two hosts.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      undefined,
      example('.github/agents/reviewer.agent.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
  ],
  across: ({ agent, neighbours }: AcrossInput): Found[] => {
    const { place, id, path, nameSpan } = agent;
    const { sameName, name: host } = place.host;
    // A guest reads what was written for another: there the two are often one agent, kept twice.
    if (id === null || !sameName || place.role === 'guest') return [];
    const others = neighbours
      .called(place.host, id)
      .filter((other) => other.path !== path && other.place.role === 'owner');
    const over = others.find((other) => isOver(other, agent, sameName));
    if (over) {
      return [
        {
          span: nameSpan,
          severity: 'warning',
          message: `${host} does not use this agent: ${shortPath(over.place)} is called "${id}" too, and ${host} ${sameName.outermost?.says ?? sameName.wins}.`,
          related: related([over]),
        },
      ];
    }
    const same = others.filter((other) => isBeside(other, agent, sameName));
    const [first] = same;
    if (!first || sameName.tie === undefined) return [];
    return [
      {
        span: nameSpan,
        severity: 'warning',
        message: `${shortPath(first.place)}${same.length > 1 ? ` and ${same.length - 1} more` : ''} is called "${id}" too: ${host} ${sameName.tie}.`,
        related: related(same),
      },
    ];
  },
};

/** In a folder further up, of a host that takes that one. A user's agent is meant to stand back behind the project's. */
const isOver = (other: KnownAgent, agent: KnownAgent, { rank, outermost }: SameName): boolean => {
  const [mine, theirs] = [rootOf(agent.place), rootOf(other.place)];
  if (agent.place.location.scope !== other.place.location.scope) return false;
  if (mine === theirs) return rank(other.place) > rank(agent.place);
  return outermost !== undefined && (theirs === '' || mine.startsWith(`${theirs}/`));
};

const isBeside = (other: KnownAgent, agent: KnownAgent, { rank }: SameName): boolean =>
  rootOf(other.place) === rootOf(agent.place) &&
  other.place.location.scope === agent.place.location.scope &&
  rank(other.place) === rank(agent.place);

const related = (agents: readonly KnownAgent[]): readonly Related[] =>
  agents.slice(0, 20).map(({ path, nameSpan, place }) => ({
    path,
    span: nameSpan,
    says: `${shortPath(place)} bears the same name`,
  }));
