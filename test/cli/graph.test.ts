import assert from 'node:assert/strict';
import type { Drawing } from '../../server/workspace/graph-drawing';
import { dedent } from '../support/marked-text';
import { running } from '../support/running';

const claude = (name: string, tools: string): string =>
  `---\nname: ${name}\ndescription: d\ntools: ${tools}\n---\nYou work.\n`;

const files = {
  '.claude/agents/lead.md': claude('lead', 'Read, Agent(builder, "ghost", planner)'),
  '.claude/agents/builder.md': claude('builder', 'Read, Bash, Write'),
  '.claude/agents/team/planner.md': claude('planner', 'Read, Task(lead)'),
};

const graph = (world: Readonly<Record<string, string>>, ...argv: readonly string[]): Drawing =>
  running(world, ['graph', '--format', 'json', ...argv]).json as Drawing;

const agentWith = (more: string): string =>
  `---\nname: helper\ndescription: Helps.\ntools: Read\n${more}---\n\nHelp.\n`;

const shown = ({ links }: Drawing): readonly string[] =>
  links.map(({ from, to, name, every, how, asks, cycle, escalates }) =>
    [
      from.replace(/^.*\/|(?:\.agent)?\.md$/g, ''),
      { calls: '->', 'hands-over': '~>', mentions: '..>', starts: '=>', loads: '+>' }[how],
      every ? 'every' : to === null ? `${name}?` : to.replace(/^.*\/|(?:\.agent)?\.md$/g, ''),
      ...(asks ? ['asks'] : []),
      ...(cycle ? ['cycle'] : []),
      ...escalates,
    ].join(' '),
  );

describe('dossier graph', () => {
  it('shows who may call whom, what they gain by it, and cycles', () => {
    const drawing = graph({
      ...files,
      '.claude/agents/lead.md': claude('lead', 'Read, Agent(builder, ghost, planner)'),
    });
    assert.deepEqual(shown(drawing), [
      'lead -> builder write run',
      'lead -> ghost?',
      'lead -> planner cycle',
      'planner -> lead cycle',
    ]);
    assert.deepEqual(drawing.missing, [{ host: 'claude-code', name: 'ghost' }]);
    assert.deepEqual(drawing.agents[0], {
      file: '.claude/agents/builder.md',
      name: 'builder',
      ids: { 'claude-code': 'builder' },
      abilities: ['read', 'write', 'run'],
      privileges: ['write', 'run'],
    });
  });

  it('knows handoffs and lists of agents', () => {
    const world = {
      '.github/agents/plan.agent.md':
        '---\nname: Plan\ndescription: d\ntools: [read, agent]\nagents: [Build, "*"]\nhandoffs:\n  - {label: Go, agent: Build, prompt: go}\n---\nPlan.\n',
      '.github/agents/build.agent.md':
        '---\nname: Build\ndescription: d\ntools: [edit]\nhandoffs:\n  - {label: Back, agent: Plan, prompt: back}\n---\nBuild.\n',
    };
    assert.deepEqual(shown(graph(world)), [
      'build ~> plan',
      'plan -> build write',
      'plan -> every write',
      'plan ~> build',
    ]);
    // One file is one agent, though two programs own the folder.
    assert.equal(graph(world).agents.length, 2);
    assert.deepEqual(shown(graph(world, '--host', 'copilot-cli')), []);
  });

  it('sees no gain in an agent that is lent the tools of its caller', () => {
    const copilot = (name: string, more: string): string =>
      `---\nname: ${name}\ndescription: d\n${more}---\nYou work.\n`;
    const world = {
      '.github/agents/plan.agent.md': copilot('plan', 'tools: [read, agent]\nagents: [a, b]\n'),
      '.github/agents/a.agent.md': copilot('a', ''),
      '.github/agents/b.agent.md': copilot('b', 'tools: [edit]\n'),
    };
    assert.deepEqual(shown(graph(world)), ['plan -> a', 'plan -> b write']);
  });

  it('knows what prompts delegate to, but not what they forbid', () => {
    const prompt = (text: string): string =>
      `---\nname: lead\ndescription: d\ntools: Read\n---\n${text}\n`;
    const drawn = (text: string): readonly string[] =>
      shown(
        graph({
          '.claude/agents/lead.md': prompt(text),
          '.claude/agents/builder.md': claude('builder', 'Read'),
          '.claude/agents/planner.md': claude('planner', 'Read'),
        }),
      );
    for (const text of [
      'Delegate to builder.',
      'Delegate the implementation to the `builder` agent.',
      'Then hand the result off to **builder**.',
      'Use the builder subagent for this.',
      'Call `Task(subagent_type="builder", prompt="...")`.',
      '```json\n{ "subagent_type": "builder" }\n```',
      'Ask @builder.',
      'Ask @agent-builder.',
    ])
      assert.deepEqual(drawn(text), ['lead ..> builder'], text);
    assert.deepEqual(drawn('Delegate to planner, then builder, or to both.'), ['lead ..> planner']);
    assert.deepEqual(drawn('Delegate to planner, builder or a human.'), [
      'lead ..> planner',
      'lead ..> builder',
    ]);
    for (const text of [
      'Never delegate to builder.',
      'Do not hand work over to builder.',
      'Delegate to lead. The builder is a person.',
      'Delegate to ghost.',
    ])
      assert.deepEqual(drawn(text), [], text);
  });

  it('draws a mention only where no call leads to the same agent', () => {
    const world = {
      '.claude/agents/lead.md': `${claude('lead', 'Read, Agent(builder)')}Delegate to builder.\n`,
      '.claude/agents/builder.md': claude('builder', 'Read'),
    };
    assert.deepEqual(shown(graph(world)), ['lead -> builder']);
  });

  it('knows the prompt files and commands that start or mention an agent', () => {
    const world = {
      '.claude/agents/builder.md': claude('builder', 'Read'),
      '.claude/commands/build.md': '---\nagent: builder\n---\nBuild it.\n',
      '.claude/commands/ship.md': '---\ndescription: d\n---\nDelegate to builder.\n',
      '.claude/commands/other.md': '---\nagent: general-purpose\n---\nDo it.\n',
      '.github/agents/plan.agent.md': '---\ndescription: d\n---\nPlan.\n',
      '.github/prompts/plan.prompt.md': '---\nagent: plan\n---\n#runSubagent plan\n',
    };
    const drawing = graph(world);
    assert.deepEqual(shown(drawing), [
      'build => builder',
      'ship ..> builder',
      'plan.prompt => plan',
    ]);
    assert.deepEqual(
      drawing.callers.map(({ file }) => file),
      ['.claude/commands/build.md', '.claude/commands/ship.md', '.github/prompts/plan.prompt.md'],
    );
    assert.match(running(world, ['graph']).out, /^ {2}f0\(\["build\.md"\]\)$/m);
  });

  it('draws one link to all agents where nothing limits the tool for calls', () => {
    const world = {
      '.claude/agents/lead.md': claude('lead', 'Read, Agent'),
      '.claude/agents/limited.md': claude('limited', 'Read, Agent(a)'),
      '.claude/agents/a.md': claude('a', 'Read'),
      '.claude/agents/b.md': '---\nname: b\ndescription: No list of tools.\n---\nYou work.\n',
    };
    assert.deepEqual(shown(graph(world)), ['lead -> every write run', 'limited -> a']);
    assert.match(running(world, ['graph']).out, /^ {2}every\(\["all agents"\]\)$/m);
  });

  it('names the agents without a list of tools that may call all, without a link', () => {
    const world = {
      '.claude/agents/a.md': '---\nname: a\ndescription: d\n---\nYou work.\n',
      '.claude/agents/b.md': claude('b', 'Read'),
      '.claude/agents/c.md':
        '---\nname: c\ndescription: d\ndisallowedTools: Agent\n---\nYou work.\n',
    };
    const { agents } = running(world, ['graph', '--format', 'json']).json as {
      agents: { name: string; callsAll?: true }[];
    };
    assert.deepEqual(
      agents.map(({ name, callsAll }) => [name, callsAll]),
      [
        ['a', true],
        ['b', undefined],
        ['c', undefined],
      ],
    );
    assert.deepEqual(shown(graph(world)), []);
    assert.match(running(world, ['graph']).out, /a0\["a<br\/>.*<br\/>may call all agents"\]/);
  });

  it('sees no cycle in handoffs, which a user selects', () => {
    const agent = (to: string, tools = '[read]'): string =>
      `---\ndescription: d\ntools: ${tools}\nhandoffs:\n  - {label: Go, agent: ${to}, prompt: go}\n---\nYou work.\n`;
    const world = {
      '.github/agents/plan.agent.md': agent('build', '[read, agent]\nagents: [build]'),
      '.github/agents/build.agent.md': agent('plan'),
    };
    assert.deepEqual(shown(graph(world)), ['build ~> plan', 'plan -> build', 'plan ~> build']);
  });

  it('draws no call that the caller has no tool for', () => {
    const world = {
      '.claude/agents/a.md': claude('a', 'Read, Agent(b)\ndisallowedTools: Agent'),
      '.claude/agents/b.md': claude('b', 'Read'),
      '.github/agents/c.agent.md':
        '---\ndescription: d\ntools: [read]\nagents: [c]\n---\nYou work.\n',
    };
    assert.deepEqual(shown(graph(world)), []);
  });

  it('knows rules: of several the last that matches counts', () => {
    const rules =
      'task:\n    "*": deny\n    "test-*": ask\n    test-b: deny\n    gone: allow\n    test-a: allow';
    const agent = (more: string): string =>
      `---\ndescription: d\nmode: all\n${more}---\nYou work.\n`;
    const world = {
      '.opencode/agent/lead.md': agent(`permission:\n  edit: deny\n  bash: deny\n  ${rules}\n`),
      '.opencode/agent/test-a.md': agent(''),
      '.opencode/agent/test-b.md': agent(''),
      '.opencode/agent/test-c.md': agent('permission:\n  edit: deny\n'),
      '.opencode/agent/free.md': agent('permission:\n  task: {"*": allow, test-a: deny}\n'),
    };
    assert.deepEqual(shown(graph(world)), [
      'free -> every',
      'lead -> test-a write run',
      'lead -> test-c asks run',
      'lead -> gone?',
    ]);
  });

  it('knows the agents that stand in configuration', () => {
    const world = {
      '.opencode/agent/lead.md':
        '---\ndescription: d\npermission:\n  task: {tester: allow, gone: allow}\n---\nYou work.\n',
      'opencode.json': '{ "agent": { "tester": {} }, /* { */ }',
      'broken/opencode.json': '{ "agent": { "gone": {',
    };
    const drawing = graph(world);
    assert.deepEqual(drawing.missing, [{ host: 'opencode', name: 'gone' }]);
    assert.deepEqual(drawing.configured, [
      { host: 'opencode', name: 'tester', file: 'opencode.json' },
    ]);
    const { out } = running(world, ['graph']);
    assert.match(out, /^ {2}c0\(\["tester \(opencode\.json\)"\]\)$/m);
    assert.match(out, /^ {2}a0 -- "call" --> c0$/m);
  });

  it('looks for a name in the own project first, and takes the strongest of several', () => {
    const world = {
      'a/.claude/agents/lead.md': claude('lead', 'Agent(helper)'),
      'a/.claude/agents/helper.md': claude('helper', 'Read'),
      'b/.claude/agents/helper.md': claude('helper', 'Read'),
    };
    assert.deepEqual(
      graph(world).links.map(({ to }) => to),
      ['a/.claude/agents/helper.md'],
    );
  });

  it('is Mermaid for people and for GitHub', () => {
    const { out, code } = running(files, ['graph']);
    assert.equal(code, 0);
    assert.equal(
      out,
      dedent(`
        flowchart LR
          subgraph f0[".claude/agents"]
            a0["builder<br/>changes files, runs commands"]
            a1["lead"]
          end
          subgraph f1[".claude/agents/team"]
            a2["planner"]
          end
          m0["#34;ghost#34;"]:::missing
          a1 -- "call, escalation: changes files, runs commands" --> a0
          a1 -- "call" --> m0
          a1 -- "call, in a cycle" --> a2
          a2 -- "call, in a cycle" --> a1
          classDef missing stroke-dasharray: 4 4
          linkStyle 0 stroke:#c62828,stroke-width:2px
          linkStyle 2,3 stroke:#b26a00,stroke-width:2px
      `),
    );
    assert.equal(running(files, ['graph', '--format', 'mermaid']).out, out);
  });

  it('is DOT for Graphviz', () => {
    const { out } = running(files, ['graph', '--format', 'dot']);
    assert.match(out, /^digraph agents \{\n/);
    assert.match(out, /^ {4}a0 \[label="builder\\nchanges files, runs commands"\]$/m);
    assert.match(out, /^ {2}m0 \[label="\\"ghost\\"", style=dashed\]$/m);
    assert.match(
      out,
      /^ {2}a1 -> a0 \[label="call, escalation: .*", color="#c62828", penwidth=2\]$/m,
    );
    assert.match(out, /\}\n$/);
  });

  it('writes any name as text', () => {
    const world = { '.claude/agents/odd.md': claude('"a] <b> \\"c\\" # d"', 'Agent(e"\\)') };
    const { out } = running(world, ['graph']);
    assert.match(out, /a0\["a#93; #60;b#62; #34;c#34; #35; d"\]/);
    assert.match(running(world, ['graph', '--format', 'dot']).out, /label="a\] <b> \\"c\\" # d"\]/);
  });

  it('reports that it found no agents', () => {
    const { out, err, code } = running({ 'a.md': '' }, ['graph']);
    assert.deepEqual([code, out], [0, 'flowchart LR\n']);
    assert.match(err, /no agents found/);
    assert.equal(running(files, ['graph', 'nowhere']).code, 2);
    assert.equal(running(files, ['graph', '--format', 'svg']).code, 2);
    const unreadable = { unreadable: '.claude/agents/lead.md' };
    assert.equal(running(files, ['graph'], '', unreadable).code, 2);
  });

  describe('skills', () => {
    const world = {
      '.claude/agents/helper.md': agentWith('skills: [deploy, missing]\n'),
      '.claude/agents/other.md': agentWith('skills: deploy\n').replace('helper', 'other'),
      '.claude/skills/deploy/SKILL.md': '---\ndescription: Deploys.\n---\n\nDeploy.\n',
    };

    it('are nodes that agents load; one that no file defines is left out', () => {
      const { skills, links } = graph(world);
      assert.deepEqual(skills, [{ file: '.claude/skills/deploy/SKILL.md', name: 'deploy' }]);
      assert.deepEqual(
        links.map(({ from, to, how }) => [from, to, how]),
        [
          ['.claude/agents/helper.md', '.claude/skills/deploy/SKILL.md', 'loads'],
          ['.claude/agents/other.md', '.claude/skills/deploy/SKILL.md', 'loads'],
        ],
      );
    });

    it('are drawn', () => {
      const { out } = running(world, ['graph']);
      assert.match(out, /s0\(\["deploy"\]\)/);
      assert.match(out, /a0 -- "loaded skill" --> s0/);
      assert.match(
        running(world, ['graph', '--format', 'dot']).out,
        /a1 -> s0 \[label="loaded skill"\]/,
      );
    });
  });
});
