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
  let third;
  before(async () => {
    const { window: opened, workspace } = await desk();
    window = opened;
    file = path.join(workspace.folder, '.claude/agents/eagle-eye.md');
    twin = path.join(workspace.folder, '.opencode/agent/eagle-eye.md');
    third = path.join(workspace.folder, '.github/agents/eagle-eye.agent.md');
    await window.runCommand('View: Close All Editors');
    await window.openFile('.claude/agents/wobbly.md', 1, 1);
  });
  after(async () => {
    await window.press('Escape');
    await window.runCommand('View: Close All Editors');
    for (const made of [file, twin, third]) rmSync(made, { force: true });
  });

  /** The step's own heading: lists of two steps may look alike for a moment. */
  const step = async (number) => {
    await until(`step ${number}`, async () => {
      const title = await window.page.locator('.quick-input-title').innerText();
      return title.includes(`(${number}/4)`);
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
    await next('1-purpose');
    await step(2);
    // The name follows from the purpose; the programs are those of agents that are here already.
    assert.equal(await window.page.locator(input).inputValue(), 'reviewer');
    const widget = window.page.locator('.quick-input-widget');
    const shows = async (words) => (await widget.innerText()).includes(words);
    assert.ok(await shows('Claude Code'));
    await window.page.locator(input).fill('careful-reviewer');
    await until('name that is taken', () => shows('already'));
    await until('name that is available', () => shows('"careful-reviewer-2" is available.'));
    if (picturing) await window.screenshot(picture(`new-agent-2-taken-${theme}`));
    await window.page.locator(input).fill('eagle-eye');
    await until('name that is free', async () => !(await shows('already')));
    await next('2-name');
    await step(3);
    await next('3-permissions');
    await step(4);
    await until('review', () => shows('.claude/agents/eagle-eye.md'));
    if (!last) {
      if (picturing) await window.screenshot(picture(`new-agent-4-review-${theme}`));
      await discard();
      return;
    }
    await next('4-review');
  };
  /** A name was typed, so Escape asks; its answer is confirmed by the keyboard. */
  const discard = async () => {
    await window.press('Escape');
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.getByText('Discard the new agent?').waitFor();
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  it('is asked for in steps, and made for the programs that are chosen', async () => {
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
    // VS Code and Copilot CLI read the file of Claude Code, so they get none of their own.
    assert.equal(existsSync(third), false);
    const created = /^Created eagle-eye in \.claude\/agents and \.opencode\/agent\.$/;
    await window.runCommand('Notifications: Show Notifications');
    const message = window.page
      .locator('.notification-list-item-message')
      .filter({ hasText: created });
    const notification = window.page
      .locator('.notifications-center .notification-list-item')
      .filter({ has: message });
    await notification.first().waitFor();
    assert.equal(await notification.first().getByText('Open', { exact: true }).count(), 1);
    await window.screenshot(picture('new-agent-made'));
    await window.runCommand('Notifications: Hide Notifications');
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
    assert.equal(await window.page.locator(input).inputValue(), 'debugger');
    // Nothing was typed that would be lost, so nothing is asked.
    await window.press('Escape');
    await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.equal(await window.page.locator('.monaco-dialog-box').count(), 0);
  });

  it('has a purpose in the words of the author, which Escape does not lose', async () => {
    await window.runCommand('Dossier: New Agent...');
    await step(1);
    await window.page.locator(input).fill('reviews SQL migrations for locks');
    await window.press('Escape');
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.getByText('Discard the new agent?').waitFor();
    await window.press('Escape');
    await step(1);
    assert.equal(await window.page.locator(input).inputValue(), 'reviews SQL migrations for locks');
    await window.press('Enter');
    await step(2);
    assert.equal(await window.page.locator(input).inputValue(), 'sql-migrations-reviewer');
    await discard();
  });
});
