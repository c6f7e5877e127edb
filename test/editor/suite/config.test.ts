// The dossier.config.json of a team in the editor: it applies while it exists, is completed from its schema, and gets
// diagnostics.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { completions, findings, labelOf, open, settled, until, uriOf } from './desk';

const config = uriOf('dossier.config.json');
const write = (text: string): PromiseLike<void> =>
  vscode.workspace.fs.writeFile(config, new TextEncoder().encode(text));

describe('dossier.config.json', () => {
  after(() => vscode.workspace.fs.delete(config));

  it('disables a rule as soon as it is configured', async () => {
    const document = await open('.claude/agents/wobbly.md');
    const before = await findings(document);
    assert.ok(before.some(({ rule }) => rule === 'removed-tool'));
    await write('{ "rules": { "removed-tool": "off" } } // ours');
    await until('silence', async () =>
      (await settled(document)).every(({ rule }) => rule !== 'removed-tool'),
    );
  });

  it('treats files in other folders as agents as soon as they are included', async () => {
    const document = await open('notes/prompts/helper.md');
    assert.deepEqual(await settled(document), []);
    await write('{ "include": ["notes/prompts/"] }');
    const found = await findings(document);
    assert.ok(found.some(({ rule }) => rule === 'removed-tool'));
    await write('{}');
    await until('silence', () => vscode.languages.getDiagnostics(document.uri).length === 0);
  });

  it('reports errors in the file, and offers its settings and rules', async () => {
    const text = '{\n  // ours\n  "rules": { "removed-tol": "off" },\n  "": []\n}\n';
    await write(text);
    const document = await open('dossier.config.json');
    assert.equal(document.languageId, 'jsonc');
    await until('fault', () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ source, message }) => source === 'Dossier' && /removed-tool/.test(message)),
    );
    const labels = async (marked: string): Promise<readonly string[]> =>
      (await completions(document, marked)).map(labelOf).map((label) => label.replaceAll('"', ''));
    await until('settings', async () => (await labels('  "|": []')).includes('allowedTools'));
    await until('rules', async () => (await labels('"|removed-tol"')).includes('invalid-color'));
  });
});
