// Names of agents that nobody has.
import assert from 'node:assert/strict';
import { reportedBy } from '../support/reporting';

const claude = (name: string, tools = 'Read'): string =>
  `---\nname: ${name}\ndescription: Works.\ntools: ${tools}\n---\nYou work.\n`;
const vscode = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Works.\n${more}---\nYou work.\n`;

const said = (files: Readonly<Record<string, string>>): readonly string[] =>
  reportedBy('unknown-agent', files);

describe('a name that no agent has', () => {
  it('may be that of a file', () => {
    const files = {
      '.github/agents/lead.agent.md': vscode(
        'lead',
        'tools: [agent]\nagents: [.github/agents/adr.agent.md]\nhandoffs:\n  - label: Go\n    agent: adr\n    prompt: Go on.\n',
      ),
      '.github/agents/adr.agent.md': vscode('Decision Writer'),
    };
    assert.deepEqual(said(files), [
      'warning ".github/agents/adr.agent.md" is a file name. In VS Code the agent is named "Decision Writer". Use that name.',
      'warning "adr" is a file name. In VS Code the agent is named "Decision Writer". Use that name.',
    ]);
  });

  it('is compared with case in a handoff', () => {
    const handoff = (name: string): string =>
      `handoffs:\n  - label: Go\n    agent: ${name}\n    prompt: Go on.\n`;
    const found = (name: string): readonly string[] =>
      said({
        '.github/agents/lead.agent.md': vscode('lead', handoff(name)),
        '.github/agents/a.agent.md': vscode('Planner'),
      });
    assert.deepEqual(found('Planner'), []);
    assert.deepEqual(found('PLANNER'), [
      'warning VS Code has no agent named "PLANNER" in this workspace. Did you mean "Planner"?',
    ]);
  });

  it('may be another form of one', () => {
    const files = {
      '.claude/agents/lead.md': claude('lead', 'Agent(API Documentation)'),
      '.claude/agents/a.md': claude('API Documenter'),
    };
    assert.match(said(files).join(), /^warning .*Did you mean "API Documenter"\?$/);
  });

  it('is no other form where two are alike, and then names nobody', () => {
    const files = {
      '.claude/agents/lead.md': claude('lead', 'Agent(api-documentation)'),
      '.claude/agents/a.md': claude('api-documenter'),
      '.claude/agents/b.md': claude('api-documenting'),
    };
    assert.deepEqual(said(files), [
      'information Claude Code has no agent named "api-documentation" in this workspace and cannot call it. Correct or remove the name.',
    ]);
  });

  it("may be a program's own, or a plugin's", () => {
    const others = {
      '.claude/agents/a.md': claude('writer'),
      '.github/agents/a.agent.md': vscode('writer'),
    };
    for (const name of ['Explore', 'general-purpose', 'tools:reviewer'])
      assert.deepEqual(
        said({ ...others, '.claude/agents/lead.md': claude('lead', `Agent(${name})`) }),
        [],
      );
    const handoff = 'handoffs:\n  - label: Go\n    agent: agent\n    prompt: Go on.\n';
    assert.deepEqual(
      said({ ...others, '.github/agents/lead.agent.md': vscode('lead', handoff) }),
      [],
    );
  });
});
