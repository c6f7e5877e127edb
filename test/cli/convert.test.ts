// `dossier convert` as a user and a script see it.
import assert from 'node:assert/strict';
import { newestVersion } from '../support/newest-version';
import { running } from '../support/running';

const claude = '.claude/agents/reviewer.md';
const source =
  '---\nname: reviewer\ndescription: Reviews changes.\ntools: Read, Grep\n---\n\nYou review.\n';
const copy =
  "---\ndescription: Reviews changes.\npermission:\n  '*': deny\n  read: allow\n  grep: allow\nmode: subagent\n---\n\nYou review.\n";

describe('dossier convert', () => {
  it('prints the account and the new file, and writes nothing', () => {
    const { code, out, file } = running({ [claude]: source }, [
      'convert',
      claude,
      '--to',
      'opencode',
    ]);
    assert.equal(code, 0);
    assert.match(
      out,
      /^\.claude\/agents\/reviewer\.md -> .*\.opencode\/agent\/reviewer\.md \(OpenCode\): can be converted\n/,
    );
    assert.match(
      out,
      / {2}same +tools +The agent may do the same\. \(\.claude\/agents\/reviewer\.md:4\)\n/,
    );
    assert.ok(out.endsWith(copy), out);
    assert.equal(file('.opencode/agent/reviewer.md'), undefined);
  });

  it('converts what the version of the program reads that is set', () => {
    const file = '.opencode/agents/reviewer.md';
    const rule = '  - action: edit\n    resource: "*"\n    effect: deny';
    const files = { [file]: `---\ndescription: d\npermissions:\n${rule}\n---\n\nYou review.\n` };
    const set = { 'dossier.config.json': '{ "versions": { "opencode": "2" } }' };
    const argv = ['convert', file, '--to', 'claude-code'];
    assert.doesNotMatch(running(files, argv).out, /disallowedTools/);
    assert.match(
      running({ ...files, ...set }, argv).out,
      /^disallowedTools:\n {2}- Write\n {2}- Edit$/m,
    );
  });

  describe('to a program with an older version', () => {
    const agent = '.opencode/agent/reviewer.md';
    const rules = ['"*": deny', 'read: allow', 'grep: allow', 'glob: allow', 'webfetch: allow'];
    const permission = rules.map((rule) => `  ${rule}\n`).join('');
    const files = {
      [agent]: `---\ndescription: d\npermission:\n${permission}---\n\nYou review.\n`,
    };
    const older = { 'dossier.config.json': '{ "versions": { "copilot-cli": "1.0.92" } }' };
    const installed = { 'package.json': '{ "devDependencies": { "@github/copilot": "1.0.92" } }' };
    const argv = ['convert', agent, '--to', 'copilot-cli'];
    const current = /^tools: \[read, search, web\]$/m;
    const former = /^tools: \[read, glob, grep, web_fetch\]$/m;

    it('writes the names of tools that the set version has', () => {
      assert.match(running(files, argv).out, current);
      const { code, out } = running({ ...files, ...older }, argv);
      assert.equal(code, 0);
      assert.match(out, former);
      assert.match(out, /\(Copilot CLI 1\.0\.92\): can be converted/);
      assert.match(out, /same +tools +The agent may do the same\./);
    });

    it('writes those of the version in the packages of the project', () => {
      assert.match(running({ ...files, ...installed }, argv).out, former);
      const newest = {
        'dossier.config.json': JSON.stringify({
          versions: { 'copilot-cli': newestVersion('copilot-cli') },
        }),
      };
      assert.match(running({ ...files, ...installed, ...newest }, argv).out, current);
    });

    it('reports the version in JSON', () => {
      const json = (...more: readonly string[]): unknown =>
        Object(running({ ...files, ...older }, [...argv, '--format', 'json', ...more]).json)
          .toVersion;
      assert.deepEqual([json(), json('--no-config')], ['1.0.92', newestVersion('copilot-cli')]);
    });

    it('keeps a version that is requested', () => {
      const { out } = running({ ...files, ...older }, [
        ...argv.slice(0, -1),
        `copilot-cli@${newestVersion('copilot-cli')}`,
      ]);
      assert.match(out, current);
    });

    it('compares a copy with what that version does', () => {
      const copy =
        '---\nname: reviewer\ndescription: d\ntools: [read, search, web]\n---\n\nYou review.\n';
      const there = { ...files, '.github/agents/reviewer.agent.md': copy };
      assert.equal(running(there, [...argv, '--check']).code, 0);
      const { code, out } = running({ ...there, ...older }, [...argv, '--check']);
      assert.equal(code, 1);
      assert.match(out, /The copy may do less: .*search in files/);
    });

    it('reports a field that the version lacks, and refuses where it is a limit', () => {
      const guard =
        'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./check\n';
      const guarded = {
        [claude]: `---\nname: reviewer\ndescription: d\n${guard}---\n\nYou review.\n`,
      };
      const { code, out } = running({ ...guarded, ...older }, [
        ...['convert', claude, '--from', 'claude-code', '--to', 'copilot-cli'],
      ]);
      assert.equal(code, 1);
      assert.match(out, /wider +hooks +Copilot CLI has nothing like "hooks", which can limit/);
    });
  });

  it('writes the file to the folder of the host', () => {
    const { code, file } = running({ [claude]: source }, [
      'convert',
      claude,
      '--to',
      'opencode',
      '--write',
    ]);
    assert.equal(code, 0);
    assert.equal(file('.opencode/agent/reviewer.md'), copy);
  });

  it('never replaces a file without --overwrite', () => {
    const files = {
      [claude]: source,
      '.opencode/agent/reviewer.md': '---\nmode: all\n---\nMine.\n',
    };
    const kept = running(files, ['convert', claude, '--to', 'opencode', '--write']);
    assert.equal(kept.code, 1);
    assert.match(kept.out, /not written, because the file exists/);
    assert.equal(kept.file('.opencode/agent/reviewer.md'), files['.opencode/agent/reviewer.md']);
    const replaced = running(files, [
      'convert',
      claude,
      '--to',
      'opencode',
      '--write',
      '--overwrite',
    ]);
    assert.equal(replaced.code, 0);
    assert.equal(replaced.file('.opencode/agent/reviewer.md'), copy);
  });

  it('returns one object for a file in JSON, with 0-based lines', () => {
    const { json } = running({ [claude]: source }, [
      ...['convert', claude, '--to', 'opencode', '--format', 'json'],
    ]);
    const {
      losses,
      toVersion: _,
      ...rest
    } = json as {
      losses: { part: string; change: string; line: number }[];
      toVersion: string;
    };
    assert.deepEqual(rest, {
      ...{ file: claude, kind: 'agent', from: 'claude-code', to: 'opencode', outcome: 'shown' },
      ...{ path: '/project/.opencode/agent/reviewer.md', text: copy, refused: false },
    });
    const tools = losses.find(({ part }) => part === 'tools');
    assert.deepEqual([tools?.change, tools?.line], ['same', 3]);
  });

  it('refuses an agent that could do more, unless that is allowed', () => {
    const hooked = source.replace(
      'tools: Read, Grep',
      'hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: ./guard.sh',
    );
    const to = ['convert', claude, '--to', 'opencode', '--write'];
    const refused = running({ [claude]: hooked }, to);
    assert.equal(refused.code, 1);
    assert.match(refused.out, /refused\n {2}wider +hooks +OpenCode has nothing like "hooks"/);
    assert.match(refused.out, /--choose field:hooks=wider/);
    assert.equal(refused.file('.opencode/agent/reviewer.md'), undefined);
    for (const more of [['--allow-wider'], ['--choose', 'field:hooks=wider']])
      assert.equal(running({ [claude]: hooked }, [...to, ...more]).code, 0);
  });

  it('converts a folder, without the agents that the host has already', () => {
    const files = {
      [claude]: source,
      '.claude/agents/planner.md': source.replace('reviewer', 'planner'),
      '.opencode/agent/tester.md': '---\ndescription: Tests.\n---\nYou test.\n',
    };
    const { code, out, file } = running(files, ['convert', '.', '--to', 'opencode', '--write']);
    assert.equal(code, 0);
    assert.match(out, /2 agents for OpenCode: 2 written\.\n$/);
    assert.equal(file('.opencode/agent/reviewer.md'), copy);
  });

  it('reads a file as the host of its folder that uses most of it', () => {
    const at = '.github/agents/reviewer.agent.md';
    const from = (tools: string): unknown => {
      const text = `---\ndescription: Reviews.\ntools: [${tools}]\n---\n\nYou review.\n`;
      const { json } = running({ [at]: text }, [
        ...['convert', at, '--to', 'claude-code', '--format', 'json'],
      ]);
      return (json as { from: string }).from;
    };
    // Only VS Code has these two; in Copilot CLI the second would be the tool of a server.
    assert.equal(from('search, problems, acme.lint/run'), 'vscode');
    assert.equal(from('view, bash'), 'copilot-cli');
  });

  it('writes neither of two agents that would get the same file, and all others', () => {
    const files = {
      [claude]: source,
      '.claude/agents/old/reviewer.md': source,
      '.claude/agents/other.md': source.replace('reviewer', 'other'),
    };
    const argv = ['convert', '.claude', '--to', 'opencode', '--write'];
    const { code, err, out, file } = running(files, argv);
    assert.equal(code, 2);
    assert.match(err, /would both become \.opencode\/agent\/reviewer\.md/);
    assert.match(out, /2 not written, because another one would become the same file/);
    assert.equal(file('.opencode/agent/reviewer.md'), undefined);
    assert.notEqual(file('.opencode/agent/other.md'), undefined);
  });

  it('converts the other agents of a folder where one cannot be read', () => {
    const files = { [claude]: source, '.claude/agents/other.md': source };
    const argv = ['convert', '.claude', '--to', 'opencode', '--write'];
    const ran = running(files, argv, '', { unreadable: '.claude/agents/other.md' });
    assert.equal(ran.code, 2);
    assert.match(ran.err, /^dossier: \.claude\/agents\/other\.md: .* may not be read\n$/);
    assert.notEqual(ran.file('.opencode/agent/reviewer.md'), undefined);
    const named = running(files, ['convert', '.claude/agents/other.md', '--to', 'opencode'], '', {
      unreadable: '.claude/agents/other.md',
    });
    assert.equal(named.code, 2);
  });

  it('checks that copies do the same as their sources', () => {
    const check = ['convert', '.claude', '--to', 'opencode', '--check'];
    const at = '.opencode/agent/reviewer.md';
    assert.equal(running({ [claude]: source, [at]: copy }, check).code, 0);
    // Another form with the same effect.
    const formed = copy.replace("  '*': deny", '  "*": deny # no other tools');
    assert.equal(running({ [claude]: source, [at]: formed }, check).code, 0);
    const drifted = running(
      { [claude]: source, [at]: copy.replace('grep: allow', 'webfetch: allow') },
      check,
    );
    assert.equal(drifted.code, 1);
    assert.match(drifted.out, /The copy may do more: fetch web pages\./);
    assert.match(drifted.out, /The copy may do less: .*search in files\./);
    const limited = source.replace(
      'tools: Read, Grep',
      'tools: Read, Grep\nmaxTurns: 20\ncolor: blue',
    );
    const own = running({ [claude]: limited }, [
      ...['convert', claude, '--to', 'opencode', '--write'],
    ]).file('.opencode/agent/reviewer.md');
    assert.ok(own);
    assert.equal(running({ [claude]: limited, [at]: own }, check).code, 0);
    const changed = own.replace('steps: 20', 'steps: 200').replace('mode: subagent', 'mode: all');
    const freed = running({ [claude]: limited, [at]: changed.replace('2563eb', 'ff0000') }, check);
    assert.equal(freed.code, 1);
    for (const key of ['steps', 'mode', 'color'])
      assert.ok(freed.out.includes(`The values of "${key}" differ.`), freed.out);
    const missing = running({ [claude]: source }, check);
    assert.equal(missing.code, 1);
    assert.match(missing.out, /no copy/);
  });

  it('takes models from the settings', () => {
    const files = {
      [claude]: source.replace('tools: Read, Grep', 'model: sonnet'),
      'dossier.config.json':
        '{ "convert.models": { "sonnet": { "opencode": "anthropic/claude-sonnet-4-5" } } }',
    };
    const { out } = running(files, ['convert', claude, '--to', 'opencode']);
    assert.match(out, /\nmodel: anthropic\/claude-sonnet-4-5\n/);
  });

  it('explains what it needs', () => {
    const err = (...argv: string[]): string =>
      running({ [claude]: source }, ['convert', ...argv]).err;
    assert.match(err(claude), /requires --to ID/);
    assert.match(err('--to', 'kilo'), /requires a file or a folder/);
    assert.match(err(claude, '--to', 'claude-code'), /is an agent of Claude Code already/);
    assert.match(err(claude, '--to', 'kilo', '--check', '--write'), /cannot be combined/);
    assert.match(err(claude, '--to', 'kilo', '--choose', 'x'), /PART=VALUE/);
  });
});
