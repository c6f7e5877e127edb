// A new agent, step by step in the palette, as a newcomer makes it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { desk, picture } from './desk.mjs';

const themes = ['Light Modern', 'Dark High Contrast', 'Dark Modern'];
const input = '.quick-input-widget input.input';

describe('a new agent, seen', () => {
  let window;
  let file;
  let twin;
  before(async () => {
    const { window: opened, workspace } = await desk();
    window = opened;
    file = path.join(workspace.folder, '.claude/agents/eagle-eye.md');
    twin = path.join(workspace.folder, '.opencode/agent/eagle-eye.md');
    await window.runCommand('View: Close All Editors');
    await window.openFile('.claude/agents/wobbly.md', 1, 1);
  });
  after(async () => {
    await window.press('Escape');
    await window.runCommand('View: Close All Editors');
    for (const made of [file, twin]) rmSync(made, { force: true });
  });

  const rows = () => window.page.locator('.quick-input-list .monaco-list-row');
  /** The step's own heading: lists of two steps may look alike for a moment. */
  const step = async (number) => {
    await until(`step ${number}`, async () => {
      const title = await window.page.locator('.quick-input-title').innerText();
      return title.includes(`(${number}/8)`);
    });
    await sleep(300);
  };
  const next = async (name) => {
    if (picturing) await window.screenshot(picture(`new-agent-${name}-${picturing}`));
    await window.press('Enter');
  };
  let picturing;

  const walk = async (theme, { last }) => {
    picturing = theme;
    await window.runCommand('Dossier: New Agent...');
    await step(1);
    await next('1-role');
    await step(2);
    assert.match(await rows().first().innerText(), /Claude Code/);
    // Programs of agents that are here already are chosen.
    await next('2-hosts');
    await step(3);
    await next('3-place');
    await step(4);
    await window.page.locator(input).fill('careful-reviewer');
    await until('name that is taken', async () =>
      (await window.page.locator('.quick-input-widget').innerText()).includes('already'),
    );
    if (picturing) await window.screenshot(picture(`new-agent-4-taken-${theme}`));
    await window.page.locator(input).fill('eagle-eye');
    await until(
      'name that is free',
      async () =>
        !(await window.page.locator('.quick-input-widget').innerText()).includes('already'),
    );
    await next('4-name');
    await step(5);
    await next('5-description');
    await step(6);
    await next('6-capabilities');
    if (!last) {
      await window.press('Escape');
      return;
    }
    await step(8);
    await next('8-color');
  };
  it('is asked for in steps, and made for the programs that are chosen', async function () {
    this.timeout(150_000);
    for (const theme of themes) {
      await window.chooseTheme(theme);
      await walk(theme, { last: theme === 'Dark Modern' });
    }
    assert.ok(await until('file', () => existsSync(file)));
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^---\nname: eagle-eye\ndescription: Reviews changed code/);
    assert.match(text, /^tools: Read, Glob, Grep$/m);
    assert.match(text, /You review code changes/);
    assert.match(readFileSync(twin, 'utf8'), /^permission:\n {2}'\*': deny\n {2}read: allow$/m);
    await until('its editor', async () => (await window.activeTab())?.startsWith('eagle-eye'));
    await window.screenshot(picture('new-agent-made'));
  });

  it('goes back a step, and keeps the answers', async () => {
    picturing = undefined;
    await window.runCommand('Dossier: New Agent...');
    await step(1);
    await window.page.locator(input).fill('Debugger');
    await window.press('Enter');
    await step(2);
    await window.page
      .locator('.quick-input-widget .quick-input-titlebar .codicon-quick-input-back')
      .click();
    await step(1);
    await window.press('Enter');
    await step(2);
    await window.press('Escape');
  });
});
