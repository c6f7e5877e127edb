// The least that must work, in every VS Code that we support and from the packaged extension.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, hoverText, offers, open } from './desk';

describe(`Dossier in VS Code ${vscode.version}`, () => {
  it('finds what is wrong in an agent file', async () => {
    const actual = await findings(await open('.claude/agents/wobbly.md'));
    assert.ok(actual.some(({ under }) => under === 'MultiEdit'));
  });

  it('reports that OpenCode does not start', async () => {
    const actual = await findings(await open('.opencode/agent/painter.md'));
    assert.match(actual.map(({ message }) => message).join('\n'), /OpenCode does not start/);
  });

  it('completes and explains', async () => {
    const document = await open('.claude/agents/half-typed.md');
    await offers(document, 'color: |', 'orange');
    const other = await open('.opencode/agent/painter.md');
    assert.match(await hoverText(other, 'co|lor:'), /OpenCode/);
  });

  it('is loaded once and has not failed', () => {
    const ours = vscode.extensions.all.filter(({ id }) => id.endsWith('.dossier'));
    assert.deepEqual(
      ours.map(({ isActive }) => isActive),
      [true],
    );
  });
});
