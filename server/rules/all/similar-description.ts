import { documented } from '../../hosts/model/evidence';
import type { Host } from '../../hosts/model/host';
import { rootOf, shortPath } from '../../hosts/model/located-file';
import { t } from '../../text/message';
import { example } from '../example';
import { wordsOf } from '../names/likeness';
import type { Found, Rule, RuleDocs, RuleExamples, WorkspaceInput } from '../rule';
import type { KnownAgent, WorkspaceView } from '../workspace-view';

export const docs: RuleDocs = {
  what: 'Checks for descriptions whose words are all part of the description of another agent.',
  why: 'A program selects agents by their descriptions. If two descriptions are alike, the selection is unpredictable.',
  sources: [
    documented({
      title: 'Create custom subagents',
      address: 'https://claude-code.mintlify.app/en/sub-agents',
      on: '2026-11-21',
    }),
    { opinion: 'We chose the similarity threshold.' },
  ],
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
    // The descriptions differ in one word.
    example(
      '.claude/agents/python-planner.md',
      'name: python-planner\ndescription: Plans the work on services written in Python.',
      undefined,
      example(
        '.claude/agents/java-planner.md',
        'name: java-planner\ndescription: Plans the work on services written in Java.',
      ),
    ),
    // The agents belong to different hosts, which never choose between them.
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
  name: 'similar-description',
  kind: 'advice',
  off: true,
  across: ({ agent, workspace }: WorkspaceInput): Found[] => {
    const [first, ...more] = similarAgents(agent, workspace);
    if (!first) return [];
    const args = {
      agent: first.id ?? '',
      path: shortPath(first.place),
      count: more.length,
      host: agent.place.host.name,
    };
    return [
      {
        span: agent.nameSpan,
        severity: 'hint',
        message:
          more.length === 0
            ? t(
                'The description of "{agent}" ({path}) contains every word of this description, so {host} cannot distinguish them. Describe when to use this agent instead.',
                args,
              )
            : t(
                'The descriptions of "{agent}" ({path}) and {count} more contain every word of this description, so {host} cannot distinguish them. Describe when to use this agent instead.',
                args,
              ),
        related: [first, ...more].slice(0, 20).map(({ path, nameSpan, place }) => ({
          path,
          span: nameSpan,
          message: t('{path} has a similar description', { path: shortPath(place) }),
        })),
      },
    ];
  },
};

/** A much longer description is about other work. */
const minimumShare = 0.7;

/**
 * The agents whose descriptions contain all words of this one, the most similar first. Another rule reports those that have
 * the same name.
 */
function similarAgents(agent: KnownAgent, workspace: WorkspaceView): readonly KnownAgent[] {
  const { place, path, id, description, isOffered } = agent;
  if (id === null || description === null || place.role === 'guest' || !isOffered) return [];
  const root = rootOf(place);
  const own = wordsOf(description);
  if (own.size === 0) return [];
  return describedAgents(workspace, place.host)
    .filter(
      ({ agent: other, words }) =>
        words.size >= own.size &&
        own.size >= minimumShare * words.size &&
        other.path !== path &&
        other.id !== id &&
        [...own].every((word) => words.has(word)) &&
        rootOf(other.place) === root,
    )
    .sort((a, b) => a.words.size - b.words.size)
    .map(({ agent: other }) => other);
}

interface DescribedAgent {
  readonly agent: KnownAgent;
  readonly words: ReadonlySet<string>;
}

/** The words of all descriptions, until an agent changes. */
const known = new WeakMap<
  WorkspaceView,
  { revision: number; byHost: Map<Host, readonly DescribedAgent[]> }
>();

function describedAgents(workspace: WorkspaceView, host: Host): readonly DescribedAgent[] {
  const { revision } = workspace;
  let state = known.get(workspace);
  if (state?.revision !== revision) {
    state = { revision, byHost: new Map() };
    known.set(workspace, state);
  }
  const agents = state.byHost.get(host) ?? readAll(workspace, host);
  state.byHost.set(host, agents);
  return agents;
}

const readAll = (workspace: WorkspaceView, host: Host): readonly DescribedAgent[] =>
  workspace
    .ids(host)
    .flatMap((id) => workspace.called(host, id))
    .filter(({ place, isOffered }) => place.role === 'owner' && isOffered)
    .map((agent) => ({ agent, words: wordsOf(agent.description ?? '') }));
