// Findings and fixes as VS Code shows them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, findings, insert, open, revert, settled, until } from './desk';

describe('findings', () => {
  it('point at the very tool in a list', async () => {
    const actual = await findings(await open('.claude/agents/wobbly.md'));
    const marked = actual.map(({ under }) => under);
    for (const wrong of ['MultiEdit', 'Bahs', 'beige']) assert.ok(marked.includes(wrong), wrong);
  });

  it('carry their rule and a page about it', async () => {
    const actual = await findings(await open('.claude/agents/wobbly.md'));
    for (const { rule, message, diagnostic } of actual) {
      assert.match(rule, /^[a-z]+(-[a-z]+)*$/, message);
      assert.ok(typeof diagnostic.code === 'object', `${rule} has a page`);
    }
  });

  it('are absent where the file is right', async () => {
    const document = await open('.claude/agents/careful-reviewer.md');
    await until(
      'server',
      async () => (await findings(await open('.claude/agents/wobbly.md'))).length,
    );
    assert.deepEqual(await settled(document), []);
  });

  it('are absent from an ordinary note', async () => {
    const document = await open('notes/diary.md');
    assert.deepEqual(await settled(document), []);
  });

  it('update while the text is edited', async () => {
    const document = await open('.claude/agents/careful-reviewer.md');
    await settled(document);
    await insert(document, 'tools: Read, |Bash', 'Reed, ');
    try {
      const actual = await findings(document);
      assert.deepEqual(
        actual.map(({ under }) => under),
        ['Reed'],
      );
    } finally {
      await revert(document);
    }
    await until('end of the findings', async () => (await settled(document)).length === 0);
  });

  it('are all fixed by one source action', async () => {
    const document = await open('.claude/agents/wobbly.md');
    await findings(document);
    const kind = vscode.CodeActionKind.SourceFixAll;
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const fixes = await actions(document, whole, kind);
    assert.equal(fixes.length, 1);
    assert.ok(fixes[0]?.edit && (await vscode.workspace.applyEdit(fixes[0].edit)));
    try {
      const fixed = document.getText();
      assert.doesNotMatch(fixed, /MultiEdit/);
      // A placeholder is the author's to fill, and no tool is made up or dropped unseen.
      assert.match(fixed, /\{\{PRODUCT\}\}/);
    } finally {
      await revert(document);
    }
  });

  it('stop the build of OpenCode loudly', async () => {
    const actual = await findings(await open('.opencode/agent/painter.md'));
    const errors = actual.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ under }) => under),
      ['yellow'],
    );
    assert.match(errors[0]?.message ?? '', /OpenCode does not start/);
  });
});
