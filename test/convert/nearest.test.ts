// Tools that no other program has quite like it: the agent gets the nearest ones, and the account names the tool.
import assert from 'node:assert/strict';
import { english } from '../../server/text/translate';
import { converting } from '../support/converting';

const lines = (head: string, from: string, to: string): readonly string[] =>
  converting(`description: Reviews changes.\n${head}`, { from, to }).converted.account.flatMap(
    ({ part, why }) => (part.name === 'nearest-tools' ? [english(why)] : []),
  );

describe('a tool that only the source has', () => {
  it('is named where the target has a near one', () => {
    const sentence = (target: string): readonly string[] => [
      `${target} gives the agent the nearest tools for "search/codebase". They do not do exactly the same.`,
    ];
    const head = 'tools: [search/codebase, read]';
    assert.deepEqual(lines(head, 'vscode', 'claude-code'), sentence('Claude Code'));
    assert.deepEqual(lines(head, 'vscode', 'gemini-cli'), sentence('Gemini CLI'));
  });

  it('is named as the author wrote it', () =>
    assert.match(lines('tools: [codebase]', 'vscode', 'claude-code')[0] ?? '', /for "codebase"\./));

  it('is not named for a set of tools, nor where it is not granted', () => {
    assert.deepEqual(lines('tools: [search]', 'vscode', 'claude-code'), []);
    assert.deepEqual(lines('tools: [read]', 'vscode', 'claude-code'), []);
  });
});
