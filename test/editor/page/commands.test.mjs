// Commands as a user runs them: all problems fixed at once.
import assert from 'node:assert/strict';
import { until } from '../harness/until.mjs';
import { desk } from './desk.mjs';

describe('the commands, seen', () => {
  let window;
  before(async () => {
    ({ window } = await desk());
    await window.openFile('.claude/agents/wobbly.md', 4, 1);
  });

  it('apply all safe fixes', async () => {
    await window.openFile('.claude/agents/wobbly.md', 4, 1);
    await window.runCommand('Dossier: Fix All in File');
    const lines = await until('mended file', async () => {
      const text = await window.visibleText();
      return !text.some((line) => line.includes('MultiEdit')) && text;
    });
    assert.ok(
      lines.some((line) => line.includes('{{PRODUCT}}')),
      'placeholders are the author’s',
    );
    await window.notified(/^Fixed \d+ problems? in wobbly\.md/);
    await window.runCommand('File: Revert File');
  });
});
