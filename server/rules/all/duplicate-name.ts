import { pathBeside } from '../../hosts/place';
import { example } from '../example';
import type { KnownAgent } from '../neighbours';
import type { AcrossInput, Found, Related, Rule, RuleDocs, RuleExamples } from '../rule';
import { namesakesOf } from '../same-name';

export const docs: RuleDocs = {
  what: 'Two files whose agents a host calls by the same name.',
  why: 'Only one of them is the agent; the other is never used, and nobody is told. Which one it is may change from one machine to the next.',
};

export const examples = (): RuleExamples => ({
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
    // One list of plugins offers both.
    example(
      'plugins/a/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      undefined,
      { path: 'plugins/a/.claude-plugin/plugin.json', text: '{ "name": "tools" }' },
      { path: 'plugins/b/.claude-plugin/plugin.json', text: '{ "name": "tools" }' },
      {
        path: '.claude-plugin/marketplace.json',
        text: '{ "name": "m", "plugins": [{ "source": "./plugins/a" }, { "source": "./plugins/b" }] }',
      },
      example('plugins/b/agents/reviewer.md', 'name: reviewer\ndescription: Reviews all.'),
    ),
    // One that is no agent takes the other with it.
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.',
      undefined,
      example('.opencode/mode/reviewer.md', 'description: Reviews pull requests.\ndisable: true'),
    ),
    example(
      '.github/agents/reviewer.md',
      'description: Reviews changes.',
      undefined,
      example('.github/agents/reviewer.agent.md', 'description: Reviews pull requests.\ntools:'),
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      undefined,
      example('.claude/agents/tester.md', 'name: tester\ndescription: Tests changes.'),
    ),
    // Nobody says that both plugins are enabled.
    example(
      'plugins/a/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      undefined,
      { path: 'plugins/a/.claude-plugin/plugin.json', text: '{ "name": "tools" }' },
      { path: 'plugins/b/.claude-plugin/plugin.json', text: '{ "name": "tools" }' },
      example('plugins/b/agents/reviewer.md', 'name: reviewer\ndescription: Reviews all.'),
    ),
    // A copy that is kept aside.
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.',
      undefined,
      example('backup/.opencode/agent/reviewer.md', 'description: Reviews pull requests.'),
    ),
    // One agent, kept for two hosts.
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.',
      undefined,
      example('.github/agents/reviewer.agent.md', 'name: reviewer\ndescription: Reviews changes.'),
    ),
    // Switched off, and on again by the one that is laid over it.
    example(
      '.opencode/mode/reviewer.md',
      'description: Reviews changes.\ndisable: false',
      undefined,
      example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ndisable: true'),
    ),
    // Switched off in a folder below: whoever starts above it does not see that one.
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.',
      undefined,
      example('web/.opencode/agent/reviewer.md', 'description: Reviews changes.\ndisable: true'),
    ),
  ],
});

export const rule: Rule = {
  name: 'duplicate-name',
  kind: 'host',
  across: ({ agent, neighbours }: AcrossInput): Found[] => {
    const namesakes = namesakesOf(agent, neighbours);
    if (!namesakes || namesakes.isMeant) return [];
    const { kind, message, others } = namesakes;
    return [
      {
        span: agent.nameSpan,
        severity: 'warning',
        message,
        related: related(others, agent),
        isAboutName: true,
        // Of two that share a name either may be changed.
        ...(kind === 'shared' && { twins: others.map(({ path }) => path) }),
      },
    ];
  },
};

const related = (agents: readonly KnownAgent[], own: KnownAgent): readonly Related[] =>
  agents.slice(0, 20).map(({ path, nameSpan, place }) => ({
    path,
    span: nameSpan,
    says: `${pathBeside(place, own.place)} bears the same name`,
  }));
