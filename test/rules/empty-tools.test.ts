// Findings on agents without any tool.
import assert from 'node:assert/strict';
import { findingsIn } from '../support/diagnosing';
import { words } from '../support/words';

const at = '.github/agents/none.agent.md';
const reported = (tools: string): readonly string[] =>
  findingsIn(`---\ndescription: Only talks.\ntools: ${tools}\n---\n\nYou talk.\n`, { at }).flatMap(
    ({ rule, severity, message }) =>
      rule === 'empty-tools' ? `${severity} ${words(message)}` : [],
  );

describe('agents without tools', () => {
  it('are reported once for all hosts if the list is intentionally empty', () => {
    const found = reported('[]');
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^hint "tools" is empty, so the agent has no tools in /);
    assert.match(found[0] ?? '', /VS Code/);
    assert.match(found[0] ?? '', /Copilot CLI/);
  });

  it('are not reported if an invisible character explains every unknown name', () => {
    assert.deepEqual(reported('[\u201cread\u201d, edit\u200b]'), []);
    assert.notDeepEqual(reported('[raed, edti]'), []);
  });
});
