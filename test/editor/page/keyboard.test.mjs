// The Agents view and the preview without a mouse.
import assert from 'node:assert/strict';
import { until } from '../harness/until.mjs';
import { freshDesk } from './desk.mjs';
import { writeAgents } from './made-agents.mjs';
import { personaFiles } from './persona-files.mjs';

const quickInput = '.quick-input-widget input.input';

describe('the keyboard alone', () => {
  let window;

  before(async () => {
    const { window: opened } = await freshDesk((empty) => writeAgents(empty, personaFiles));
    window = opened;
    await window.page.evaluate(() => {
      globalThis.mouseEvents = 0;
      for (const kind of ['mousedown', 'pointerdown'])
        document.addEventListener(kind, () => globalThis.mouseEvents++, true);
    });
  });
  afterEach('no mouse was used', async () =>
    assert.equal(await window.page.evaluate(() => globalThis.mouseEvents), 0),
  );

  const input = () => window.page.locator(quickInput);
  const rows = () => window.page.locator('.quick-input-list .monaco-list-row');
  /** A command of the palette. The harness clicks its row instead. */
  const command = async (title) => {
    await until(
      `command ${title}`,
      async () => {
        await window.press('Escape', 'F1');
        await input().waitFor({ state: 'visible', timeout: 3000 });
        await input().fill(`>${title}`);
        const first = rows().first();
        await until('its row', async () => (await first.innerText()).startsWith(title), {
          ms: 4000,
        });
        await window.press('Enter');
        return true;
      },
      { ms: 30000, step: 300 },
    );
  };
  const openTab = (name) =>
    until(`tab ${name}`, async () => (await window.activeTab())?.startsWith(name));

  /** Moves the focus with the arrow keys, as far as the row whose label for screen readers begins with these words. */
  const focusRow = async (label) => {
    await command('Dossier: Focus on Agents View');
    const focused = window.page.locator('.sidebar .monaco-list-row.focused');
    const read = () => focused.evaluateAll(([row]) => row?.getAttribute('aria-label') ?? null);
    await until('a focused row', async () => {
      await window.press('Home');
      return (await read()) !== null;
    });
    await until(
      `row ${label}`,
      async () => {
        if ((await read())?.startsWith(label)) return true;
        await window.press('ArrowDown');
        return false;
      },
      { ms: 20000, step: 50 },
    );
  };

  const frame = () => window.webview('#persona .identity');

  it('opens an agent from the Agents view, and its preview', async () => {
    await focusRow('release-manager, Claude Code');
    await window.press('Enter');
    await openTab('release-manager.md');
    await window.press('Control+1');
    await command('Dossier: Preview Persona');
    const found = await frame();
    assert.equal(await found.locator('h1').innerText(), 'release-manager');
  });

  it('shows the program of the row in the preview', async () => {
    const found = await frame();
    const chosen = () => found.locator('[role=tab][aria-selected=true]').getAttribute('id');
    for (const [program, tab] of [
      ['VS Code', 'tab-vscode'],
      ['Claude Code', 'tab-claude-code'],
    ]) {
      await focusRow(`release-manager, ${program}`);
      await window.press('Enter');
      await until(`tab of ${program}`, async () => (await chosen()) === tab);
      assert.equal(await found.locator('h1').innerText(), 'release-manager');
    }
  });
});
