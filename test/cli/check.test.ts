import assert from 'node:assert/strict';
import { findingsIn } from '../support/diagnosing';
import { running } from '../support/running';
import { words } from '../support/words';

const good = '---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review.\n';
const removed = good.replace('---\nYou', 'tools: Read, TodoRead, Edit\n---\nYou');
const stops = '---\ndescription: Reviews.\ncolor: yellow\n---\nYou review.\n';
const claude = '.claude/agents/reviewer.md';
const opencode = '.opencode/agent/reviewer.md';

describe('dossier check', () => {
  it('points at the first tool of a list that the program puts into quotes', () => {
    const agent =
      '---\nname: a\ndescription: Use when: it breaks\ntools: Raed, Bash(git:*)\n---\nHelp.\n';
    const { json } = running({ '.claude/agents/a.md': agent }, ['check', '--format', 'json']);
    const { findings } = json as {
      findings: { rule: string; range: { start: unknown; end: unknown } }[];
    };
    assert.deepEqual(findings.find(({ rule }) => rule === 'unknown-tool')?.range, {
      start: { line: 3, character: 7 },
      end: { line: 3, character: 11 },
    });
  });

  it('names the kind of the document of each finding, as JSON', () => {
    const files = {
      '.claude/agents/a.md': '---\ndescription: Reviews.\n---\nReview.\n',
      '.claude/commands/b.md': '---\nargument-hint: [a] [b]\n---\nDo it.\n',
      '.agents/skills/c/SKILL.md': 'Deploy it.\n',
    };
    const { json } = running(files, ['check', '--format', 'json']);
    const { findings } = json as { findings: { file: string; kind?: string }[] };
    const kinds = new Map(findings.map(({ file, kind }) => [file, kind]));
    assert.deepEqual(
      Object.keys(files).map((file) => kinds.get(file)),
      [undefined, 'command', 'skill'],
    );
  });

  it('reports that its working directory was removed', () => {
    const { code, err } = running({}, ['check'], '', { isNowhere: true });
    assert.deepEqual(
      [code, err],
      [2, 'dossier: the current folder no longer exists. Change to another folder.\n'],
    );
  });

  it('ends with 0 and counts where nothing is wrong', () => {
    const { code, out, err } = running({ [claude]: good }, ['check']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^1 file, 0 errors, 0 warnings$/m);
  });

  it('shows the line, the token and what can be done', () => {
    const { code, out } = running({ [claude]: removed }, ['check']);
    assert.equal(code, 0);
    assert.match(
      out,
      /warning removed-tool: "TodoRead" was removed from Claude Code and is silently ignored/,
    );
    assert.match(out, /--> \.claude\/agents\/reviewer\.md:4:14/);
    assert.match(out, / 4 \| tools: Read, TodoRead, Edit\n.*\| {14}\^{8}\n/);
    assert.match(out, /= fix: Remove "TodoRead"/);
  });

  it('ends with 1 on an error, and on more warnings than allowed', () => {
    assert.equal(running({ [opencode]: stops }, ['check']).code, 1);
    assert.equal(running({ [claude]: removed }, ['check', '--max-warnings', '0']).code, 1);
    assert.equal(running({ [claude]: removed }, ['check', '--max-warnings', '1']).code, 0);
  });

  it('reports clearly that it found no files', () => {
    const { code, err, out } = running({ 'README.md': '# Hello\n' }, ['check']);
    assert.equal(code, 0);
    assert.equal(out, '');
    assert.match(err, /no agent files found, and no file looks like one/);
  });

  it('reports what --loose would include if it found no files', () => {
    const files = {
      'README.md': '# Hello\n',
      'catalog/one.md': removed,
      'catalog/two.md': stops.replace('color', 'mode: subagent\ncolor'),
    };
    const { code, err } = running(files, ['check']);
    assert.equal(code, 0);
    assert.match(
      err,
      /^ {2}2 files look like agents \(1 as Claude Code, 1 as OpenCode\): catalog\/one\.md, catalog\/two\.md$/m,
    );
    assert.match(err, /^ {2}--loose checks them: 1 error, 1 warning$/m);
    const loose = running(files, ['check', '--loose']);
    assert.match(loose.out, /^2 files, 1 error, 1 warning$/m);
  });

  it('judges no file of a program that is no host, wherever its place is guessed', () => {
    const agent = (more: string): string =>
      `---\nname: a\ndescription: Reviews.\n${more}\n---\nYou review.\n`;
    const findingsIn = (path: string, more: string, argv: readonly string[] = []): number => {
      const all = ['check', '--loose', '--format', 'json', ...argv];
      const { json } = running({ [path]: agent(more) }, all);
      return (json as { findings: unknown[] }).findings.length;
    };
    const unknown = 'tools: Reed, MultiEdit';
    assert.notEqual(findingsIn('catalog/a.md', unknown), 0);
    for (const path of [
      '.pi/agents/a.md',
      'app/.kiro/agents/a.md',
      '.agents/agents/a/agent.md',
      'gemini-plugin-source/agents/a.md',
    ])
      assert.equal(findingsIn(path, unknown), 0, path);
    for (const more of [
      'tools: [read_file, list_directory, run_shell_command]',
      `approvalMode: default\n${unknown}`,
      `kind: local\n${unknown}`,
      `model: gemini-2.5-pro\n${unknown}`,
      `model: qwen-max\n${unknown}`,
    ])
      assert.equal(findingsIn('catalog/a.md', more), 0, more);
    assert.notEqual(findingsIn('catalog/a.md', 'tools: [Reed, MultiEdit, list_directory]'), 0);
    assert.notEqual(findingsIn('catalog/a.md', `inputs: none\n${unknown}`), 0);
    assert.notEqual(findingsIn('.codex/worktrees/1/catalog/a.md', unknown), 0);
    assert.notEqual(findingsIn('.pi/agents/a.md', unknown, ['--host', 'claude-code']), 0);
    assert.notEqual(findingsIn('.cursor/x/.claude/agents/a.md', unknown), 0);
  });

  it('counts agents of other programs among those that look like agents', () => {
    const files = { 'catalog/one.md': removed, '.pi/agents/two.md': removed };
    const { err } = running(files, ['check']);
    assert.match(
      err,
      /2 files look like agents \(1 as Claude Code, 1 for other programs, not checked\)/,
    );
  });

  it('reports a placeholder in a field only where a host reads the field', () => {
    const files = {
      [claude]: '---\nname: reviewer\ndescription: Reviews {{WHAT}}.\ntier: "{{TIER}}"\n---\nHi.\n',
    };
    const { json } = running(files, ['check', '--format', 'json']);
    const { findings } = json as { findings: { rule: string; message: string }[] };
    const left = findings.filter(({ rule }) => rule === 'placeholder');
    assert.match(
      left.map(({ message }) => message).join(),
      /^"\{\{WHAT\}\}" is not replaced\.[^{]*$/,
    );
  });

  it('ends with 2 where it cannot run', () => {
    for (const argv of [
      ['check', 'nowhere.md'],
      ['check', '--formt', 'json'],
      ['check', '--format', 'xml'],
      ['check', '--host', 'nobody'],
      ['check', '--max-warnings', 'few'],
      ['check', '--context', 'moon=full'],
      ['chekc'],
    ]) {
      const { code, err, out } = running({ [claude]: good }, argv);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, /^dossier: .+\n$/, argv.join(' '));
    }
    assert.match(running({}, ['check', '--formt']).err, /Did you mean --format\?/);
  });

  it('judges named files in any location, and searches folders for locations of hosts', () => {
    const files = { [claude]: good, 'notes/reviewer.md': removed, 'docs/guide.md': '# Guide\n' };
    assert.match(running(files, ['check']).out, /^1 file,/m);
    assert.match(running(files, ['check', '--loose']).out, /^2 files,/m);
    assert.match(running(files, ['check', 'notes/reviewer.md']).out, /removed-tool/);
  });

  it('gives json in the form of the contract', () => {
    const { json } = running({ [claude]: removed }, ['check', '--format', 'json']);
    assert.deepEqual(json, {
      files: 1,
      findings: [
        {
          file: claude,
          host: 'claude-code',
          rule: 'removed-tool',
          severity: 'warning',
          message: '"TodoRead" was removed from Claude Code and is silently ignored. Remove it.',
          range: { start: { line: 3, character: 13 }, end: { line: 3, character: 21 } },
          fix: 'safe',
        },
      ],
    });
  });

  it('gives sarif with the rules it names', () => {
    const { json } = running({ [opencode]: stops }, ['check', '--format', 'sarif']);
    const { runs } = json as { runs: { results: { ruleId: string; level: string }[] }[] };
    assert.deepEqual(
      runs[0]?.results.map(({ ruleId, level }) => [ruleId, level]),
      [['invalid-color', 'error']],
    );
  });

  it('prints commands for pull requests, with special characters escaped', () => {
    const { out } = running({ [opencode]: stops }, ['check', '--format', 'github']);
    assert.match(
      out,
      /^::error file=\.opencode\/agent\/reviewer\.md,line=3,endLine=3,col=8,endColumn=14,title=/m,
    );
  });

  it('applies safe fixes, and only shows them with --dry-run', () => {
    const shown = running({ [claude]: removed }, ['check', '--fix', '--dry-run']);
    assert.equal(shown.file(claude), removed);
    assert.match(shown.out, /^-tools: Read, TodoRead, Edit\n\+tools: Read, Edit$/m);
    const fixed = running({ [claude]: removed }, ['check', '--fix']);
    assert.equal(fixed.file(claude), removed.replace('TodoRead, ', ''));
    assert.match(fixed.out, /1 fix applied/);
  });

  it('speaks of guests only when asked, and of their refusals as warnings', () => {
    const text = '---\nname: reviewer\ndescription: "d"\ntools:\n---\nYou review.\n';
    const guest = (argv: string[]) =>
      (
        running({ [claude]: text }, ['check', '--format', 'json', ...argv]).json as {
          findings: { host: string; severity: string }[];
        }
      ).findings.filter(({ host }) => host === 'copilot-cli');
    assert.deepEqual(guest([]), []);
    assert.deepEqual(
      guest(['--guests', 'copilot-cli']).map(({ severity }) => severity),
      ['warning'],
    );
    assert.deepEqual(
      guest(['--host', 'copilot-cli']).map(({ severity }) => severity),
      ['error'],
    );
  });

  it('prints and counts what an editor only fades in no format for people, and in every other', () => {
    const text =
      '---\nname: reviewer\ndescription: Reviews changes.\nsquad: me\ntools: Read, Bash, Grep\n---\nx\n';
    const files = { [claude]: text };
    for (const format of ['json', 'sarif']) {
      const { out, code } = running(files, ['check', '--format', format]);
      assert.match(out, /squad/);
      assert.equal(code, 0);
    }
    for (const format of ['human', 'github']) {
      const { out, err, code } = running(files, ['check', '--notes', '--format', format]);
      assert.doesNotMatch(out + err, /"ruleId"|"rule"|squad|\d notes?\b/);
      assert.equal(code, 0);
    }
    // A severity of the user's own is an order to report it, and so is the editor.
    const config = '{ "rules": { "unknown-field": "warning" } }';
    const asked = running({ ...files, 'dossier.config.json': config }, ['check']).out;
    assert.match(asked, /warning unknown-field: "squad" is not a field in Claude Code/);
    assert.deepEqual(
      findingsIn(text, { at: claude }).map(({ rule, severity, tag }) => [rule, severity, tag]),
      [
        ['unknown-field', 'hint', 'unnecessary'],
        ['redundant-tool', 'hint', 'unnecessary'],
      ],
    );
  });

  it('names of several unknown fields only those that a program may be meant to act on', () => {
    const text =
      '---\nname: a\ndescription: Explains.\nversion: 1\nmax_depth: 2\ntags: [a]\nschema:\n  a: 1\n---\nx\n';
    const { out } = running({ [claude]: text }, ['check', '--notes']);
    assert.match(out, /hint unknown-field: "max_depth" and "schema" are not fields in Claude Code/);
    const [found] = findingsIn(text, { at: claude });
    assert.match(
      words(found?.message) ?? '',
      /^"version", "max_depth", "tags" and "schema" are not/,
    );
  });

  it('prints errors and warnings, and counts the rest until it is asked for', () => {
    const files = { [claude]: removed.replace('Edit\n', 'Edit, Task\nhooked:\n  by: me\n') };
    const { out } = running(files, ['check']);
    assert.match(out, /warning removed-tool/);
    assert.doesNotMatch(out, /renamed-tool|unknown-field/);
    assert.match(out, /1 file, 0 errors, 1 warning, 2 notes \(not shown without --notes\)\n/);
    const all = running(files, ['check', '--notes']).out;
    assert.match(all, /hint renamed-tool[\s\S]*hint unknown-field/);
    assert.doesNotMatch(all, /not shown/);
    const github = running(files, ['check', '--format', 'github']);
    assert.doesNotMatch(github.out, /notice/);
    assert.match(github.err, /2 notes \(not shown without --notes\)\n/);
    assert.match(running(files, ['check', '--format', 'github', '--notes']).out, /::notice/);
    assert.equal(running(files, ['check', '--notes', '--quiet']).code, 2);
  });

  it('gives every finding to other programs', () => {
    const files = { [claude]: removed.replace('Edit\n', 'Edit, Task\n') };
    const rules = (...argv: string[]): unknown[] =>
      (
        running(files, ['check', '--format', 'json', ...argv]).json as {
          findings: { rule: string }[];
        }
      ).findings.map(({ rule }) => rule);
    assert.deepEqual(rules(), ['removed-tool', 'renamed-tool']);
    assert.deepEqual(rules('--quiet'), ['removed-tool', 'renamed-tool']);
  });

  it('counts what --quiet does not show', () => {
    const { code, out } = running({ [claude]: removed }, [
      'check',
      '--max-warnings',
      '0',
      '--quiet',
    ]);
    assert.equal(code, 1);
    assert.doesNotMatch(out, /removed-tool/);
    assert.match(out, /1 warning/);
  });

  it('judges a named file in the own place of each host that was asked for', () => {
    const files = { 'notes.md': stops };
    const { code, out, err } = running(files, ['check', 'notes.md', '--host', 'opencode']);
    assert.match(out, /invalid-color/);
    assert.deepEqual([code, err], [1, '']);
    assert.match(
      running(files, ['check', 'notes.md', '--host', 'opencode', '--loose']).out,
      /invalid-color/,
    );
  });

  it('takes a file that suits a host and its fork for the one of the host', () => {
    const files = {
      'notes/a.md': '---\ndescription: Reviews.\nmode: subagent\ncolor: yellow\n---\nHi.\n',
    };
    assert.match(running(files, ['check', '--loose']).out, /OpenCode does not start/);
  });

  it('reports which named file it did not judge', () => {
    const plain = running({ 'notes.md': '# Notes\n' }, ['check', 'notes.md']);
    assert.match(
      plain.err,
      /^dossier: notes\.md: no program reads files in this location; not checked\. Use --program ID to check it for a program\.$/m,
    );
    assert.equal(plain.out, '');
    const other = running({ [claude]: good }, ['check', claude, '--host', 'opencode']);
    assert.match(
      other.err,
      /reviewer\.md: OpenCode does not read files in this location; not checked/,
    );
    assert.equal(running({ [claude]: good }, ['check', '--host', 'opencode']).err, '');
  });

  it('keeps what other programs read free of differences', () => {
    for (const format of ['json', 'sarif', 'github']) {
      const argv = ['check', '--fix', '--dry-run', '--format', format];
      const { out, err, file } = running({ [claude]: removed }, argv);
      assert.match(err, /^\+tools: Read, Edit$/m, format);
      assert.doesNotMatch(out, /^\+tools/m, format);
      if (format !== 'github') JSON.parse(out);
      assert.equal(file(claude), removed);
    }
  });

  it('applies the severity that is set for each host', () => {
    const text = '---\nname: reviewer\ndescription: "d"\ntools:\n---\nYou review.\n';
    assert.equal(running({ [claude]: text }, ['check']).code, 0);
    assert.equal(running({ [claude]: text }, ['check', '--host', 'all']).code, 1);
  });
});
