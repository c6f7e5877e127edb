// The line above the frontmatter: what each program does with the file.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, open, until } from './desk';

const everyHost = ['claude-code', 'vscode', 'copilot-cli', 'opencode', 'kilo'];

/** The titles without the space after the icon, which VS Code would not draw. */
async function lensesOf(
  document: vscode.TextDocument,
  isExpected: (titles: readonly string[]) => boolean,
): Promise<readonly string[]> {
  return until('lenses', async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    const titles = found
      .filter(({ command }) => command?.command === 'dossier.previewPersona')
      .map(({ command }) => (command?.title ?? '').replace('\u00a0', ' '));
    return isExpected(titles) && titles;
  });
}

const set = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace
    .getConfiguration('dossier')
    .update(name, value, vscode.ConfigurationTarget.Workspace);

describe('the verdict lens', () => {
  afterEach(async () => {
    await set('hosts', undefined);
    await set('programs', undefined);
  });

  it('has an entry for the owner, the editor, and guests that are at home in the workspace', async () => {
    const document = await open('.claude/agents/careful-reviewer.md');
    const titles = await lensesOf(document, ({ length }) => length >= 2);
    assert.equal(titles[0], '$(pass) Claude Code: 2 tools');
    assert.match(titles[1] ?? '', /^\$\(\w+\) VS Code: /);
  });

  it('begins with the programs of the user', async () => {
    await set('programs', ['vscode']);
    const document = await open('.claude/agents/001.md');
    const titles = await lensesOf(document, ([first]) => first?.includes('VS Code') === true);
    assert.equal(titles[1], '$(warning) Claude Code: 5 of 8 tools');
  });

  it('has an entry for every host that is switched on', async () => {
    await set('hosts', everyHost);
    const first = await open('.claude/agents/001.md');
    await findings(first);
    const titles = await lensesOf(first, ({ length }) => length >= everyHost.length);
    assert.ok(titles.includes('$(warning) Claude Code: 5 of 8 tools'), titles.join('\n'));
    assert.ok(titles.includes('$(error) OpenCode: does not start (tools)'), titles.join('\n'));
    const fifth = await open('.opencode/agent/004.md');
    await findings(fifth);
    const others = await lensesOf(fifth, ({ length }) => length >= everyHost.length);
    assert.ok(others.includes('$(error) OpenCode: does not start (color)'), others.join('\n'));
  });
});
