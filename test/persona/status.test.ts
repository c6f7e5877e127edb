import assert from 'node:assert/strict';
import { statusWords } from '../../client/status-words';
import { claude, opencode } from './cards';

const status = (...hosts: readonly (typeof claude)[]) => ({ uri: 'file:///a.md', hosts });

describe('the status item', () => {
  it('tells what the owners do, and how old the knowledge is', () => {
    const words = statusWords('running', status(claude, opencode));
    assert.equal(words.text, 'Claude Code: Loads, but not as written.');
    assert.equal(words.detail, 'as of 2026-11-20 (Claude Code 2.1.328)');
    assert.equal(words.severity, 'warning');
    assert.equal(words.action, 'preview');
  });

  it('is as old as the oldest fact in it', () => {
    const older = { ...opencode, role: 'owner', verified: '2026-10-01' } as const;
    const words = statusWords('running', status(claude, older));
    assert.match(words.detail, /^as of 2026-10-01/);
    assert.equal(words.severity, 'error');
    assert.equal(words.action, 'why');
  });

  it('tells of guests where there is no owner, and of nobody where nobody reads the file', () => {
    assert.match(statusWords('running', status(opencode)).text, /^OpenCode will not start/);
    assert.equal(statusWords('running', status()).text, 'No host reads this file');
  });

  it('is busy while the server starts, and offers to restart a stopped one', () => {
    assert.equal(statusWords('starting', undefined).busy, true);
    assert.equal(statusWords('running', undefined).busy, false);
    const stopped = statusWords('stopped', status(claude));
    assert.equal(stopped.severity, 'error');
    assert.equal(stopped.action, 'restart');
  });
});
