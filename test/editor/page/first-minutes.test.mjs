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

  it('lead from the first agent to one file for several programs, with pictures', async function () {
    this.timeout(120_000);
    await window.runCommand('Dossier: Get Started');
    const steps = window.page.locator('.gettingStartedContainer .getting-started-step');
    const titles = await until('steps', async () => {
      const all = await steps.allInnerTexts();
      return all.length >= 5 && all;
    });
    for (const title of ['Make an agent', 'See what goes wrong', 'Ask why one is missing'])
      assert.ok(
        titles.some((text) => text.includes(title)),
        title,
      );
    await until('picture', () =>
      window.page
        .locator('.gettingStartedContainer img')
        .evaluateAll((all) => all.some((image) => image.naturalWidth > 400)),
    );
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
});
