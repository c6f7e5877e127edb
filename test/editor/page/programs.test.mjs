// The question on first run, and the list in which the user selects and orders programs.
import assert from 'node:assert/strict';
import { until } from '../harness/until.mjs';
import { freshDesk, picture } from './desk.mjs';

describe('the programs of the user, seen', () => {
  let window;
  const messages = () =>
    window.page.locator('.notifications-center .notification-list-item-message').allInnerTexts();
  const question = /you seem to use Claude Code, OpenCode, and VS Code/;

  before(async () => {
    ({ window } = await freshDesk());
    await window.openFile('.claude/agents/careful-reviewer.md', 1, 1);
  });

  it('are confirmed by a notification, which is answered once', async () => {
    await until('the question', async () => {
      await window.runCommand('Notifications: Show Notifications');
      return (await messages()).some((text) => question.test(text));
    });
    await window.page.screenshot({ path: picture('programs-question') });
    const notification = window.page.locator('.notification-list-item', { hasText: question });
    for (const action of ['Use These', 'Change...', 'Not Now'])
      assert.equal(await notification.getByText(action, { exact: true }).count(), 1, action);
    await notification.getByText('Not Now', { exact: true }).click();
    await until('an answer', async () => (await notification.count()) === 0);
    await window.openFile('.opencode/agent/gardener.md', 1, 1);
    await window.runCommand('Notifications: Show Notifications');
    assert.ok(!(await messages()).some((text) => question.test(text)));
  });

  it('are ordered by the keyboard alone, in the order of their selection', async () => {
    await window.runCommand('Dossier: Choose My Programs...');
    const title = window.page.locator('.quick-input-titlebar');
    const shows = (text) =>
      until(text, async () => (await title.innerText()).replaceAll('\u00a0', ' ').includes(text));
    await shows('My Programs: Claude Code, OpenCode, VS Code');
    await window.press('ArrowDown', 'Space');
    await shows('My Programs: OpenCode, VS Code');
    await window.press('Space');
    await shows('My Programs: OpenCode, VS Code, Claude Code');
    await window.page.screenshot({ path: picture('programs-order') });
    await window.press('Escape');
  });
});
