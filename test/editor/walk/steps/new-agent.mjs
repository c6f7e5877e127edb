// The wizard, from the button in the empty view to a file.
import { sleep } from '../../harness/until.mjs';
import { patiently } from '../walker.mjs';

export const newAgent = {
  title: 'makes an agent in four steps',
  async go(walker) {
    const { window, page } = walker;
    const step = async (number, asks) => {
      await walker.step(number);
      await walker.asks(asks);
    };
    const next = async (name) => {
      await walker.shot(`new-agent-${name}`);
      await window.press('Enter');
    };
    await page.locator('.sidebar').getByRole('button', { name: 'New Agent', exact: true }).click();
    await step(1, 'What is the agent for?');
    await walker.sees(walker.palette, 'Something else');
    await next('1-purpose');
    await step(2, 'Name of the agent');
    await page.locator('.quick-input-widget').getByLabel('Choose Programs...').first().click();
    await walker.asks('Which programs');
    await walker.sees(walker.palette, 'Claude Code', 'OpenCode', 'VS Code');
    await walker.onlyHost('Claude Code');
    await next('2-programs');
    await step(2, 'for Claude Code in this project');
    await walker.answer('eagle eye');
    await walker.sees(walker.palette, /hyphens instead of spaces: eagle-eye/);
    await walker.shot('new-agent-2-name-refused');
    await walker.answer('eagle-eye');
    await next('2-name');
    await step(3, 'What can the agent do?');
    await walker.sees(walker.palette, 'Read only', 'sufficient for this purpose');
    await next('3-permissions');
    await step(4, 'Press Enter to create eagle-eye');
    await walker.sees(walker.palette, 'Create 1 file', '.claude/agents/eagle-eye.md');
    await walker.sees(walker.palette, 'Claude Code: Read, Glob, Grep');
    await walker.answer('Color');
    await window.press('Enter');
    await walker.asks('Which color?');
    await walker.answer('cyan');
    await next('4-color');
    await walker.asks('Press Enter to create eagle-eye');
    await next('4-review');
    await patiently('its file', async () => (await window.activeTab())?.startsWith('eagle-eye.md'));
    await window.runCommand('Notifications: Show Notifications');
    await walker.sees('.notifications-center', 'Created eagle-eye in .claude/agents.', 'Open');
    await window.runCommand('Notifications: Hide Notifications');
    await walker.line('name: eagle-eye');
    await walker.line('color: cyan');
    await walker.sees('.sidebar', 'eagle-eye');
    await sleep(2000);
    await walker.shot('new-agent-made');
  },
};
