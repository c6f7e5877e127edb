// Why an agent is missing, as a person asks it in the palette.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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

  it('explains the open file, with the characters that cause the problem', async () => {
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

  it('answers for a file that no program reads, and offers to move it or to preview it as an agent', async () => {
    const notes = path.join(path.dirname(file), '../../drafts/idea.md');
    const moved = path.join(path.dirname(file), '../../.claude/agents/idea.md');
    mkdirSync(path.dirname(notes), { recursive: true });
    writeFileSync(
      notes,
      '---\nname: idea\ndescription: Has ideas.\ntools: Read, Grep\n---\n\nHave ideas.\n',
    );
    await window.runCommand('View: Close All Editors');
    await window.openFile(notes, 1, 1);
    const why = async () => {
      await ask();
      await window.press('Enter');
      return having('Preview as...');
    };
    const all = await why();
    assert.ok(all.some((text) => text.includes('No program reads agents from this folder')));
    assert.ok(all.some((text) => text.includes('Claude Code reads agents from .claude/agents')));
    await window.page.screenshot({ path: picture('why-missing-unread') });
    await rows().filter({ hasText: 'Preview as...' }).first().click();
    await having('.claude/agents/idea.md');
    await window.page.screenshot({ path: picture('why-missing-preview-as') });
    await window.page.locator(input).fill('Claude Code');
    await until('only Claude Code', async () => (await rows().count()) === 1);
    await window.press('Enter');
    const frame = await window.webview('#persona h1');
    await until('persona', async () => (await frame.locator('h1').innerText()).includes('idea'));
    await window.page.screenshot({ path: picture('why-missing-previewed') });
    const chip = '[data-tool="Read"]';
    await frame.locator(chip).click();
    await until('no Read', async () => (await frame.locator(chip).count()) === 0);
    const written = () => window.page.locator('.monaco-editor .view-lines').first().innerText();
    await until('changed text', async () => (await written()).includes('Grep'));
    assert.doesNotMatch(await written(), /Read/);
    await frame.locator('.identity').click();
    await window.press('Control+Z');
    await until('Read again', async () => (await frame.locator(chip).count()) === 1);
    await frame.locator('#comparison > summary').click();
    await until('comparison', async () => (await frame.locator('.host-row').count()) > 0);
    await window.runCommand('File: Save All Files');
    await window.runCommand('Developer: Reload Window');
    const again = await until(
      'assumed persona again',
      async () => {
        const found = await window.webview('#persona .identity', { ms: 5000 }).catch(() => null);
        return found && (await found.locator('h1').innerText()).includes('idea') && found;
      },
      { ms: 40000 },
    );
    assert.match(await again.locator('.identity').innerText(), /as \.claude\/agents\/idea\.md/);
    await window.runCommand('View: Close All Editors');
    await window.openFile(notes, 1, 1);
    await why();
    await rows().filter({ hasText: 'Move to...' }).first().click();
    await having('.claude/agents/idea.md');
    await rows().filter({ hasText: 'Claude Code' }).first().click();
    await until('moved file', () => existsSync(moved) && !existsSync(notes));
    rmSync(moved, { force: true });
    rmSync(path.dirname(notes), { recursive: true, force: true });
  });
});
