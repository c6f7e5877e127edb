// What an author sees of Copilot's cloud agent, of which only the documentation is known.
import assert from 'node:assert/strict';
import { findingsIn } from '../../support/diagnosing';
import { hovering } from '../../support/hovering';
import { running } from '../../support/running';
import { type Opened, viewAt } from '../../support/viewing';

const at = '.github/agents/reviewer.agent.md';
const chosen: Opened = { at, settings: { programs: ['copilot-cloud'] } };

const verdictOf = (fields: string) => {
  const text = `---\ndescription: Reviews.\n${fields}---\nYou review.\n`;
  const found = viewAt(text, chosen)
    .verdicts()
    .find(({ place }) => place.host.id === 'copilot-cloud');
  assert.ok(found?.persona);
  return { ...found, persona: found.persona };
};

const toolsOf = (tools: string) => verdictOf(`tools: ${tools}\n`).persona.tools;

const shared = `---
name: Reviewer
description: Reviews.
argument-hint: What should be reviewed?
tools: [read, web, todo, github/*]
handoffs:
  - label: Fix
    agent: fixer
    prompt: Fix it.
---
You review.
`;

describe("Copilot's cloud agent", () => {
  it('counts only where it was chosen', () => {
    const hosts = (opened: Opened) =>
      viewAt(shared, opened)
        .verdicts()
        .map(({ place }) => place.host.id);
    assert.deepEqual(hosts({ at }), ['copilot-cli', 'vscode']);
    assert.ok(hosts(chosen).includes('copilot-cloud'));
    assert.doesNotMatch(running({ [at]: shared }, ['explain', at]).out, /cloud agent/);
    assert.match(
      running({ [at]: shared }, ['explain', '--host', 'copilot-cloud', at]).out,
      /Copilot cloud agent 2026-11: loads/,
    );
  });

  it('calls an agent by its file name, whatever its displayed name', () => {
    const { persona } = verdictOf('name: The Reviewer\n');
    assert.deepEqual([persona.id, persona.name], ['reviewer', 'The Reviewer']);
  });

  it('has the documented tools in any letter case and under their other names', () => {
    assert.deepEqual(toolsOf('[Read, Bash, MultiEdit, GREP]').granted, [
      ...['read', 'execute', 'edit', 'search'],
    ]);
    assert.deepEqual(toolsOf('read, shell').granted, ['read', 'execute']);
    assert.equal(toolsOf('["*"]').all, true);
    assert.deepEqual(toolsOf('[]').granted, []);
    assert.equal(toolsOf('[]').all, false);
    assert.equal(verdictOf('').persona.tools.all, true);
  });

  it('has no tools for the web and for to-do lists', () => {
    assert.deepEqual(toolsOf('[read, web, todo]').granted, ['read']);
  });

  it('does not judge names that the documentation does not list', () => {
    assert.deepEqual(toolsOf('[view, my-server/tool]').unverified, ['view', 'my-server/tool']);
    assert.deepEqual(toolsOf('[github/*]').granted, ['github/*']);
  });

  it('does not have an agent whose target is VS Code', () => {
    assert.equal(verdictOf('target: vscode\n').runs, false);
    assert.equal(verdictOf('target: github-copilot\n').runs, null);
  });

  it('explains that fields of VS Code are ignored', () => {
    hovering(shared.replace('argument-hint', 'argument|-hint'), chosen).shows(
      'Copilot cloud agent ignores it.',
    );
  });

  it('warns of nothing in a file that is meant for VS Code too', () => {
    const warned = findingsIn(shared, chosen).filter(
      ({ host, severity }) =>
        host === 'copilot-cloud' && (severity === 'error' || severity === 'warning'),
    );
    assert.deepEqual(warned, []);
  });
});
