// Why an agent is missing, as a person asks it in the palette.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { desk, picture } from './desk.mjs';

const themes = ['Light Modern', 'Dark High Contrast', 'Dark Modern'];
const input = '.quick-input-widget input.input';

describe('why an agent is missing, seen', () => {
  let window;
  let file;
  before(async () => {
    const { window: opened, workspace } = await desk();
    window = opened;
    file = path.join(workspace.folder, '.opencode/agent/stuck.md');
    writeFileSync(file, '---\ndescription: Is stuck.\nsteps: "5"\n---\n\nWait.\n');
    await window.runCommand('View: Close All Editors');
    await window.openFile(file, 1, 1);
  });
  after(async () => {
    await window.press('Escape');
    await window.runCommand('View: Close All Editors');
    rmSync(file, { force: true });
  });

  const rows = () => window.page.locator('.quick-input-list .monaco-list-row');
  const having = (word) =>
    until(`row ${word}`, async () => {
      const all = (await rows().allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
      return all.some((text) => text.includes(word)) && all;
    });
  const ask = async () => {
    await window.runCommand('Dossier: Why Is My Agent Missing?');
    await having('Active file');
    await sleep(200);
  };

  it('explains the open file, with the characters that cause the problem', async function () {
    this.timeout(120_000);
    for (const theme of themes) {
      await window.chooseTheme(theme);
      await ask();
      await window.screenshot(picture(`why-missing-ask-${theme}`));
      await window.press('Enter');
      const all = await having('Cause: ');
      assert.ok(
        all.some((text) => text.includes('"steps" must be an integer of at least 1')),
        all.join('\n'),
      );
      await window.screenshot(picture(`why-missing-${theme}`));
      if (theme !== themes.at(-1)) await window.press('Escape');
    }
    await window.press('Enter');
    await until('caret at its place', async () =>
      (await window.statusBar()).some((text) => /Ln 3/.test(text)),
    );
  });

  it('explains a name that no agent has', async () => {
    await ask();
    await window.page.locator(input).fill('paintr');
    await having('no agent has this name');
    await window.press('Enter');
    await having('No agent here is named "paintr"');
    await window.press('Escape');
  });
});
