// The list in which the user selects programs: its order is that of the selection.
import assert from 'node:assert/strict';
import { afterSelection, joinedNames } from '../../client/programs/order';

describe('the selection of programs', () => {
  it('adds a program after those that are selected already', () => {
    assert.deepEqual(afterSelection([], ['vscode']), ['vscode']);
    assert.deepEqual(afterSelection(['vscode'], ['claude-code', 'vscode']), [
      'vscode',
      'claude-code',
    ]);
  });

  it('moves a program to the end by clearing and selecting it', () => {
    const without = afterSelection(['vscode', 'kilo', 'opencode'], ['kilo', 'opencode']);
    assert.deepEqual(without, ['kilo', 'opencode']);
    assert.deepEqual(afterSelection(without, ['kilo', 'opencode', 'vscode']), [
      'kilo',
      'opencode',
      'vscode',
    ]);
  });

  it('is named as a sentence names things', () => {
    assert.equal(joinedNames(['Claude Code'], 'en'), 'Claude Code');
    assert.equal(joinedNames(['Claude Code', 'VS Code'], 'en'), 'Claude Code and VS Code');
    assert.equal(joinedNames(['A', 'B', 'C'], 'de'), 'A, B und C');
  });
});
