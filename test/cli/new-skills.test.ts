// New skills and commands on the command line: files that their programs load.
import assert from 'node:assert/strict';
import { running } from '../support/running';

describe('dossier new --kind', () => {
  it('creates a skill in the folder of its program', () => {
    const { out, code, file } = running({}, [
      ...['new', '--kind', 'skill', '--program', 'claude-code', '--name', 'deploy'],
      ...['--description', 'Use when: the app is deployed.'],
    ]);
    assert.equal(code, 0);
    assert.equal(
      out,
      'Created .claude/skills/deploy/SKILL.md for Claude Code. Edit its text to complete the skill.\n',
    );
    assert.equal(
      file('.claude/skills/deploy/SKILL.md'),
      '---\ndescription: "Use when: the app is deployed."\n---\n\nDescribe what to do\n',
    );
  });

  it('creates one skill for programs that read the same folder', () => {
    const { out } = running({}, [
      ...['new', '--kind', 'skill', '--program', 'codex,opencode,copilot-cli', '--name', 'deploy'],
    ]);
    assert.equal(
      out,
      'Created .agents/skills/deploy/SKILL.md for Codex, OpenCode and Copilot CLI. Edit its text to complete the skill.\n',
    );
  });

  it('creates a command, and reports where a program has none', () => {
    const made = running({}, [
      ...['new', '--kind', 'command', '--program', 'opencode', '--name', 'review'],
    ]);
    assert.equal(
      made.file('.opencode/commands/review.md'),
      '---\ndescription: Use when review is needed.\n---\n\nDescribe what to do\n',
    );
    const { err, code } = running({}, [
      ...['new', '--kind', 'command', '--program', 'codex', '--name', 'review'],
    ]);
    assert.equal(code, 2);
    assert.match(err, /Codex would not load a command named "review"/);
  });

  it('creates a command in the syntax of its program', () => {
    const { file } = running({}, [
      ...['new', '--kind', 'command', '--program', 'gemini-cli', '--name', 'review'],
      ...['--description', 'Reviews "all" for $5.'],
    ]);
    assert.equal(
      file('.gemini/commands/review.toml'),
      'description = "Reviews \\"all\\" for $5."\nprompt = """\nDo\n"""\n',
    );
  });

  it('creates files without findings that are loaded under the name', () => {
    for (const kind of ['skill', 'command'])
      for (const program of ['claude-code', 'copilot-cli', 'opencode', 'codex', 'gemini-cli']) {
        const made = running({}, [
          ...['new', '--kind', kind, '--program', program, '--name', 'deploy-it', '--stdout'],
        ]);
        if (made.code === 2 && kind === 'command') continue;
        assert.equal(made.code, 0, `${kind} ${program}`);
        const created = running({}, [
          ...['new', '--kind', kind, '--program', program, '--name', 'deploy-it'],
        ]);
        const path = /^Created (\S+)/.exec(created.out)?.[1] ?? '';
        const files = { [path]: created.file(path) ?? '' };
        assert.deepEqual(running(files, ['check', '--format', 'json']).json, {
          files: 1,
          findings: [],
        });
      }
  });

  it('refuses what only agents have, and never overwrites', () => {
    const args = ['new', '--kind', 'skill', '--program', 'claude-code', '--name', 'deploy'];
    const { err } = running({}, [...args, '--tools', 'Read']);
    assert.match(err, /--tools is for agents\. Remove it, or remove --kind\./);
    const there = { '.claude/skills/deploy/SKILL.md': 'Mine.\n' };
    const refused = running(there, args);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /already exists and was not changed/);
    assert.equal(refused.file('.claude/skills/deploy/SKILL.md'), 'Mine.\n');
    assert.match(running({}, [...args.slice(0, 2), 'skills', ...args.slice(3)]).err, /kind/);
  });
});
