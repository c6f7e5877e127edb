// One file for several hosts: what blocks which of them, and the smallest change; or none, and why.
import assert from 'node:assert/strict';
import { writeOnce } from '../../../server/features/write-once/make-valid';
import { hosts } from '../../support/catalog';
import { claudeFile, opencodeFile, viewAt, vscodeFile } from '../../support/viewing';
import { inEnglish, words } from '../../support/words';

const head = (...lines: readonly string[]): string =>
  `---\n${lines.join('\n')}\n---\nYou review.\n`;
const named = ['name: reviewer', 'description: Reviews changes.'];

function valid(text: string, ids: readonly string[], at = claudeFile) {
  const choice = hosts.filter(({ id }) => ids.includes(id));
  const { blocked, change, notes } = writeOnce(viewAt(text, { at }), choice);
  return {
    blocked: blocked.map((one) => ({ ...one, message: words(one.message) })),
    change: change && { ...change, steps: inEnglish(change.steps) },
    notes: inEnglish(notes),
  };
}

describe('made valid for several hosts', () => {
  it('a file that all of them load is not changed', () => {
    const { blocked, change } = valid(head(...named), ['claude-code', 'opencode', 'copilot-cli']);
    assert.deepEqual(blocked, []);
    assert.equal(change, null);
  });

  it('replaces a color by a similar one, and reports that no color is valid in both', () => {
    const text = head(...named, 'color: yellow');
    const { blocked, change, notes } = valid(text, ['claude-code', 'opencode']);
    assert.deepEqual(
      blocked.map(({ host, span }) => [host.id, span && text.slice(span.start, span.end)]),
      [['opencode', 'yellow']],
    );
    assert.match(change?.text ?? '', /^color: '#ca8a04'$/m);
    assert.match(notes.join('\n'), /"color" no longer has an effect in Claude Code/);
    assert.match(notes.join('\n'), /No value of "color" is valid in all of these programs/);
  });

  it('a string that one of them cannot read is quoted', () => {
    const text = head('name: reviewer', 'description: Use when: reviewing');
    const { change } = valid(text, ['claude-code', 'vscode', 'copilot-cli', 'opencode']);
    assert.equal(change?.text, head('name: reviewer', 'description: "Use when: reviewing"'));
    assert.deepEqual(change?.steps, ['Quote the value of "description"']);
  });

  it('several problems are fixed one after the other', () => {
    const text = head(...named, 'temperature: "0.3"', 'color: teal');
    const { change } = valid(text, ['opencode', 'kilo'], opencodeFile);
    assert.equal(change?.text, head(...named, 'temperature: 0.3', "color: '#14b8a6'"));
    assert.equal(change?.steps.length, 2);
  });

  it('a field that does not limit the agent is removed where nothing else helps', () => {
    const text = head(...named, 'mode: sometimes');
    const { change } = valid(text, ['opencode'], opencodeFile);
    assert.equal(change?.text, head(...named));
    assert.deepEqual(change?.steps, ['Remove "mode"']);
  });
});

describe('not made valid, with the reason,', () => {
  it('is a list of tools where the other takes a map: without it the agent could do more', () => {
    const { change, notes } = valid(head(...named, 'tools: Read, Grep'), [
      'claude-code',
      'opencode',
    ]);
    assert.equal(change, null);
    assert.match(notes.join('\n'), /No value of "tools" is valid in all of these programs/);
    assert.match(notes.join('\n'), /could do more than the file allows/);
  });

  it('is a file whose list of tools another host needs unchanged', () => {
    const { change, notes } = valid(head(...named, 'tools: Read, Grep'), ['opencode']);
    assert.equal(change, null);
    assert.match(notes.join('\n'), /also read by Claude Code/);
  });

  it('is a missing description', () => {
    const { change, notes } = valid(head('name: reviewer'), ['claude-code', 'copilot-cli']);
    assert.equal(change, null);
    assert.match(notes.join('\n'), /needs "description", which only you can provide/);
  });

  it('is an agent that is disabled', () => {
    const { blocked, change } = valid(head(...named, 'disable: true'), ['opencode'], opencodeFile);
    assert.equal(change, null);
    assert.match(blocked[0]?.message ?? '', /because it is disabled/);
  });
});

describe('of a file that all hosts load', () => {
  it('it reports a limit of one host that another does not have', () => {
    const { change, notes } = valid(head(...named, 'disallowedTools: Bash'), [
      'claude-code',
      'opencode',
    ]);
    assert.equal(change, null);
    assert.match(notes.join('\n'), /"disallowedTools" is not a field of OpenCode/);
  });

  it('in a folder of two hosts, nothing is reported where nothing is wrong', () => {
    const text = head('description: Reviews changes.', 'tools: [read, search]');
    assert.deepEqual(valid(text, ['vscode', 'copilot-cli'], vscodeFile).notes, []);
  });
});

describe('tools written for another host', () => {
  it('become rules that allow those and no others', () => {
    const text = head('description: Reviews changes.', 'tools: Read, Grep');
    const { change } = valid(text, ['opencode'], opencodeFile);
    assert.match(
      change?.text ?? '',
      /^permission:\n {2}'\*': deny\n {2}read: allow\n {2}grep: allow$/m,
    );
  });

  it('are not translated where only some uses of them are allowed', () => {
    const text = head('description: Reviews changes.', 'tools: Read, Bash(git diff:*)');
    const { change } = valid(text, ['opencode'], opencodeFile);
    assert.equal(change, null);
  });
});
