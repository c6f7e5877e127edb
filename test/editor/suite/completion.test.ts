// Completion as VS Code asks for it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { completions, insert, labelOf, offers, open, revert } from './desk';

describe('completion', () => {
  it('offers the fields that a Claude Code agent lacks, and none twice', async () => {
    const document = await open('.claude/agents/wobbly.md');
    await insert(document, 'color: beige|', '\n');
    const items = await offers(document, 'color: beige\n|\n', 'maxTurns').finally(() =>
      revert(document),
    );
    const labels = items.map(labelOf);
    for (const there of ['name', 'description', 'color']) {
      assert.ok(!labels.includes(there), `${there} is there already`);
    }
    assert.deepEqual(
      labels.filter((label, index) => labels.indexOf(label) !== index),
      [],
    );
  });

  it('offers one tool inside a comma text, without those already there', async () => {
    const document = await open('.claude/agents/half-typed.md');
    const items = await offers(document, 'tools: Read, |', 'Bash', 'Edit');
    assert.ok(!items.map(labelOf).includes('Read'));
  });

  it('offers models and colors of the host', async () => {
    const document = await open('.claude/agents/half-typed.md');
    await offers(document, 'model: |', 'sonnet', 'opus', 'haiku', 'inherit');
    await offers(document, 'color: |', 'orange', 'purple');
  });

  it('shows a swatch next to a color', async () => {
    const document = await open('.claude/agents/half-typed.md');
    const items = await offers(document, 'color: |', 'orange');
    const orange = items.find((item) => labelOf(item) === 'orange');
    assert.equal(orange?.kind, vscode.CompletionItemKind.Color);
  });

  it('offers a whole frontmatter in an empty file', async () => {
    const document = await open('.claude/agents/empty.md');
    const items = await completions(document, '|');
    const whole = items.filter(({ insertText }) => {
      const text = typeof insertText === 'string' ? insertText : (insertText?.value ?? '');
      return text.includes('---') && text.includes('description:');
    });
    assert.ok(whole.length > 0);
  });

  for (const [file, language, label] of [
    ['.claude/agents/empty.md', 'chatagent', '--- Claude Code agent'],
    ['.github/agents/empty.agent.md', 'chatagent', '--- VS Code agent'],
    ['.opencode/agent/empty.md', 'markdown', '--- Read-only OpenCode agent'],
  ] as const)
    it(`offers the agents of its programs in an empty ${file}, in the language ${language}`, async () => {
      const document = await open(file);
      assert.equal(document.languageId, language);
      const items = await offers(document, '|', label);
      const whole = items.map(labelOf).filter((one) => / agent$/.test(one));
      const programs = file.startsWith('.github')
        ? /VS Code|Copilot/
        : new RegExp(label.slice(-14));
      assert.deepEqual(
        whole.filter((one) => !programs.test(one)),
        [],
      );
    });

  it('offers no agent in a README', async () => {
    const document = await open('notes/diary.md');
    const items = await completions(document, 'tools: |MultiEdit');
    const labels = items.map(labelOf);
    assert.deepEqual(
      labels.filter((one) => /agent|dossier/i.test(one)),
      [],
    );
  });

  it('offers permission actions to OpenCode', async () => {
    const document = await open('.opencode/agent/gardener.md');
    await offers(document, '  edit: |', 'allow', 'ask', 'deny');
  });

  it('offers nothing in an ordinary note', async () => {
    const document = await open('notes/diary.md');
    const items = await completions(document, 'tools: |MultiEdit');
    assert.deepEqual(
      items.filter((item) => ['Bash', 'Read'].includes(labelOf(item))),
      [],
    );
  });
});
