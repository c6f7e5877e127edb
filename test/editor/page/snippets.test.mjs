// The snippets in a real editor: each in the folder of its program, in every language that agent files have, and nowhere else.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { desk, isWeb, picture } from './desk.mjs';

const files = {
  '.claude/agents/one.md': ['dossier-claude-agent', 'dossier-claude-readonly-agent'],
  '.github/agents/two.agent.md': ['dossier-copilot-agent'],
  '.opencode/agent/three.md': ['dossier-opencode-agent', 'dossier-opencode-readonly-agent'],
  '.claude/commands/six.md': ['dossier-claude-command'],
  'docs/four.md': [],
};

describe('snippets', () => {
  let window;
  let folder;
  before(async () => {
    const { workspace, window: opened } = await desk();
    window = opened;
    folder = workspace.folder;
    await window.runCommand('View: Close All Editors');
    for (const file of Object.keys(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), '');
    }
  });
  after(async () => {
    await window.runCommand('View: Close All Editors');
    for (const file of Object.keys(files)) rmSync(path.join(folder, file), { force: true });
  });

  for (const [file, expected] of Object.entries(files))
    it(`are offered where they fit: ${file}`, async () => {
      if (isWeb) return;
      await window.openFile(path.join(folder, file), 1, 1);
      await window.page.keyboard.type('dossier-', { delay: 60 });
      const widget = window.page.locator('.suggest-widget.visible');
      // The list that opens while the word is typed may close at its hyphen.
      const isOpenFor = async (isRight) => {
        if (await isRight()) return true;
        if (!(await widget.isVisible())) await window.press('Control+Space');
        return false;
      };
      const labels = window.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
      const seen = async () =>
        (await labels.allInnerTexts()).filter((label) => label.startsWith('dossier-')).sort();
      const isAsExpected = async () => (await seen()).join() === expected.join();
      // A list without an item is a message.
      const message = window.page.locator('.suggest-widget.visible .message');
      const isEmpty = async () => (await message.count()) > 0 && (await isAsExpected());
      const isRight = expected.length > 0 ? isAsExpected : isEmpty;
      const isListed = await until('the list', () => isOpenFor(isRight), { ms: 20_000, step: 300 })
        .then(() => true)
        .catch(() => false);
      await window.page.screenshot({ path: picture(`snippets-${path.basename(file)}`) });
      assert.ok(isListed, `the list has: ${(await seen()).join()}`);
      await window.press('Escape');
      await window.runCommand('File: Revert File');
    });
});
