// Starting an agent from its row, and changing a tool in all copies of an agent, as a person does it.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { desk, leaveDesk, openView, picture } from './desk.mjs';

const head = (fields) => `---\n${fields}\n---\n\nReview the change.\n`;
const files = {
  '.claude/agents/reviewer.md': head(
    'name: reviewer\ndescription: Reviews changes.\ntools: Read, Grep',
  ),
  '.opencode/agent/reviewer.md': head(
    "description: Reviews changes.\npermission:\n  '*': deny\n  read: allow",
  ),
  '.claude/skills/deploy/SKILL.md': '---\ndescription: Deploys.\n---\n\nDeploy $ARGUMENTS.\n',
  '.github/skills/ship it/SKILL.md': '---\ndescription: Ships. Use when asked.\n---\n\nShip it.\n',
  '.github/agents/planner.agent.md': head('name: planner\ndescription: Plans changes.'),
};
/** Few agents: only rows in view have a menu. */
function fill(folder) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

describe('an agent started from its row, seen', () => {
  let window;
  let workspace;
  before(async () => {
    ({ window, workspace } = await desk(fill));
    await window.runCommand('View: Close All Editors');
    await window.runCommand('Notifications: Clear All Notifications');
    await openView(window);
  });
  // The chat stays open: other tests begin with a window of their own.
  after(leaveDesk);

  const rowIn = (program, name) =>
    window.page
      .locator(`.sidebar .pane-body .monaco-list-row[aria-label^="${name}, ${program}:"]`)
      .first();
  /** Selects an item of the menu of a row. A window that is not ready yet closes the menu: then once more. */
  const choose = async (program, name, item) => {
    const entry = window.page.locator('.monaco-menu .action-label', { hasText: item });
    await until(`${item} of ${name}`, async () => {
      await window.press('Escape');
      await rowIn(program, name).click({ button: 'right', timeout: 3000 });
      await entry.first().waitFor({ timeout: 3000 });
      await sleep(500);
      await entry.first().click({ timeout: 2000 });
      return true;
    });
  };
  const rows = () => window.page.locator('.quick-input-list .monaco-list-row');
  const pick = async (text) => {
    const input = window.page.locator('.quick-input-widget input.input');
    await input.waitFor({ state: 'visible' });
    await input.fill(text);
    await until(`row ${text}`, async () =>
      (await rows().allInnerTexts()).some((row) => row.includes(text)),
    );
    await sleep(300);
    await rows().filter({ hasText: text }).first().click();
  };

  it('Run in Terminal writes the command, and only Enter runs it', async () => {
    await choose('Claude Code', 'reviewer', 'Run in Terminal');
    const terminal = window.page.locator('.terminal-wrapper .xterm-rows').first();
    const shown = await until('the command', async () => {
      const text = (await terminal.innerText()).replaceAll('\u00a0', ' ');
      return text.includes('claude --agent reviewer') && text;
    });
    await sleep(1000);
    await window.page.screenshot({ path: picture('run-terminal') });
    const after = (await terminal.innerText()).replaceAll('\u00a0', ' ').trimEnd();
    assert.ok(after.endsWith('claude --agent reviewer'), `${shown}\n${after}`);
    await window.runCommand('Terminal: Kill All Terminals');
  });

  it('Run in Terminal asks for the arguments of a skill', async () => {
    await choose('Claude Code', 'deploy', 'Run in Terminal');
    const input = window.page.locator('.quick-input-widget input.input');
    await input.waitFor({ state: 'visible' });
    await window.page.screenshot({ path: picture('run-skill-arguments') });
    await input.fill('staging now');
    await window.press('Enter');
    const terminal = window.page.locator('.terminal-wrapper .xterm-rows').first();
    await until('the command', async () =>
      (await terminal.innerText())
        .replaceAll('\u00a0', ' ')
        .trimEnd()
        .endsWith("claude '/deploy staging now'"),
    );
    await window.page.screenshot({ path: picture('run-skill') });
    await window.runCommand('Terminal: Kill All Terminals');
  });

  it('Open Chat opens the chat with the agent as its mode', async () => {
    await choose('VS Code', 'planner', 'Open Chat');
    const chat = window.page.locator('#workbench\\.parts\\.auxiliarybar');
    await until('the chat', async () => (await chat.innerText()).includes('planner'));
    await sleep(1500);
    await window.page.screenshot({ path: picture('run-chat') });
  });

  it('Open Chat writes the call of a skill and does not send it', async () => {
    await choose('VS Code', 'ship it', 'Open Chat');
    const input = window.page.locator('.interactive-input-part .view-lines').first();
    await until('the call', async () => {
      const text = (await input.innerText()).replaceAll('\u00a0', ' ');
      return text.trimEnd() === '/ship-it';
    });
    await window.page.screenshot({ path: picture('run-skill-chat') });
  });

  it('a tool is granted in all copies, after a review', async () => {
    await window.openFile('.claude/agents/reviewer.md', 4, 1);
    await window.runCommand('Dossier: Change a Tool in All Copies...');
    await pick('WebSearch');
    await window.page.screenshot({ path: picture('copies-action') });
    await pick('Grant "WebSearch"');
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.waitFor({ state: 'visible' });
    const review = await dialog.innerText();
    assert.match(review, /Grant "WebSearch" in 2 files\?/);
    assert.match(review, /^Changes:$/m);
    assert.match(review, /^\.claude\/agents\/reviewer\.md \(Claude Code\)$/m);
    assert.match(review, /^\.opencode\/agent\/reviewer\.md \(OpenCode\)$/m);
    await window.page.screenshot({ path: picture('copies-review') });
    await dialog.locator('.monaco-button', { hasText: 'Grant' }).click();
    const read = (file) => readFileSync(path.join(workspace.folder, file), 'utf8');
    await until(
      'both files',
      () =>
        read('.claude/agents/reviewer.md').includes('tools: Read, Grep, WebSearch') &&
        read('.opencode/agent/reviewer.md').includes('websearch: allow'),
    );
    await window.page.screenshot({ path: picture('copies-changed') });
  });
});
