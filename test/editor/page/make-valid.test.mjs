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
    await window.runCommand('Dossier: Make Valid for Programs...');
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
      assert.match(all[0] ?? '', /Claude Code ?loads as/);
      assert.ok(
        all.some((text) => /OpenCode ?does not start.* in the program's own folder/.test(text)),
        all.join('\n'),
      );
      await window.screenshot(picture(`make-valid-hosts-${theme}`));
      await window.press('Escape');
    }
  });

  const reasons = () => window.page.locator('.editor.modified .review-widget');
  /** Whether the diff editor is open: its label is that of the tab. */
  const isOpen = async () =>
    (await window.page.locator('.tab.active').first().innerText()).includes('Valid for');

  it('shows the change in a diff editor with a reason for each, and applies it', async () => {
    for (const theme of themes) {
      await window.chooseTheme(theme);
      await choose('OpenCode', 'Copilot CLI');
      await window.press('Enter');
      await until('diff', isOpen);
      await until('a reason for each change', async () => (await reasons().count()) === 2);
      const texts = (await reasons().allInnerTexts()).join('\n');
      assert.match(texts, /Quote the value of "description"[\s\S]*Copilot CLI/);
      assert.match(texts, /Replace with "#ca8a04" in "color"[\s\S]*OpenCode/);
      await window.page.screenshot({ path: picture(`make-valid-diff-${theme}`) });
      if (theme === themes.at(-1)) break;
      await window.runCommand('Dossier: Discard Changes');
      await until('no diff', async () => !(await isOpen()));
    }
    await window.titleAction('Apply Changes').click();
    const lines = await until('changed text', async () => {
      const text = await window.visibleText();
      return text.some((line) => line.includes('#ca8a04')) && text;
    });
    assert.ok(lines.includes('description: "Use when: outdoors"'), lines.join('\n'));
    await until('no diff', async () => !(await isOpen()));
  });

  it('offers a second file where no form is common', async () => {
    await window.runCommand('Notifications: Clear All Notifications');
    await window.runCommand('View: Close All Editors');
    const strict = path.join(path.dirname(file), 'strict.md');
    writeFileSync(
      strict,
      '---\nname: strict\ndescription: Is strict.\ntools: Read, Grep\n---\n\nBe strict.\n',
    );
    await window.openFile(strict, 1, 1);
    await window.chooseTheme('Dark Modern');
    await choose('OpenCode');
    await window.press('Enter');
    const create = await window.offer('Create a File for OpenCode');
    await window.page.screenshot({ path: picture('make-valid-second-file') });
    await create.click();
    // The conversion shows its result first and writes nothing before it is confirmed.
    await until('the converted file', async () =>
      (await window.page.locator('.tab.active').first().innerText()).includes('to OpenCode'),
    );
    await window.page.screenshot({ path: picture('make-valid-second-result') });
    await window.titleAction('Discard').click();
    await until('no result', async () =>
      (await window.page.locator('.tab').allInnerTexts()).every(
        (tab) => !tab.includes('to OpenCode'),
      ),
    );
    rmSync(strict, { force: true });
  });
});
