// One file for several hosts, as a person does it in the palette.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { desk, picture } from './desk.mjs';

const themes = ['Dark Modern', 'Light Modern', 'Dark High Contrast'];

describe('a file made valid for several hosts, seen', () => {
  let window;
  let file;
  before(async () => {
    const { window: opened, workspace } = await desk();
    window = opened;
    file = path.join(workspace.folder, '.claude/agents/sunny.md');
    writeFileSync(
      file,
      '---\nname: sunny\ndescription: Use when: outdoors\ncolor: yellow\n---\n\nGo out.\n',
    );
    await window.runCommand('View: Close All Editors');
    await window.openFile(file, 4, 1);
  });
  after(async () => {
    await window.chooseTheme('Dark Modern');
    await window.runCommand('File: Revert File');
    await window.runCommand('View: Close All Editors');
    rmSync(file, { force: true });
  });

  const rows = () => window.page.locator('.quick-input-list .monaco-list-row');
  const texts = async () => (await rows().allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  const having = (word) =>
    until(`row ${word}`, async () => {
      const all = await texts();
      return all.some((text) => text.includes(word)) && all;
    });
  const choose = async (...names) => {
    await window.runCommand('Dossier: Make Valid for Hosts...');
    await having('Kilo');
    // The list moves once more when it is laid out.
    await sleep(300);
    for (const name of names) {
      await window.page.locator('.quick-input-widget input.input').fill(name);
      await until(`only ${name}`, async () => {
        const all = await texts();
        return all.length === 1 && all[0].startsWith(name);
      });
      await rows().first().locator('.label-name').first().click();
    }
  };

  it('asks for the hosts, and shows the outcome in each', async () => {
    for (const theme of themes) {
      await window.chooseTheme(theme);
      await choose();
      const all = await texts();
      assert.match(all[0] ?? '', /VS Code ?loads as/);
      assert.ok(
        all.some((text) => /OpenCode ?does not start.* in the host's own folder/.test(text)),
        all.join('\n'),
      );
      await window.screenshot(picture(`make-valid-hosts-${theme}`));
      await window.press('Escape');
    }
  });

  it('shows the problems, and makes the change', async () => {
    for (const theme of themes) {
      await window.chooseTheme(theme);
      await choose('OpenCode');
      await window.press('Enter');
      await having('accepts red');
      await window.screenshot(picture(`make-valid-change-${theme}`));
      await window.press('Escape');
    }
    await choose('OpenCode', 'Copilot CLI');
    await window.press('Enter');
    const all = await having('accepts red');
    assert.match(all[0] ?? '', /then replace with "#ca8a04"/);
    assert.ok(
      all.some((text) => text.includes('OpenCode · line 4')),
      all.join('\n'),
    );
    await rows().first().click();
    const lines = await until('changed text', async () => {
      const text = await window.visibleText();
      return text.some((line) => line.includes('#ca8a04')) && text;
    });
    assert.ok(lines.includes('description: "Use when: outdoors"'), lines.join('\n'));
  });
});
