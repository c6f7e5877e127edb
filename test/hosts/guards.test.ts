// What was recorded of Claude Code's decisions on calls, against ours. `npm run conformance -- --guards --live` asks it again.
import assert from 'node:assert/strict';
import { claudeCode } from '../../server/hosts/claude-code/host';
import {
  compare,
  compareGemini,
  compareQwen,
  compareVSCode,
  recorded,
  recordedOfGemini,
  recordedOfQwen,
  recordedOfVSCode,
} from '../conformance/guards/run';

describe('the decisions of Claude Code on calls', () => {
  it('are those that we state', () => {
    const { asked, open, differences } = compare(recorded());
    assert.deepEqual(differences, []);
    assert.ok(asked > 5000, `${asked} asked`);
    assert.ok(open < asked * 0.5, `${open} of ${asked} are not known`);
  });
});

describe('the decisions of Qwen Code on calls', () => {
  it('are those that we state', () => {
    const { asked, open, differences } = compareQwen(recordedOfQwen());
    assert.deepEqual(differences, []);
    assert.ok(asked > 8000, `${asked} asked`);
    assert.ok(open < asked * 0.5, `${open} of ${asked} are not known`);
  });
});

describe('the decisions of Gemini CLI on calls', () => {
  it('are those that we state', () => {
    const { asked, open, differences } = compareGemini(recordedOfGemini());
    assert.deepEqual(differences, []);
    assert.ok(asked > 12_000, `${asked} asked`);
    assert.ok(open < asked * 0.1, `${open} of ${asked} are not known`);
  });
});

describe('the commands that VS Code runs without a question', () => {
  it('are those that we state', () => {
    const { asked, open, differences } = compareVSCode(recordedOfVSCode());
    assert.deepEqual(differences, []);
    assert.ok(asked > 700, `${asked} asked`);
    assert.ok(open < asked * 0.5, `${open} of ${asked} are not known`);
  });
});

const decided = (call: string, permissions: object): string | undefined => {
  const [tool = '', subject = ''] = call.split(': ');
  const text = JSON.stringify({ permissions });
  return claudeCode.guards?.decide([{ file: '.claude/settings.json', text }])({ tool, subject })
    .action;
};

describe('a pattern for paths', () => {
  it('is not decided, and does not throw, where a class is no plain one', () => {
    for (const pattern of [
      '[z-a].ts',
      '[!b].ts',
      '[^b].ts',
      '[]b].ts',
      '[b.ts',
      '[a/b].ts',
      '\\b.ts',
    ])
      for (const list of ['deny', 'ask', 'allow'])
        assert.equal(decided('Edit: b.ts', { [list]: [`Edit(${pattern})`] }), 'unknown', pattern);
    assert.equal(decided('Edit: b.ts', { deny: ['Edit([a-c].ts)'] }), 'deny');
  });

  it('names a folder at any depth where it denies, and only in the project itself where it allows', () => {
    assert.equal(decided('Edit: a/src/n', { deny: ['Edit(src/**)'] }), 'deny');
    assert.equal(decided('Edit: a/src/n', { deny: ['Edit(/src/**)'] }), 'ask');
    assert.equal(decided('Edit: a/src/n', { allow: ['Edit(src/**)'] }), 'ask');
    assert.equal(decided('Edit: src/n', { allow: ['Edit(src/**)'] }), 'allow');
  });
});

describe('a path that is not resolved, or leads out of the project', () => {
  it('is not decided by rules for paths', () => {
    for (const path of [
      'src/../secret/a',
      '../a',
      'src//a',
      '/etc/passwd',
      '~/a',
      'src\\..\\a',
      '',
    ])
      for (const permissions of [
        { deny: ['Edit(secret/**)'], allow: ['Edit(src/**)'] },
        { allow: ['Edit(src/**)', 'Edit(**)', 'Edit(*)'] },
        { defaultMode: 'acceptEdits' },
      ])
        assert.equal(decided(`Edit: ${path}`, permissions), 'unknown', path);
  });
});

describe('a file with a hidden name', () => {
  const allowing = [{ defaultMode: 'acceptEdits' }, { allow: ['Edit', 'Edit(**)'] }];

  it('is asked about where the program protects it', () => {
    for (const path of ['.git/hooks/x', 'a/.git/x', '.mcp.json', '.claude/settings.json'])
      for (const permissions of allowing)
        assert.equal(decided(`Edit: ${path}`, permissions), 'ask', path);
    assert.equal(decided('Edit: .git/x', { deny: ['Edit(.git/**)'], allow: ['Edit'] }), 'deny');
  });

  it('is not decided where that is not recorded', () => {
    for (const path of ['.zshrc', '.husky/pre-commit', 'a/.claude/settings.json'])
      for (const permissions of allowing)
        assert.equal(decided(`Edit: ${path}`, permissions), 'unknown', path);
    assert.equal(decided('Edit: .github/x.yml', { defaultMode: 'acceptEdits' }), 'allow');
  });
});
