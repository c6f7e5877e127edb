// A new plugin and a new marketplace, by keys: a name, a review, and the files.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { freshDesk, isWeb, picture } from './desk.mjs';

const fill = (folder) => writeFileSync(path.join(folder, 'README.md'), '# Plugins\n');
const input = '.quick-input-widget input.input';

(isWeb ? describe.skip : describe)('a new plugin, seen', () => {
  let window;
  let folder;
  before(async () => {
    const { window: opened, workspace } = await freshDesk(fill);
    window = opened;
    ({ folder } = workspace);
  });

  const widget = () => window.page.locator('.quick-input-widget');
  const shows = (words) => until(words, async () => (await widget().innerText()).includes(words));
  const step = async (number) => {
    await until(`step ${number}`, async () => {
      const title = await window.page.locator('.quick-input-title').innerText();
      return title.includes(`(${number}/2)`);
    });
    await sleep(300);
  };
  const tab = (name) => window.page.locator(`.tab.active[aria-label^="${name}"]`).first().waitFor();

  it('needs a plugin for a marketplace', async () => {
    await window.runCommand('Dossier: New Marketplace...');
    await window.notified('No plugin with a manifest was found in this project. Create one first.');
  });

  it('refuses a name, and goes back from the review', async () => {
    await window.runCommand('Dossier: New Plugin...');
    await step(1);
    await window.page.locator(input).fill('Team Tools');
    await shows('Use hyphens instead of spaces: team-tools.');
    await window.screenshot(picture('new-plugin-1-name'));
    await window.page.locator(input).fill('team-tools');
    await sleep(300);
    await window.press('Enter');
    await step(2);
    await shows('plugins/team-tools/.claude-plugin/plugin.json');
    await window.screenshot(picture('new-plugin-2-review'));
    assert.ok(!existsSync(path.join(folder, 'plugins')));
    await widget().locator('.codicon-quick-input-back').click();
    await step(1);
    assert.equal(await window.page.locator(input).inputValue(), 'team-tools');
  });

  it('creates the plugin and opens its skill', async () => {
    await window.press('Enter');
    await step(2);
    await window.press('Enter');
    await tab('SKILL.md');
    const manifest = path.join(folder, 'plugins/team-tools/.claude-plugin/plugin.json');
    await until('the manifest', () => existsSync(manifest));
    assert.equal(JSON.parse(readFileSync(manifest, 'utf8')).name, 'team-tools');
    await window.screenshot(picture('new-plugin-3-created'));
  });

  it('lists it in a new marketplace', async () => {
    await window.runCommand('Dossier: New Marketplace...');
    await step(1);
    await window.page.locator(input).fill('team-plugins');
    await sleep(300);
    await window.press('Enter');
    await step(2);
    await shows('.claude-plugin/marketplace.json');
    await shows('team-tools');
    await window.screenshot(picture('new-marketplace-2-review'));
    await window.press('Enter');
    await tab('marketplace.json');
    const file = path.join(folder, '.claude-plugin/marketplace.json');
    const { plugins } = JSON.parse(readFileSync(file, 'utf8'));
    assert.deepEqual(
      plugins.map(({ name, source }) => [name, source]),
      [['team-tools', './plugins/team-tools']],
    );
    await window.screenshot(picture('new-marketplace-3-created'));
  });

  it('never overwrites a marketplace', async () => {
    await window.runCommand('Dossier: New Marketplace...');
    await window.notified(
      '".claude-plugin/marketplace.json" already exists. Add the plugins to it.',
    );
  });
});
