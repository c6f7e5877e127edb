// The entry of the language status and the inlay hints as they are drawn.
import assert from 'node:assert/strict';
import { until } from '../harness/until.mjs';
import { desk, picture } from './desk.mjs';

describe('the status and the hints, seen', () => {
  let window;
  before(async () => {
    ({ window } = await desk());
    await window.openFile('.claude/agents/001.md', 1, 1);
  });

  it('fits its box, with a visible link', async () => {
    const item = window.page
      .locator('#status\\.languageStatus, .statusbar-item[id*="languageStatus"]')
      .first();
    const entry = window.page
      .locator('.hover-language-status', { hasText: 'Claude Code:' })
      .first();
    await until('the entry', async () => {
      await window.putPointerAway();
      await item.hover();
      await entry.waitFor({ timeout: 2000 });
      return true;
    });
    const link = entry.getByText('Preview Persona');
    await link.waitFor();
    const [box, within] = [await link.boundingBox(), window.page.viewportSize()];
    assert.ok(box && box.x + box.width <= within.width, 'the link is within the window');
    await window.page.screenshot({ path: picture('status') });
    await window.putPointerAway();
  });

  it('has the result of the agent in the status bar, which opens its preview', async () => {
    const entry = window.page.locator('.statusbar-item[id*="dossier.result"]').first();
    await until('the result', async () => /^Claude Code: /.test((await entry.innerText()).trim()));
    await window.page.screenshot({ path: picture('status-bar') });
    await entry.click();
    const page = await window.webview('#persona .identity');
    await page.locator('h1').click();
    assert.match((await entry.innerText()).trim(), /^Claude Code: /);
    await window.runCommand('View: Close All Editors');
    await until('no result', async () => !(await entry.isVisible()));
    await window.openFile('.claude/agents/001.md', 1, 1);
  });

  it('shows the lens and keeps the colors of keys after the file has opened', async () => {
    await window.openFile('.opencode/agent/gardener.md', 1, 1);
    const lens = window.page.locator('.codelens-decoration', { hasText: 'OpenCode:' }).first();
    const colors = new Set();
    await until('the lens', async () => {
      const [key] = await window.tokens(2);
      // Before the grammar is loaded, a line is one piece.
      if (/^\w+$/.test(key?.text ?? '')) colors.add(key.color);
      return lens.isVisible();
    });
    const [key] = await window.tokens(2);
    colors.add(key.color);
    assert.equal(colors.size, 1, [...colors].join());
    const [top, editor] = [
      await lens.boundingBox(),
      await window.page.locator('.editor-instance .monaco-editor').first().boundingBox(),
    ];
    assert.ok(top.y >= editor.y, 'the lens is not scrolled out of view');
  });

  it('keeps a hint on the line of its field while a line is added below it', async () => {
    await window.openFile('.claude/agents/001.md', 4, 1);
    const hintLine = () =>
      window.page.evaluate(() => {
        const lines = [...document.querySelectorAll('.editor-instance .view-line')];
        return (
          lines.find((line) => /\sof\s\d+\stools/.test(line.textContent ?? ''))?.textContent ?? ''
        );
      });
    await until('the hint', async () => /^tools:/.test(await hintLine()));
    await window.press('End');
    // The hint would follow the caret, so it is not there while the caret is at its place.
    await until('no hint at the caret', async () => (await hintLine()) === '');
    await window.press('Enter');
    await window.type('mod');
    const seen = new Set();
    for (let time = 0; time < 20; time++) {
      seen.add((await hintLine()).slice(0, 6));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    seen.delete('');
    assert.deepEqual([...seen], ['tools:']);
    await window.runCommand('File: Revert File');
  });
});
