// With the built-in support of VS Code for prompt files, nothing is offered or reported twice.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { completions, isOurs, labelOf, offers, open, settled } from './desk';

const files = ['.github/agents/planner.agent.md', '.claude/agents/half-typed.md'];

describe('with the built-in support', () => {
  for (const file of files) {
    it(`offers nothing twice in ${file}`, async () => {
      const document = await open(file);
      await settled(document);
      const last = document.getText().indexOf('\n---', 4);
      const line = document.positionAt(last).line;
      for (let n = 1; n <= line; n++) {
        const text = document.lineAt(n).text;
        const items = await completions(document, `${text}|`);
        const labels = items.map(labelOf);
        const twice = labels.filter((label, index) => labels.indexOf(label) !== index);
        assert.deepEqual(twice, [], `behind ${text}`);
      }
    });
  }

  it('offers what it adds behind what the editor offers', async function () {
    const document = await open('.claude/agents/half-typed.md');
    // In the oldest VS Code nothing is built in for this folder.
    if (document.languageId !== 'chatagent') this.skip();
    const labels = (await offers(document, 'tools: Read, |', 'Bash', 'Monitor')).map(labelOf);
    assert.ok(labels.indexOf('Bash') < labels.indexOf('Monitor'), labels.join(' '));
    const models = (await offers(document, 'model: |', 'sonnet')).map(labelOf);
    assert.equal(
      models.find((label) => label.startsWith('sonnet')),
      'sonnet',
    );
  });

  it('reports nothing twice', async () => {
    const document = await open('.github/agents/planner.agent.md');
    await settled(document);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const all = vscode.languages.getDiagnostics(document.uri);
    const ours = all.filter(isOurs);
    const theirs = all.filter((one) => !ours.includes(one));
    const twice = ours.filter((mine) => theirs.some(({ range }) => range.isEqual(mine.range)));
    assert.deepEqual(
      twice.map(({ message }) => message),
      [],
    );
  });
});
