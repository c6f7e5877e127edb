// References to agents that do not exist.
import assert from 'node:assert/strict';
import { reportedBy } from '../support/reporting';

const claude = (name: string, tools = 'Read'): string =>
  `---\nname: ${name}\ndescription: Works.\ntools: ${tools}\n---\nYou work.\n`;
const vscode = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Works.\n${more}---\nYou work.\n`;

const messagesFor = (files: Readonly<Record<string, string>>): readonly string[] =>
  reportedBy('unknown-agent', files);

/** What Claude Code 2.1.328 did when a model called these, with an agent code-reviewer and a plugin's agent plug:helper. */
const calls = {
  starts: [
    ...['code-reviewer', 'Code-Reviewer', 'code_reviewer', 'code reviewer', 'codereviewer'],
    ...['plug:helper', 'plug:Helper', 'general-purpose', 'Explore'],
  ],
  'not found': [
    ...['code-reviewr', 'helper', 'plug-helper', 'nothing-there', 'code-reviewer.md', 'reviewer'],
  ],
};

describe('an agent that a prompt calls', () => {
  const found = (name: string): readonly string[] =>
    messagesFor({
      '.claude/agents/lead.md': `${claude('lead')}\n\`\`\`\nTask({ subagent_type: "${name}" })\n\`\`\`\n`,
      '.claude/agents/code-reviewer.md': claude('code-reviewer'),
      'plug/.claude-plugin/plugin.json': '{ "name": "plug" }',
      'plug/agents/helper.md': claude('helper'),
    });

  for (const name of calls.starts)
    it(`is found as "${name}"`, () => assert.deepEqual(found(name), []));

  for (const name of calls['not found'])
    it(`is not found as "${name}"`, () => {
      const [message = ''] = found(name);
      assert.match(message, new RegExp(`"${name.replace('.', '\\.')}" `));
    });

  it('is not one of another plugin', () => assert.deepEqual(found('elsewhere:reviewer'), []));

  it('is no word that stands for a name', () => {
    for (const word of ['agent-name', 'your_agent', 'name', '...'])
      assert.deepEqual(found(word), [], word);
  });
});

describe('a name that no agent has', () => {
  it('may be a file name', () => {
    const files = {
      '.github/agents/lead.agent.md': vscode(
        'lead',
        'tools: [agent]\nagents: [.github/agents/adr.agent.md]\nhandoffs:\n  - label: Go\n    agent: adr\n    prompt: Go on.\n',
      ),
      '.github/agents/adr.agent.md': vscode('Decision Writer'),
    };
    assert.deepEqual(messagesFor(files), [
      'warning ".github/agents/adr.agent.md" is a file name. In VS Code the agent is named "Decision Writer". Use that name.',
      'warning "adr" is a file name. In VS Code the agent is named "Decision Writer". Use that name.',
    ]);
  });

  it('is case-sensitive in a handoff', () => {
    const handoff = (name: string): string =>
      `handoffs:\n  - label: Go\n    agent: ${name}\n    prompt: Go on.\n`;
    const found = (name: string): readonly string[] =>
      messagesFor({
        '.github/agents/lead.agent.md': vscode('lead', handoff(name)),
        '.github/agents/a.agent.md': vscode('Planner'),
      });
    assert.deepEqual(found('Planner'), []);
    assert.deepEqual(found('PLANNER'), [
      'warning VS Code has no agent named "PLANNER" in this workspace. Did you mean "Planner"?',
    ]);
  });

  it('may be another form of an existing name', () => {
    const files = {
      '.claude/agents/lead.md': claude('lead', 'Agent(API Documentation)'),
      '.claude/agents/a.md': claude('API Documenter'),
    };
    assert.match(messagesFor(files).join(), /^warning .*Did you mean "API Documenter"\?$/);
  });

  it('is not completed if two names are similar', () => {
    const files = {
      '.claude/agents/lead.md': claude('lead', 'Agent(api-documentation)'),
      '.claude/agents/a.md': claude('api-documenter'),
      '.claude/agents/b.md': claude('api-documenting'),
    };
    assert.deepEqual(messagesFor(files), [
      'information Claude Code has no agent named "api-documentation" in this workspace and cannot call it. Correct or remove the name.',
    ]);
  });

  it('may be built in or come from a plugin', () => {
    const others = {
      '.claude/agents/a.md': claude('writer'),
      '.github/agents/a.agent.md': vscode('writer'),
    };
    for (const name of ['Explore', 'general-purpose', 'tools:reviewer'])
      assert.deepEqual(
        messagesFor({ ...others, '.claude/agents/lead.md': claude('lead', `Agent(${name})`) }),
        [],
      );
    const handoff = 'handoffs:\n  - label: Go\n    agent: agent\n    prompt: Go on.\n';
    assert.deepEqual(
      messagesFor({ ...others, '.github/agents/lead.agent.md': vscode('lead', handoff) }),
      [],
    );
  });

  it('may lack the name of its plugin', () => {
    const plugin = {
      'pl/.claude-plugin/plugin.json': '{ "name": "pl" }',
      'pl/agents/c.md': claude('c'),
      'pl/agents/checker.md': claude('checker'),
    };
    for (const path of ['.claude/agents/lead.md', 'pl/agents/lead.md'])
      for (const name of ['c', 'checker'])
        assert.deepEqual(messagesFor({ ...plugin, [path]: claude('lead', `Agent(${name})`) }), [
          `information Claude Code has no agent named "${name}" in this workspace. The one of the plugin is named "pl:${name}". Use that name.`,
        ]);
    const known = { ...plugin, '.claude/agents/lead.md': claude('lead', 'Agent(pl:c)') };
    assert.deepEqual(messagesFor(known), []);
  });

  it('may be a file name of an agent that is not here', () => {
    const handoff =
      'handoffs:\n  - label: Go\n    agent: doc-writer.agent.md\n    prompt: Go on.\n';
    const files = {
      '.github/agents/lead.agent.md': vscode('lead', handoff),
      '.github/agents/a.agent.md': vscode('other'),
    };
    assert.deepEqual(messagesFor(files), [
      'warning "doc-writer.agent.md" is a file name. VS Code expects the name of an agent. Use "doc-writer".',
    ]);
    const called = {
      '.claude/agents/lead.md': claude('lead', 'Agent(agents/helper.md)'),
      '.claude/agents/a.md': claude('other'),
    };
    assert.deepEqual(messagesFor(called), [
      'warning "agents/helper.md" is a file name. Claude Code expects the name of an agent. Use "helper".',
    ]);
  });

  it('may be a single word that is no built-in agent of VS Code', () => {
    const found = (name: string): readonly string[] =>
      messagesFor({
        '.github/agents/lead.agent.md': vscode('lead', `tools: [agent]\nagents: [${name}]\n`),
        '.github/agents/a.agent.md': vscode('writer'),
      });
    assert.deepEqual(found('Nobody'), [
      'information VS Code has no agent named "Nobody" in this workspace and cannot call it. Correct or remove the name.',
    ]);
    for (const name of ['Explore', 'Plan', 'agent', 'ask', 'writer'])
      assert.deepEqual(found(name), []);
  });

  it('of one or two letters is compared with no other', () => {
    for (const [name, other] of [
      ['A', 'a'],
      ['qa', 'q-a'],
      ['ab', 'abc'],
    ] as const)
      assert.deepEqual(
        messagesFor({
          '.claude/agents/lead.md': claude('lead', `Agent(${name})`),
          '.claude/agents/one.md': claude(other),
        }),
        [
          `information Claude Code has no agent named "${name}" in this workspace and cannot call it. Correct or remove the name.`,
        ],
      );
  });
});
