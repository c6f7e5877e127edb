// A file where VS Code does not look, moved by the light bulb to where it does.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, findings, open, until, uriOf } from './desk';

const here = uriOf('.github/agents/team/stray.agent.md');
const there = uriOf('.github/agents/stray.agent.md');
const text = '---\ndescription: Reviews changes.\n---\n\nYou review.\n';

const isThere = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

describe('a file where VS Code does not look', () => {
  before(() => vscode.workspace.fs.writeFile(here, new TextEncoder().encode(text)));
  after(async () => {
    for (const uri of [here, there]) if (await isThere(uri)) await vscode.workspace.fs.delete(uri);
  });

  it('is moved to where it does', async () => {
    const document = await open('.github/agents/team/stray.agent.md');
    const found = await findings(document);
    assert.ok(found.some(({ rule }) => rule === 'unread-location'));
    const action = await until('light bulb', async () => {
      const offered = await actions(document, new vscode.Range(0, 0, 0, 0));
      return offered.find(({ title }) => title === 'Move to .github/agents/stray.agent.md');
    });
    assert.ok(action.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.deepEqual([await isThere(here), await isThere(there)], [false, true]);
  });
});
