import assert from 'node:assert/strict';
import { statusTextOf } from '../../client/status-text';
import { claude, opencode } from './cards';

const status = (...hosts: readonly (typeof claude)[]) => ({ uri: 'file:///a.md', hosts });

describe('the status item', () => {
  it('shows the verdict of the owners, and its date', () => {
    const words = statusTextOf('running', status(claude, opencode));
    assert.equal(words.text, 'Claude Code: Loads, but not as written.');
    assert.equal(words.detail, 'as of 2026-11-20 (Claude Code 2.1.328)');
    assert.equal(words.severity, 'warning');
    assert.equal(words.action, 'preview');
  });

  it('shows the oldest date', () => {
    const older = { ...opencode, role: 'owner', verified: '2026-10-01' } as const;
    const words = statusTextOf('running', status(claude, older));
    assert.match(words.detail, /^as of 2026-10-01/);
    assert.equal(words.severity, 'error');
    assert.equal(words.action, 'why');
  });

  it('shows guests if there is no owner, and reports a file that no host reads', () => {
    assert.match(statusTextOf('running', status(opencode)).text, /^OpenCode will not start/);
    assert.equal(statusTextOf('running', status()).text, 'No host reads this file');
  });

  it('is busy while the server starts, and offers to restart a stopped server', () => {
    assert.equal(statusTextOf('starting', undefined).isBusy, true);
    assert.equal(statusTextOf('running', undefined).isBusy, false);
    const stopped = statusTextOf('stopped', status(claude));
    assert.equal(stopped.severity, 'error');
    assert.equal(stopped.action, 'restart');
  });
});
