// Converting a folder of agents, and an agent that is dragged to another program in the Agents view.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { freshDesk, openView, picture } from './desk.mjs';

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
    const { window: opened, workspace } = await freshDesk(fill);
    window = opened;
    at = (file) => path.join(workspace.folder, file);
    await window.runCommand('View: Close All Editors');
    await window.runCommand('Notifications: Clear All Notifications');
    // All agents are known when the view lists them.
    await openView(window);
    for (const name of ['mover', 'guarded', 'present']) await rowOf(name).waitFor();
  });
  after(async () => {
    await window.runCommand('View: Close All Editors');
    await window.runCommand('Notifications: Clear All Notifications');
    await window.runCommand('View: Show Explorer');
  });

  /** The row of an agent below Claude Code. */
  const rowOf = (name) =>
    window.page.locator(
      `.sidebar .pane-body .monaco-list-row[aria-label^="${name}, Claude Code:"]`,
    );
  const kiloRow = () =>
    window.page
      .locator('.sidebar .pane-body .monaco-list-row')
      .filter({ hasText: /^Kilo/ })
      .first();
  const tabs = async () => (await window.page.locator('.tab').allInnerTexts()).join('\n');
  /** Drags a row to Kilo, again if the view was just being updated. */
  const dragged = (row, hasEffect) =>
    until('effect of the drag', async () => {
      await row.dragTo(kiloRow(), { timeout: 5000 });
      return until('effect', hasEffect, { ms: 10_000 });
    });

  it('converts a folder: not what could do more, and no file that exists', async () => {
    await window.runCommand('Dossier: Convert Folder...');
    const rows = window.page.locator('.quick-input-list .monaco-list-row');
    await until('programs', async () =>
      (await rows.allInnerTexts()).some((row) => row.includes('OpenCode')),
    );
    await sleep(300);
    // Rows are reused: their text may contain the hidden separator of an earlier list.
    await window.page.locator('.quick-input-list [aria-label="OpenCode"]').first().click();
    await until('the account', async () => (await tabs()).includes('Conversion Account'));
    await until('the reason', async () =>
      (await window.visibleText()).some((line) => line.includes('has nothing like "hooks"')),
    );
    await until('what is left out', async () =>
      (await window.visibleText()).includes('1 agent is refused. 1 file exists and is kept.'),
    );
    await window.page.screenshot({ path: picture('convert-folder') });
    assert.equal(existsSync(at('.opencode/agent/mover.md')), false);
    // The agents of Claude Code that can be converted, and that of Kilo.
    await window.titleAction('Create').click();
    await until('the file', () =>
      /\n {2}'\*': deny\n {2}read: allow\n/.test(
        readFileSync(at('.opencode/agent/mover.md'), 'utf8'),
      ),
    );
    await window.notified('Created 2 files for OpenCode.');
    assert.ok(existsSync(at('.opencode/agent/other.md')));
    assert.equal(existsSync(at('.opencode/agent/guarded.md')), false);
    assert.equal(
      readFileSync(at('.opencode/agent/present.md'), 'utf8'),
      files['.opencode/agent/present.md'],
    );
    await until('no account', async () => !(await tabs()).includes('Conversion Account'));
  });

  it('converts an agent that is dragged to another program', async () => {
    await window.runCommand('Notifications: Clear All Notifications');
    const mover = rowOf('mover');
    await mover.waitFor();
    await kiloRow().waitFor();
    await dragged(mover, async () => (await tabs()).includes('Claude Code to Kilo'));
    await window.page.screenshot({ path: picture('convert-dragged') });
    assert.equal(existsSync(at('.kilo/agent/mover.md')), false);
    await window.titleAction('Create').click();
    await until('the file', () =>
      /\n {2}read: allow\n/.test(readFileSync(at('.kilo/agent/mover.md'), 'utf8')),
    );
    assert.equal(
      readFileSync(at('.claude/agents/mover.md'), 'utf8'),
      files['.claude/agents/mover.md'],
    );
  });

  it('refuses a read-only agent that could change files in the other program', async () => {
    await window.runCommand('Notifications: Clear All Notifications');
    // Kilo merges a file of this name into its own agent, which may change plans.
    writeFileSync(
      at('.claude/agents/plan.md'),
      '---\nname: plan\ndescription: Plans changes.\ntools: Read\n---\n\nPlan.\n',
    );
    await window.runCommand('Dossier: Refresh Agents');
    await rowOf('plan').waitFor();
    const refuse = window.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: 'Do not convert the agent' });
    await dragged(rowOf('plan'), () => refuse.isVisible());
    await window.page.screenshot({ path: picture('convert-refused') });
    await refuse.click();
    const warning = await window.notified('Not converted to Kilo.');
    assert.match(await warning.innerText(), /could do this in Kilo, but not in Claude Code/);
    assert.equal(existsSync(at('.kilo/agent/plan.md')), false);
  });
});
