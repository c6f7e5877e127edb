import type { Host } from '../../hosts/host';
import { rootOf, shortPath } from '../../hosts/place';
import { example } from '../example';
import { wordsOf } from '../likeness';
import type { KnownAgent, Neighbours } from '../neighbours';
import type { AcrossInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A description that says nothing which that of another agent does not say.',
  why: 'A host chooses among its agents by what their descriptions say. Of two that say the same it takes now the one and now the other.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changed code for bugs and style before a merge.',
      undefined,
      example(
        '.claude/agents/checker.md',
        'name: checker\ndescription: Reviews changed code for style and bugs before a merge, in two rounds.',
      ),
    ),
    example(
      '.opencode/agent/docs.md',
      'description: Writes the documentation of public functions.',
      undefined,
      example(
        '.opencode/agent/writer.md',
        'description: Writes the documentation of all public functions.',
      ),
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changed code for bugs and style before a merge.',
      undefined,
      example(
        '.claude/agents/tester.md',
        'name: tester\ndescription: Writes tests for changed code before a merge.',
      ),
    ),
    // One word tells them apart.
    example(
      '.claude/agents/python-planner.md',
      'name: python-planner\ndescription: Plans the work on services written in Python.',
      undefined,
      example(
        '.claude/agents/java-planner.md',
        'name: java-planner\ndescription: Plans the work on services written in Java.',
      ),
    ),
    // Kept for another host: those two never stand beside each other.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changed code for bugs and style before a merge.',
      undefined,
      example(
        '.opencode/agent/checker.md',
        'description: Reviews changed code for bugs and style before a merge.',
      ),
    ),
  ],
});

export const rule: Rule = {
  name: 'rival-description',
  kind: 'advice',
  quiet: true,
  off: true,
  across: ({ agent, neighbours }: AcrossInput): Found[] => {
    const [first, ...more] = rivalsOf(agent, neighbours);
    if (!first) return [];
    const { host } = agent.place;
    const others = more.length > 0 ? ` and ${more.length} more` : '';
    return [
      {
        span: agent.nameSpan,
        severity: 'hint',
        message: `"${first.id ?? ''}" in ${shortPath(first.place)}${others} is described by all the words of this description: ${host.name} has nothing to choose this agent by. Say when it is called and the other is not.`,
        related: [first, ...more].slice(0, 20).map(({ path, nameSpan, place }) => ({
          path,
          span: nameSpan,
          says: `The description of ${shortPath(place)} says the same`,
        })),
      },
    ];
  },
};

/** Where the other says much more, it is called for other work. */
const alikeEnough = 0.7;

/** Those whose words hold all of its words, the nearest first. Who shares the name too is told of by another rule. */
function rivalsOf(agent: KnownAgent, neighbours: Neighbours): readonly KnownAgent[] {
  const { place, path, id, description, isOffered } = agent;
  if (id === null || description === null || place.role === 'guest' || !isOffered) return [];
  const root = rootOf(place);
  const own = wordsOf(description);
  if (own.size === 0) return [];
  return tellingOf(neighbours, place.host)
    .filter(
      ({ agent: other, words }) =>
        words.size >= own.size &&
        own.size >= alikeEnough * words.size &&
        other.path !== path &&
        other.id !== id &&
        [...own].every((word) => words.has(word)) &&
        rootOf(other.place) === root,
    )
    .sort((a, b) => a.words.size - b.words.size)
    .map(({ agent: other }) => other);
}

interface Telling {
  readonly agent: KnownAgent;
  readonly words: ReadonlySet<string>;
}

/** What was read of all descriptions, for as long as none has changed. */
const known = new WeakMap<
  Neighbours,
  { revision: number; byHost: Map<Host, readonly Telling[]> }
>();

function tellingOf(neighbours: Neighbours, host: Host): readonly Telling[] {
  const { revision } = neighbours;
  let state = known.get(neighbours);
  if (state?.revision !== revision) {
    state = { revision, byHost: new Map() };
    known.set(neighbours, state);
  }
  const told = state.byHost.get(host) ?? readAll(neighbours, host);
  state.byHost.set(host, told);
  return told;
}

const readAll = (neighbours: Neighbours, host: Host): readonly Telling[] =>
  neighbours
    .ids(host)
    .flatMap((id) => neighbours.called(host, id))
    .filter(({ place, isOffered }) => place.role === 'owner' && isOffered)
    .map((agent) => ({ agent, words: wordsOf(agent.description ?? '') }));
