// Findings on keys that are not fields of the host, by what is lost.
import assert from 'node:assert/strict';
import { findingsIn } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { words } from '../support/words';

const reported = (lines: string, at = '.claude/agents/a.md'): readonly string[] =>
  findingsIn(`---\nname: a\ndescription: Explains code.\n${lines}\n---\n\nYou explain.\n`, {
    at,
  }).flatMap(({ rule, severity, host, message }) =>
    rule === 'unknown-field' ? `${severity} ${host} ${words(message)}` : [],
  );

describe('keys that are not fields', () => {
  it('are to be removed if the intended field is present', () => {
    const lines = 'tools: Read, Grep\nallowed-tools: Bash(git log:*)';
    assert.deepEqual(reported(lines), [
      'information claude-code "allowed-tools" is not a field in Claude Code, which uses "tools" instead. Remove "allowed-tools".',
    ]);
    assert.deepEqual(reported('tools: Read, Grp\nallowed-tools: Read'), [
      'information claude-code "allowed-tools" is not a field in Claude Code, which uses "tools" instead. Remove "allowed-tools".',
    ]);
    fixing(`---\nname: a\ndescription: d\ntools: Read\nallowed-|tools: Bash\n---\n`)
      .offersNot('Rename to "tools"')
      .offers('Remove "allowed-tools"');
  });

  it('are reported only for the host that has a similar field', () => {
    assert.deepEqual(reported('handoff: []', '.github/agents/a.agent.md'), [
      'warning vscode "handoff" is not a field in VS Code. VS Code ignores it. Did you mean "handoffs"?',
    ]);
  });

  it('are not reported if the documentation describes them', () => {
    const at = '.opencode/agent/b.md';
    assert.deepEqual(reported('reasoningEffort: high\ntextVerbosity: low', at), []);
    assert.match(reported('team: a', at)[0] ?? '', /sends (?:it|them) to the model provider/);
  });

  it("only fade if they are the author's own metadata", () => {
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
    // The findings of the fields of the other host apply here as well.
    const both = 'user-invocable: false\nmode: subagent\nhidden: true';
    assert.ok(fades(both, '.github/agents/a.agent.md').length > 0);
  });

  it('are not reported if invisible-character reports them', () => {
    assert.deepEqual(reported('tools\u200b: Bash'), []);
  });

  it('are not a lost limit if old names of tools deny everything', () => {
    const [found] = reported(
      'tools:\n  bash: false\n  edit: false\npermissions:\n  bash:\n    "*": deny\n  write:\n    "**/*": deny',
      '.opencode/agent/a.md',
    );
    assert.match(found ?? '', /^information opencode "permissions"/);
  });

  it('are a hint if the value is the default, and not reported if it is empty', () => {
    const at = '.github/agents/a.agent.md';
    assert.ok(reported('user-invokable: true', at).length > 0);
    for (const found of reported('user-invokable: true', at)) assert.match(found, /^hint /);
    assert.ok(reported('user-invokable: false', at).some((found) => found.startsWith('warning')));
    assert.deepEqual(reported('reasoning_effort: ""', at), []);
    assert.notDeepEqual(reported('reasoning_effort: high', at), []);
  });

  it('are renamed with plain actions if the host accepts no patterns', () => {
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
