// References to agents that do not exist.
import assert from 'node:assert/strict';
import { reportedBy } from '../support/reporting';

const claude = (name: string, tools = 'Read'): string =>
  `---\nname: ${name}\ndescription: Works.\ntools: ${tools}\n---\nYou work.\n`;
const vscode = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Works.\n${more}---\nYou work.\n`;

const messagesFor = (files: Readonly<Record<string, string>>): readonly string[] =>
  reportedBy('unknown-agent', files);

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
});
