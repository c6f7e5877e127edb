// Converting a folder of agents, and an agent that is dragged to another program in the Agents view.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { desk, openView, picture } from './desk.mjs';

const files = {
  '.claude/agents/mover.md':
    '---\nname: mover\ndescription: Moves files.\ntools: Read\n---\n\nMove files.\n',
  // The hook may block a command, and OpenCode has no hooks in agents.
  '.claude/agents/guarded.md':
    '---\nname: guarded\ndescription: Runs commands.\nhooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./allow.sh\n---\n\nRun commands.\n',
  '.claude/agents/present.md': '---\nname: present\ndescription: Is there.\n---\n\nAnswer.\n',
  '.opencode/agent/present.md': '---\ndescription: Is there already.\n---\n\nAnswer.\n',
  '.kilo/agent/other.md': '---\ndescription: Does something else.\n---\n\nAnswer.\n',
};

const fill = (folder) => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
};

describe('agents converted together and by dragging, seen', () => {
  let window;
  let at;
  before(async () => {
    const { window: opened, workspace } = await desk(fill);
    window = opened;
    at = (file) => path.join(workspace.folder, file);
    await window.runCommand('View: Close All Editors');
    await window.runCommand('Notifications: Clear All Notifications');
  });
  after(async () => {
    await window.runCommand('View: Close All Editors');
    await window.runCommand('Notifications: Clear All Notifications');
    await window.runCommand('View: Show Explorer');
  });

  const tabs = async () => (await window.page.locator('.tab').allInnerTexts()).join('\n');
  const notification = (text) =>
    window.page.locator('.notification-list-item').filter({ hasText: text });
  /** The notification with this text, which is hidden after a while. */
  const notified = async (text) => {
    await until(`notification ${text}`, async () => {
      await window.runCommand('Notifications: Show Notifications');
      return (await notification(text).count()) > 0;
    });
    return notification(text).first();
  };
  const create = (shown) => shown.locator('.monaco-text-button', { hasText: 'Create' }).click();

  it('converts a folder: not what could do more, and no file that exists', async function () {
    this.timeout(120_000);
    await window.runCommand('Dossier: Convert Folder...');
    const rows = window.page.locator('.quick-input-list .monaco-list-row');
    await until('programs', async () =>
      (await rows.allInnerTexts()).some((row) => row.includes('OpenCode')),
    );
    await sleep(300);
    await rows
      .filter({ hasText: /^OpenCode$/ })
      .first()
      .click();
    await until('the account', async () => (await tabs()).includes('Conversion Account'));
    const question = await notified('Create 1 file for OpenCode?');
    const text = await question.innerText();
    assert.match(text, /1 agent is refused\./);
    assert.match(text, /1 file exists and is kept\./);
    const account = await window.visibleText();
    assert.ok(
      account.some((line) => line.includes('has nothing like "hooks"')),
      account.join('\n'),
    );
    await window.page.screenshot({ path: picture('convert-folder') });
    assert.equal(existsSync(at('.opencode/agent/mover.md')), false);
    await create(question);
    await until('the file', () => existsSync(at('.opencode/agent/mover.md')));
    const made = readFileSync(at('.opencode/agent/mover.md'), 'utf8');
    assert.match(made, /\n {2}'\*': deny\n {2}read: allow\n/);
    await notified('Created 1 file for OpenCode.');
    assert.equal(existsSync(at('.opencode/agent/guarded.md')), false);
    assert.equal(
      readFileSync(at('.opencode/agent/present.md'), 'utf8'),
      files['.opencode/agent/present.md'],
    );
    await until('no account', async () => !(await tabs()).includes('Conversion Account'));
  });

  it('converts an agent that is dragged to another program', async function () {
    this.timeout(120_000);
    await window.runCommand('Notifications: Clear All Notifications');
    await openView(window);
    const mover = window.page.locator(
      '.sidebar .pane-body .monaco-list-row[aria-label^="mover, Claude Code:"]',
    );
    const kilo = window.page
      .locator('.sidebar .pane-body .monaco-list-row')
      .filter({ hasText: /^Kilo/ });
    await mover.waitFor();
    await kilo.first().waitFor();
    await mover.dragTo(kilo.first());
    await until('the result', async () => (await tabs()).includes('Claude Code to Kilo'));
    await window.page.screenshot({ path: picture('convert-dragged') });
    assert.equal(existsSync(at('.kilo/agent/mover.md')), false);
    await create(await notified('Create .kilo/agent/mover.md?'));
    await until('the file', () => existsSync(at('.kilo/agent/mover.md')));
    assert.match(readFileSync(at('.kilo/agent/mover.md'), 'utf8'), /\n {2}read: allow\n/);
    assert.equal(
      readFileSync(at('.claude/agents/mover.md'), 'utf8'),
      files['.claude/agents/mover.md'],
    );
  });
});
