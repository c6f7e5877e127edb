// A word on which the owners of a file have only a remark is no warning for a guest.
import assert from 'node:assert/strict';
import { findingsIn } from '../support/diagnosing';
import type { Opened } from '../support/viewing';

const text = (tools: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\ntools: ${tools}\n---\n\nReview.\n`;

/** The severities on a word by the id of the host. */
function severitiesOn(word: string, tools: string, opened: Opened): Record<string, string> {
  const whole = text(tools);
  const start = whole.indexOf(word);
  return Object.fromEntries(
    findingsIn(whole, opened)
      .filter(({ span }) => span?.start === start && span.end === start + word.length)
      .map(({ host, severity }) => [host, severity]),
  );
}

describe('a word in a file of another program', () => {
  const all = { settings: { guests: 'all' } } as const;

  it('is a hint for a guest where it is one for the owner', () =>
    assert.deepEqual(severitiesOn('LS', 'Read, Glob, LS', all), {
      'claude-code': 'hint',
      vscode: 'hint',
      'copilot-cli': 'hint',
    }));

  it('is a warning for a guest that the user works with', () => {
    const settings = { guests: 'all', programs: ['claude-code', 'vscode'] } as const;
    const { vscode } = severitiesOn('LS', 'Read, Glob, LS', { settings });
    assert.equal(vscode, 'warning');
  });

  it('is a warning for a guest where it is one for the owner, or where the owner has none', () => {
    assert.equal(severitiesOn('WebSearsh', 'Read, WebSearsh', all).vscode, 'warning');
    assert.equal(severitiesOn('Bash(git log:*)', 'Read, Bash(git log:*)', all).vscode, 'warning');
  });

  it('keeps the severity that the user set for the rule', () => {
    const settings = { guests: 'all', rules: { 'unknown-tool': 'warning' } } as const;
    const { vscode } = severitiesOn('LS', 'Read, Glob, LS', { settings });
    assert.equal(vscode, 'warning');
  });
});
