// What a newcomer meets: the pages that lead through the first minutes.
import assert from 'node:assert/strict';
import { sleep, until } from '../harness/until.mjs';
import { desk, picture } from './desk.mjs';

describe('the first minutes, seen', () => {
  let window;
  before(async () => {
    ({ window } = await desk());
    await window.openFile('.claude/agents/wobbly.md', 1, 1);
  });
  after(async () => {
    await window.runCommand('View: Close All Editors');
  });

  it('lead from the first agent to one file for several programs, with pictures', async () => {
    await window.runCommand('Dossier: Get Started');
    const steps = window.page.locator('.gettingStartedContainer .getting-started-step');
    const titles = await until('steps', async () => {
      const all = await steps.allInnerTexts();
      return all.length >= 5 && all;
    });
    for (const title of [
      'Choose your programs',
      'Create an agent',
      'Find problems',
      'Find out why an agent is missing',
    ])
      assert.ok(
        titles.some((text) => text.includes(title)),
        title,
      );
    const drawing = await window.webview('svg');
    assert.match(await drawing.locator('svg').textContent(), /My Programs: Claude Code/);
    for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern']) {
      // The keys for themes do nothing in these pages.
      await window.openFile('.claude/agents/wobbly.md', 1, 1);
      await window.chooseTheme(theme);
      await window.runCommand('Dossier: Get Started');
      await steps.first().waitFor();
      await sleep(500);
      await window.screenshot(picture(`first-minutes-${theme}`));
    }
  });

  for (const [step, button] of [
    ['Choose your programs', 'Choose My Programs'],
    ['Create an agent', 'New Agent'],
    ['Preview the persona', 'Preview Persona'],
    ['Find out why an agent is missing', 'Why Is My Agent Missing?'],
  ])
    it(`${button}: the button opens a list`, async () => {
      await window.runCommand('View: Close All Editors');
      await window.runCommand('Dossier: Get Started');
      const { page } = window;
      await page.locator('.getting-started-step', { hasText: step }).first().click();
      await page.locator('.getting-started-step .monaco-button', { hasText: button }).click();
      const input = page.locator('.quick-input-widget');
      await until(`list of ${button}`, () => input.isVisible());
      await window.press('Escape');
    });

  it('open a copy of the examples in a window of its own', async () => {
    const opened = window.page.context().waitForEvent('page');
    await window.runCommand('Dossier: Open Examples');
    const other = await opened;
    try {
      const folder = new URL(other.url()).searchParams.get('folder');
      assert.match(folder, /\/globalStorage\/dossier\.dossier\/examples$/);
      const tree = other.locator('.explorer-folders-view');
      await until('the examples', async () => {
        const text = await tree.innerText({ timeout: 2000 });
        return text.includes('.claude') && text.includes('README.md');
      });
      await other.screenshot({ path: picture('examples') });
    } finally {
      await other.close();
    }
  });
});
