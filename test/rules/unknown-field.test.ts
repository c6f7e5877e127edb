// What is reported of keys that are no field of the host, by what is lost with them.
import assert from 'node:assert/strict';
import { findingsIn } from '../support/diagnosing';
import { fixing } from '../support/fixing';

const reported = (lines: string, at = '.claude/agents/a.md'): readonly string[] =>
  findingsIn(`---\nname: a\ndescription: Explains code.\n${lines}\n---\n\nYou explain.\n`, {
    at,
  }).flatMap(({ rule, severity, host, message }) =>
    rule === 'unknown-field' ? `${severity} ${host} ${message}` : [],
  );

describe('keys that are no field', () => {
  it('are to be deleted where the field that was meant is there', () => {
    const lines = 'tools: Read, Grep\nallowed-tools: Bash(git log:*)';
    assert.deepEqual(reported(lines), [
      'information claude-code "allowed-tools" is not a field in Claude Code, which uses "tools" instead. Remove "allowed-tools".',
    ]);
    fixing(`---\nname: a\ndescription: d\ntools: Read\nallowed-|tools: Bash\n---\n`)
      .offersNot('Rename to "tools"')
      .offers('Remove "allowed-tools"');
  });

  it('are reported by the one host of the file that has a field like it', () => {
    assert.deepEqual(reported('handoff: []', '.github/agents/a.agent.md'), [
      'warning vscode "handoff" is not a field in VS Code. VS Code takes no notice of it. Did you mean "handoffs"?',
    ]);
  });

  it('are no finding where the documentation tells authors to write them', () => {
    const at = '.opencode/agent/b.md';
    assert.deepEqual(reported('reasoningEffort: high\ntextVerbosity: low', at), []);
    assert.match(reported('team: a', at)[0] ?? '', /sends (?:it|them) to the model provider/);
  });

  it("only fade where they are the author's own notes", () => {
    const fades = (lines: string, at = '.claude/agents/a.md'): readonly (string | null)[] =>
      findingsIn(`---\nname: a\ndescription: d\n${lines}\n---\n\nx\n`, { at }).flatMap((found) =>
        found.rule !== 'unknown-field' || found.onlyFades !== true ? [] : found.host,
      );
    for (const line of ['version: 1.0', 'tags: [a, b]', 'displayName: A', 'argument-hint: "[x]"'])
      assert.deepEqual(fades(line), ['claude-code'], line);
    for (const line of [
      'modle: haiku',
      'temperature: 0.1',
      'max_depth: 2',
      'safety: high',
      'output_schema:\n  a: 1',
      'steps:\n  - a: 1',
      'mode: primary',
    ])
      assert.deepEqual(fades(line), [], line);
    assert.deepEqual(fades('team: a', '.opencode/agent/a.md'), []);
    // What the other host's fields say holds here as well.
    const both = 'user-invocable: false\nmode: subagent\nhidden: true';
    assert.ok(fades(both, '.github/agents/a.agent.md').length > 0);
  });

  it('are left to the invisible character in them', () => {
    assert.deepEqual(reported('tools\u200b: Bash'), []);
  });

  it('are no lost limit where the old names of tools deny it all', () => {
    const [found] = reported(
      'tools:\n  bash: false\n  edit: false\npermissions:\n  bash:\n    "*": deny\n  write:\n    "**/*": deny',
      '.opencode/agent/a.md',
    );
    assert.match(found ?? '', /^information opencode "permissions"/);
  });

  it('are a hint with the default as their value, and nothing when empty', () => {
    const at = '.github/agents/a.agent.md';
    assert.ok(reported('user-invokable: true', at).length > 0);
    for (const found of reported('user-invokable: true', at)) assert.match(found, /^hint /);
    assert.ok(reported('user-invokable: false', at).some((found) => found.startsWith('warning')));
    assert.deepEqual(reported('reasoning_effort: ""', at), []);
    assert.notDeepEqual(reported('reasoning_effort: high', at), []);
  });

  it('are renamed with plain actions where the host accepts no patterns', () => {
    const title = 'Rename to "permission" and replace unsupported patterns with actions';
    fixing(
      '---\ndescription: d\n|permissions:\n  bash:\n    "*": deny\n  webfetch:\n    "*": deny\n  todowrite: {"*": deny}\ncolor: red\n---\nx\n',
      { at: '.opencode/agent/a.md' },
    )
      .offersNot('Rename to "permission"')
      .taking(title)
      .gives(
        '---\ndescription: d\npermission:\n  bash:\n    "*": deny\n  webfetch: deny\n  todowrite: deny\ncolor: red\n---\nx\n',
      );
  });
});
