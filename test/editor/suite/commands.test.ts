// The palette's commands and the preview's tab.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, open, revert, until } from './desk';

const previews = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && /dossier/i.test(input.viewType),
    );

describe('commands', () => {
  it('are all there', async () => {
    await findings(await open('.claude/agents/wobbly.md'));
    const there = await vscode.commands.getCommands(true);
    for (const name of ['previewPersona', 'newAgent', 'fixAll', 'restartServer', 'showOutput']) {
      assert.ok(there.includes(`dossier.${name}`), name);
    }
  });

  it('open the persona next to the file and keep the focus in the editor', async () => {
    const document = await open('.claude/agents/wobbly.md');
    await vscode.commands.executeCommand('dossier.previewPersona');
    const [preview] = await until('preview', () => previews().length > 0 && previews());
    assert.ok(preview);
    await until('editor in front', () => vscode.window.activeTextEditor?.document === document);
    await vscode.window.tabGroups.close(preview);
  });

  it('fix the whole file', async () => {
    const document = await open('.claude/agents/wobbly.md');
    await findings(document);
    await vscode.commands.executeCommand('dossier.fixAll');
    await until('mended file', () => !document.getText().includes('MultiEdit'));
    await revert(document);
    assert.ok(document.getText().includes('MultiEdit'));
  });

  it('restart the server, and it answers again', async () => {
    const document = await open('.claude/agents/wobbly.md');
    await findings(document);
    await vscode.commands.executeCommand('dossier.restartServer');
    await findings(document);
  });
});
