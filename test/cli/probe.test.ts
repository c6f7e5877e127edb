// `dossier probe`: what each program of a project does with one call of a tool.
import assert from 'node:assert/strict';
import type { ProbeResult, ProgramProbe } from '../../server/contract/probe';
import { newestVersion } from '../support/newest-version';
import { running } from '../support/running';

const hook = { type: 'command', command: './check.sh' };

const settings = (permissions: object, more: object = {}): string =>
  JSON.stringify({ permissions, ...more }, null, 1);

const files = {
  '.claude/settings.json': settings(
    { deny: ['Bash(rm:*)', 'Read(.env)'], allow: ['Bash(git status)', 'mcp__tickets'] },
    { hooks: { PreToolUse: [{ matcher: 'Bash|Edit', hooks: [hook] }] } },
  ),
  'opencode.json':
    '{\n  "permission": { "bash": { "*": "ask", "ls": "allow" }, "edit": "deny" }\n}\n',
  '.codex/config.toml': '',
};

const probing = (call: string, among: Readonly<Record<string, string>> = files) => {
  const { code, json } = running(among, ['probe', call, '--format', 'json']);
  const { programs } = json as ProbeResult;
  const of = (id: string): ProgramProbe | undefined => programs.find(({ host }) => host === id);
  return { code, of, hosts: programs.map(({ host }) => host) };
};

describe('dossier probe', () => {
  it('shows the rule that decides and the hooks that run before, with their lines', () => {
    const { of } = probing('Bash: rm -rf x');
    assert.deepEqual(of('claude-code'), {
      host: 'claude-code',
      hostVersion: newestVersion('claude-code'),
      action: 'deny',
      why: 'A rule denies it. Claude Code applies rules that deny before all others.',
      rule: { text: 'Bash(rm:*)', action: 'deny', file: '.claude/settings.json', line: 4 },
      hooks: [
        {
          ...{ event: 'PreToolUse', matcher: 'Bash|Edit', runs: './check.sh' },
          ...{ file: '.claude/settings.json', line: 17 },
        },
      ],
    });
  });

  it('asks each program that the project configures, and states nothing of others', () => {
    const { of, hosts, code } = probing('Bash: ls');
    assert.equal(code, 0);
    assert.deepEqual(hosts.toSorted(), ['claude-code', 'codex', 'opencode']);
    assert.equal(of('codex')?.action, 'unknown');
    assert.deepEqual(of('opencode')?.rule, {
      ...{ text: 'bash, ls', action: 'allow', file: 'opencode.json', line: 2 },
    });
  });

  it('finds the tool of each program for a call in the words of another one', () => {
    for (const call of ['Edit: src/a.ts', 'edit: ./src/a.ts']) {
      const { of } = probing(call);
      assert.deepEqual([of('claude-code')?.action, of('opencode')?.action], ['ask', 'deny'], call);
      assert.equal(of('claude-code')?.hooks.length, 1);
    }
  });

  it('accepts the name of a tool of a server', () => {
    assert.equal(probing('mcp__tickets__close').of('claude-code')?.action, 'allow');
    assert.equal(probing('mcp__files__delete').of('claude-code')?.action, 'ask');
  });

  it('leaves out the rules of a file that is ignored', () => {
    const text = settings({ deny: ['Bash(rm:*)'] }, { cleanupPeriodDays: '30' });
    const local = settings({ allow: ['Bash(rm:*)'] });
    const { of } = probing('Bash: rm x', {
      '.claude/settings.json': text,
      '.claude/settings.local.json': local,
    });
    assert.equal(of('claude-code')?.action, 'allow');
    assert.equal(of('claude-code')?.rule?.file, '.claude/settings.local.json');
  });

  it('ends with 1 where the call is denied', () => {
    const { code } = running(files, ['probe', 'Bash: rm x', '--program', 'claude-code']);
    assert.equal(code, 1);
  });

  it('is printed for people', () => {
    const { out } = running(files, ['probe', 'Read: .env', '--program', 'claude-code']);
    assert.match(
      out,
      /^Claude Code [\d.]+: denied\n {2}A rule denies it\. .*\n {2}rule: deny Read\(\.env\) \(\.claude\/settings\.json:5\)\n$/,
    );
    assert.match(running({}, ['probe', 'Bash: ls']).out, /^No program is configured/);
    assert.equal(running(files, ['probe']).code, 2);
  });
});
