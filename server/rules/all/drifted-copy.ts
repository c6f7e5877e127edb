import type { Host } from '../../hosts/host';
import { type Place, rootOf, shortPath } from '../../hosts/place';
import { mainHosts } from '../../hosts/places';
import { gainedBy } from '../../hosts/powers';
import { example } from '../example';
import { likeness, wordsOf } from '../likeness';
import type { KnownAgent, Neighbours } from '../neighbours';
import type { AcrossInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';
import { deeds } from '../words';

export const docs: RuleDocs = {
  what: 'One agent kept for several hosts, of which one copy says or may do something else.',
  why: 'Copies are changed one at a time. The one that was forgotten is called for other work than the rest, or may do what was taken from them.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security before they are merged.\ntools: Read, Grep',
      undefined,
      example(
        '.github/agents/reviewer.agent.md',
        'name: reviewer\ndescription: Reviews changes for security before they are released.\ntools: [read, search]',
      ),
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security.\ntools: Read, Grep',
      undefined,
      example('.opencode/agent/reviewer.md', 'description: Reviews changes for security.'),
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security.\ntools: Read, Grep',
      undefined,
      example(
        '.github/agents/reviewer.agent.md',
        'name: reviewer\ndescription: Reviews changes  for security.\ntools: [read, search]',
      ),
    ),
    // One list, of which each host makes something else.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security.\ntools: Read, Bash(git diff)',
      undefined,
      example(
        '.github/agents/reviewer.agent.md',
        'name: reviewer\ndescription: Reviews changes for security.\ntools: [Read, Bash(git diff)]',
      ),
    ),
    // Running notebooks is left to the editor.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security.\ntools: Read, Grep',
      undefined,
      example(
        '.kilo/agent/reviewer.md',
        'description: Reviews changes for security.\npermission:\n  edit: deny\n  bash: deny\n  background_process: deny',
      ),
    ),
    // Of the same name, and another agent.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes for security.\ntools: Read, Grep',
      undefined,
      example('.opencode/agent/reviewer.md', 'description: Reads contracts with customers.'),
    ),
  ],
});

export const rule: Rule = {
  name: 'drifted-copy',
  kind: 'advice',
  quiet: true,
  across: ({ agent, neighbours }: AcrossInput): Found[] =>
    copiesOf(agent, neighbours).flatMap(({ other, like }): Found[] => {
      const what = like < 1 ? described(agent, other) : allowed(agent, other);
      if (what === null) return [];
      return [
        {
          span: agent.nameSpan,
          severity: 'hint',
          message: `${shortPath(other.place)} keeps this agent for ${other.place.host.name}, ${what}. Make them alike if that is not meant.`,
          twins: [other.path],
          related: [
            {
              path: other.path,
              span: other.nameSpan,
              says: `The copy for ${other.place.host.name}`,
            },
          ],
        },
      ];
    }),
};

/** Fewer words in common, and they may be two agents. */
const alikeEnough = 0.6;

/** Below the same folder, for other hosts, by the same name, and described nearly alike. */
function copiesOf(
  { place, path, id, description, isConfigured }: KnownAgent,
  neighbours: Neighbours,
): readonly { readonly other: KnownAgent; readonly like: number }[] {
  if (place.isGuess) return none;
  if (id === null || place.role === 'guest' || description === null || isConfigured) return none;
  if (!mayHaveCopies(path, place, neighbours.inAnyHost(id))) return none;
  const owns = (host: Host): boolean =>
    neighbours.called(host, id).some((one) => one.path === path && one.place.role === 'owner');
  // Of several hosts that own this very folder one speaks.
  if (mainHosts.find(owns) !== place.host) return [];
  const root = rootOf(place);
  const seen = new Set([path]);
  return mainHosts.flatMap((host) => {
    if (host === place.host) return [];
    return neighbours.called(host, id).flatMap((other) => {
      // What stands in a configuration is not judged: nobody knows what it may do.
      if (other.place.isGuess) return [];
      if (other.place.role === 'guest' || other.isConfigured || seen.has(other.path)) return [];
      seen.add(other.path);
      if (rootOf(other.place) !== root || other.description === null) return [];
      const like = likeness(wordsOf(description), wordsOf(other.description));
      return like >= alikeEnough ? [{ other, like }] : [];
    });
  });
}

const none: readonly never[] = [];

/** Told at once, for every agent: nearly all have their name to themselves, or share it with those of other projects. */
function mayHaveCopies(path: string, place: Place, bearers: readonly KnownAgent[]): boolean {
  let root: string | undefined;
  for (const { path: other, place: there } of bearers) {
    if (other === path || there.host === place.host) continue;
    root ??= rootOf(place);
    if (other.startsWith(root)) return true;
  }
  return false;
}

const described = (agent: KnownAgent, { place }: KnownAgent): string =>
  `and describes it in other words: what it is called for under ${agent.place.host.name} is not what it is called for under ${place.host.name}`;

function allowed(agent: KnownAgent, other: KnownAgent): string | null {
  // Where the lists are alike the hosts differ, and the rules on tools say so at the word.
  if (agent.writtenTools !== null && agent.writtenTools === other.writtenTools) return null;
  const mine = agent.place.host.name;
  const more = gainedBy(agent.powers, other.powers);
  const less = gainedBy(other.powers, agent.powers);
  if (more.length > 0) return `where it may ${deeds(more)}; under ${mine} it may not`;
  return less.length > 0 ? `where it may not ${deeds(less, 'or')}; under ${mine} it may` : null;
}
