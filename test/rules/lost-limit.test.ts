// Limits for other hosts, and values that limit nothing.
import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { opencodeFile } from '../support/viewing';
import { words } from '../support/words';

describe('limits for other hosts', () => {
  it('are lost if the agent can still do what they deny', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      readonly: true
      ^^^^^^^^ error unknown-field: "readonly" is not a field in Claude Code, so the limit does not apply and the agent can change files and run commands. Use "disallowedTools" to limit it.
      ---
      `);
  });

  it('are not lost if its tools or its mode leave nothing to deny', () => {
    for (const other of [
      'tools: Read, Grep',
      'permissionMode: plan',
      'disallowedTools: Write, Edit, NotebookEdit, Bash, TaskStop, EnterWorktree, ExitWorktree, CronCreate, CronDelete, CronList',
    ])
      assert.deepEqual(errorsOf(`readonly: true\n${other}`), [], other);
  });

  it('are judged by their value', () => {
    for (const lost of [
      'read_only: true',
      'sandbox_mode: read-only',
      'approvalMode: plan',
      'permission: { edit: deny }',
      'permission: { "*": allow, edit: deny }',
      'permission: { bash: { "git push": deny } }',
    ])
      assert.deepEqual(errorsOf(lost), ['unknown-field'], lost);
    for (const none of [
      'readonly: false',
      'sandbox_mode: workspace-write',
      'approvalMode: yolo',
      'permission: { edit: allow }',
      'permission: { edit: ask }',
      'permission: { "*": deny, edit: allow, bash: allow, webfetch: allow, websearch: allow, task: allow, skill: allow, read: allow, grep: allow, glob: allow, list: allow, todowrite: allow, lsp: allow, question: allow }',
      'permission: {}',
    ])
      assert.deepEqual(errorsOf(none), [], none);
  });

  it('are not lost if the file asks for permission', () => {
    const inOpencode = (lines: string): readonly string[] =>
      findingsIn(`---\ndescription: Reviews.\n${lines}\n---\nYou review.\n`, { at: opencodeFile })
        .filter(({ rule }) => rule === 'unknown-field')
        .map(
          ({ severity, message }) =>
            `${severity} ${/the agent can .*?\./.exec(words(message)) ?? ''}`,
        );
    const asks = 'permission: { edit: ask, bash: ask }';
    assert.deepEqual(inOpencode(`readonly: true\n${asks}`), ['hint ']);
    assert.deepEqual(inOpencode('readonly: true\npermission: { "*": ask }'), ['hint ']);
    assert.deepEqual(inOpencode('readonly: true\npermission: { bash: ask }'), [
      'error the agent can change files.',
    ]);
    assert.deepEqual(inOpencode(`disallowedTools: [Edit, Bash]\n${asks}`), ['hint ']);
  });

  it('are lost under the names of either host', () => {
    for (const written of ['[Edit, Bash]', '[edit, bash]', 'Write, Bash'])
      assert.deepEqual(
        findingsIn(`---\ndescription: Reviews.\ndisallowedTools: ${written}\n---\nYou review.\n`, {
          at: opencodeFile,
        }).map(({ severity, message }) => `${severity} ${/can .*?\./.exec(words(message)) ?? ''}`),
        ['error can change files and run commands.'],
        written,
      );
  });

  it('include only the values of a mode that limit', () => {
    for (const lost of ['read-only', 'readOnly', 'Plan', 'ask', 'deny'])
      assert.deepEqual(errorsOf(`permissionMode: ${lost}`), ['invalid-value'], lost);
    for (const lost of ['[plan]', '[plan, x]', '[x, plan]'])
      assert.deepEqual(errorsOf(`permissionMode: ${lost}`), ['invalid-type'], lost);
    assert.deepEqual(errorsOf('permissionMode: [x, y]'), []);
    for (const none of ['full', 'auto-edit', 'yolo', 'bypass', 'true'])
      assert.deepEqual(errorsOf(`permissionMode: ${none}`), [], none);
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      permissionMode: full
                      ^^^^ warning invalid-value: ignores it
      ---
      `);
  });
});

const errorsOf = (lines: string): readonly string[] =>
  findingsIn(`---\nname: reviewer\ndescription: Reviews changes.\n${lines}\n---\n\nYou review.\n`)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);
