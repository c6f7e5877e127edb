// What a person does with the commands: a new agent from the palette, everything mended at once.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { desk, picture } from './desk.mjs';

const input = '.quick-input-widget input.input';

describe('the commands, seen', () => {
  let window;
  let workspace;
  before(async () => {
    ({ window, workspace } = await desk());
    await window.openFile('.claude/agents/wobbly.md', 4, 1);
  });

  it('make a new agent for the host that is chosen', async () => {
    await window.runCommand('Dossier: New Agent');
    const rows = window.page.locator('.quick-input-list .monaco-list-row');
    const hosts = await until('hosts', async () => {
      const texts = await rows.allInnerTexts();
      return texts.some((text) => text.includes('Claude Code')) && texts;
    });
    await window.screenshot(picture('new-agent'));
    assert.ok(hosts.some((text) => text.includes('OpenCode')));
    await rows.filter({ hasText: 'Claude Code' }).first().click();
    await window.page.locator(input).waitFor({ state: 'visible' });
    await window.page.locator(input).fill('tidy-up');
    await window.press('Enter');
    await until('new agent', async () => (await window.activeTab())?.startsWith('tidy-up'));
    const text = await until('frontmatter', async () => {
      const lines = await window.visibleText();
      return lines.some((line) => line === 'name: tidy-up') && lines;
    });
    assert.equal(text[0], '---');
    const file = path.join(workspace.folder, '.claude/agents/tidy-up.md');
    assert.ok(await until('file', () => existsSync(file)));
    await window.press('Escape');
    await window.runCommand('File: Revert File');
  });

  it('mend everything that is safe to mend', async () => {
    await window.openFile('.claude/agents/wobbly.md', 4, 1);
    await window.runCommand('Dossier: Fix All in File');
    const lines = await until('mended file', async () => {
      const text = await window.visibleText();
      return !text.some((line) => line.includes('MultiEdit')) && text;
    });
    assert.ok(
      lines.some((line) => line.includes('{{PRODUCT}}')),
      'placeholders are the author’s',
    );
    await window.runCommand('File: Revert File');
  });
});
