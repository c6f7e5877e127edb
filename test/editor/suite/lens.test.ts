// The lens above the frontmatter: the outcome in each host.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, open, until } from './desk';

const everyHost = ['claude-code', 'vscode', 'copilot-cli', 'opencode', 'kilo'];

async function lensesOf(
  document: vscode.TextDocument,
  atLeast: number,
): Promise<readonly string[]> {
  return until(`${atLeast} lenses`, async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    const ours = found.filter(({ command }) => command?.command === 'dossier.previewPersona');
    return ours.length >= atLeast && ours.map(({ command }) => command?.title ?? '');
  });
}

const choose = (hosts: readonly string[]): Thenable<void> =>
  vscode.workspace
    .getConfiguration('dossier')
    .update('hosts', hosts, vscode.ConfigurationTarget.Workspace);

describe('the verdict lens', () => {
  afterEach(() => choose([]));

  it('speaks of the owner, and of guests that are at home in the workspace', async () => {
    const document = await open('.claude/agents/careful-reviewer.md');
    const titles = await lensesOf(document, 2);
    assert.equal(titles[0], 'Claude Code: loads as careful-reviewer · 2 tools · sonnet');
    assert.ok(
      titles.some((title) => title.startsWith('VS Code: ')),
      titles.join('\n'),
    );
  });

  it('speaks of every host that is switched on', async () => {
    await choose(everyHost);
    const first = await open('.claude/agents/001.md');
    await findings(first);
    const titles = await lensesOf(first, everyHost.length);
    assert.ok(
      titles.includes('Claude Code: loads as backend-engineer · 5 of 8 tools'),
      titles.join('\n'),
    );
    assert.ok(titles.includes('OpenCode: does not start (tools)'), titles.join('\n'));
    const fifth = await open('.opencode/agent/004.md');
    await findings(fifth);
    const others = await lensesOf(fifth, everyHost.length);
    assert.equal(others[0], 'OpenCode: does not start (color)');
    assert.ok(
      others.some((title) => title.startsWith('Claude Code: loads as ')),
      others.join('\n'),
    );
  });
});
