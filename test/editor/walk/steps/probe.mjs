// An agent with permission rules: which of them decides about a command.
import assert from 'node:assert/strict';
import { violationsIn } from '../axe.mjs';
import { patiently } from '../walker.mjs';

export const probe = {
  title: 'asks the permissions of an agent what becomes of a command',
  async go(walker) {
    const { window } = walker;
    await makeAgent(walker);
    await walker.toEndOf('  bash: allow');
    for (let n = 0; n < ' allow'.length; n++) await window.press('Backspace');
    for (const rule of ["'*': ask", "'git *': allow", "'git push *': deny"]) {
      // A line below, whatever is offered meanwhile.
      await window.press('Control+Enter');
      await window.type(rule === "'*': ask" ? `  ${rule}` : rule);
      await walker.line(`    ${rule}`);
    }
    await window.press('Escape', 'Control+S');

    const frame = await window.webview('#persona .identity');
    await walker.sees(frame.locator('h1'), 'tidy');
    const asked = frame.locator('#probe-subject');
    await asked.click();
    for (const [command, ...answer] of [
      ['git status', 'Allowed', 'git *: allow'],
      ['make all', 'The user is asked', '*: ask'],
      ['git push --force', 'Denied', 'git push *: deny', 'line 13'],
    ]) {
      await asked.fill('');
      await asked.pressSequentially(command);
      await walker.sees(frame.locator('.answer'), ...answer);
    }
    await walker.shot('permissions');
    await asked.fill('git status && git push --force');
    await walker.sees(frame.locator('.answer'), 'git status', 'Denied');
    await walker.shot('permissions-of-two');
    assert.deepEqual(await violationsIn(frame), []);
  },
};

/** The wizard once more, with all that it proposes but the program. */
async function makeAgent(walker) {
  const { window, page } = walker;
  await page.locator('.sidebar a[aria-label="New Agent..."]').first().click();
  await walker.step(1);
  await walker.answer('Refactoring specialist');
  await window.press('Enter');
  await walker.step(2);
  await page.locator('.quick-input-widget').getByLabel('Choose Programs...').first().click();
  await walker.asks('Which programs');
  await walker.onlyHost('OpenCode');
  await window.press('Enter');
  await walker.step(2);
  await walker.asks('for OpenCode in this project');
  await walker.answer('tidy');
  for (const step of [3, 4]) {
    await window.press('Enter');
    await walker.step(step);
  }
  await window.press('Enter');
  await patiently('its file', async () => (await window.activeTab())?.startsWith('tidy.md'));
}
