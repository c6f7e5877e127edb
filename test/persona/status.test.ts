import assert from 'node:assert/strict';
import { barTextOf, statusTextOf } from '../../client/status-text';
import type { StatusParams } from '../../server/protocol/protocol';
import { claude, opencode } from './cards';

const status = (...cards: readonly (typeof claude)[]): StatusParams => ({
  uri: 'file:///a.md',
  hosts: cards.map((card) => ({
    ...card,
    label: card.tone === 'bad' ? `${card.hostName}: does not start` : `${card.hostName}: 5 tools`,
  })),
});

describe('the status item', () => {
  it('is that of an unknown result for a file that is not written yet', () => {
    const bar = barTextOf('running', status({ ...claude, tone: 'unknown' }));
    assert.equal(bar?.severity, 'unknown');
    assert.equal(barTextOf('running', status(claude))?.severity, 'warning');
  });

  it('shows the verdict of the first program, and how many more there are', () => {
    const one = statusTextOf('running', status(claude));
    assert.deepEqual([one.text, one.detail], ['Claude Code: 5 tools', '']);
    const texts = statusTextOf('running', status(claude, opencode));
    assert.deepEqual([texts.text, texts.detail], ['Claude Code: 5 tools', '1 more program']);
    assert.equal(texts.severity, 'warning');
    assert.equal(texts.action, 'preview');
  });

  it('has the result and those of all programs in the status bar', () => {
    const bar = barTextOf('running', status(claude, opencode));
    assert.equal(bar?.text, 'Claude Code: 5 tools');
    assert.deepEqual(bar.lines, [
      `Claude Code: 5 tools (${claude.headline})`,
      `OpenCode: does not start (${opencode.headline})`,
    ]);
    assert.equal(barTextOf('running', status()), null);
    assert.equal(barTextOf('stopped', status(claude)), null);
    assert.equal(barTextOf('running', undefined), null);
  });

  it('shows an earlier version of the program, and the file that it is from', () => {
    const older = { ...claude, hostVersion: '2.1.306', versionBy: 'package.json' };
    const { text, detail } = statusTextOf('running', status(older, opencode));
    assert.deepEqual([text, detail], ['Claude Code: 5 tools', '2.1.306 (package.json)']);
    assert.ok(`${text} – ${detail}`.length <= 50);
  });

  it('fits the box of VS Code, so that the link is visible', () => {
    const { text, detail } = statusTextOf('running', status(claude, opencode, claude));
    assert.ok(`${text} – ${detail}`.length <= 50);
  });

  it('shows an owner that does not load the file before the program that does', () => {
    const owner = { ...opencode, role: 'owner' } as const;
    const texts = statusTextOf('running', status(claude, owner));
    assert.equal(texts.text, 'OpenCode: does not start');
    assert.equal(texts.severity, 'error');
    assert.equal(texts.action, 'why');
  });

  it('shows guests if there is no owner, and reports a file that no host reads', () => {
    assert.equal(statusTextOf('running', status(opencode)).text, 'OpenCode: does not start');
    assert.equal(statusTextOf('running', status()).text, 'No program reads this file');
  });

  it('is busy while the server starts, and offers to restart a stopped server', () => {
    assert.equal(statusTextOf('starting', undefined).isBusy, true);
    assert.equal(statusTextOf('running', undefined).isBusy, false);
    const stopped = statusTextOf('stopped', status(claude));
    assert.equal(stopped.severity, 'error');
    assert.equal(stopped.action, 'restart');
  });
});
