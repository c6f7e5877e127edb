// The wizard, from the button in the empty view to a file.
import { sleep } from '../../harness/until.mjs';
import { patiently } from '../walker.mjs';

export const newAgent = {
  title: 'makes an agent in eight steps',
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
    await next('1-role');
    await step(2, 'Which hosts');
    await walker.sees(walker.palette, 'Claude Code', 'OpenCode', 'VS Code');
    await walker.onlyHost('Claude Code');
    await next('2-programs');
    await step(3, 'Where should the agent be available?');
    await next('3-place');
    await step(4, 'Enter a name for the agent');
    await window.type('eagle eye');
    await walker.sees(walker.palette, /hyphens/);
    await walker.shot('new-agent-4-name-refused');
    await walker.answer('eagle-eye');
    await next('4-name');
    await step(5, 'When should the agent be used?');
    await next('5-description');
    await step(6, 'What can the agent do?');
    await next('6-capabilities');
    await step(7, 'Which model?');
    await next('7-model');
    await step(8, 'Which color?');
    await walker.answer('cyan');
    await next('8-colour');
    await patiently('its file', async () => (await window.activeTab())?.startsWith('eagle-eye.md'));
    await walker.line('name: eagle-eye');
    await walker.line('color: cyan');
    await walker.sees('.sidebar', 'eagle-eye');
    await sleep(2000);
    await walker.shot('new-agent-made');
  },
};
