// The view of all agents: its rows, its menus, and what a press does.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { desk, openView, picture } from './desk.mjs';

const twin =
  '---\nname: careful-reviewer\ndescription: Reviews changes, the old way.\n---\nReview.\n';

describe('the agents view, seen', () => {
  let window;
  let workspace;
  let file;
  before(async () => {
    ({ window, workspace } = await desk());
    file = path.join(workspace.folder, '.claude/agents/old/careful-reviewer.md');
    await window.runCommand('View: Close All Editors');
    await window.chooseTheme('Dark Modern');
    await openView(window);
  });
  after(async () => {
    rmSync(path.dirname(file), { recursive: true, force: true });
    // Not deleted earlier: a watcher may miss that a file which has just appeared is gone.
    rmSync(path.join(workspace.folder, '.github/agents/stray.agent.md'), { force: true });
    await window.runCommand('View: Show Explorer');
  });

  const rows = () => window.page.locator('.sidebar .pane-body .monaco-list-row');
  const row = (text) => rows().filter({ hasText: text });
  /** The row of an agent below one program. */
  const rowIn = (program, name) =>
    window.page.locator(`.sidebar .pane-body .monaco-list-row[aria-label^="${name}, ${program}:"]`);
  const selected = () =>
    window.page
      .locator('.sidebar .pane-body .monaco-list-row.selected')
      .first()
      .getAttribute('aria-label', { timeout: 1000 })
      .catch(() => null);
  /** The name and the text after it. */
  const read = () =>
    rows().evaluateAll((all) =>
      all.map((one) =>
        ['.label-name', '.label-description']
          .map((part) => one.querySelector(part)?.textContent ?? '')
          .join(' ')
          .trim(),
      ),
    );
  const having = (text) =>
    until(`row ${text}`, async () => {
      const all = await read();
      return all.some((one) => one.includes(text)) && all;
    });

  it('lists the agents below their hosts, with the outcome of files that are not loaded', async () => {
    const all = await having('claude-sonnet-5-5');
    assert.ok(
      all.some((one) => one.startsWith('Claude Code')),
      all.join('\n'),
    );
    assert.ok(all.includes('careful-reviewer claude-sonnet-5-5'), all.join('\n'));
    await window.screenshot(picture('agents-dark'));
    // The list is longer than the window.
    await row('VS Code').first().click();
    await row('VS Code').first().click();
    await window.page.keyboard.press('End');
    const end = await having('painter');
    assert.ok(
      end.some((one) => /^painter does not start \(/.test(one)),
      end.join('\n'),
    );
    await window.page.keyboard.press('Home');
    await having('claude-sonnet-5-5');
  });

  it('labels each row for screen readers', async () => {
    const label = await rowIn('Claude Code', 'careful-reviewer').getAttribute('aria-label');
    assert.match(label, /^careful-reviewer, Claude Code: Loads as written, claude-sonnet-5-5/);
  });

  it('sees a new file, and that the two share a name', async () => {
    mkdirSync(path.dirname(file), { recursive: true });
    // A watcher may miss a file in a folder that is as new as the file.
    const isSeen = async () => {
      writeFileSync(file, twin);
      return (await read()).some((one) => one.includes('same name as'));
    };
    await until('the new file', isSeen, { step: 3000 });
    const all = await having('same name as');
    const sharing = all.filter((one) => one.includes('same name as .claude/agents'));
    assert.ok(sharing.length >= 2, all.join('\n'));
    await row('same name as').first().hover();
    await sleep(1500);
    await window.page.screenshot({ path: picture('agents-shared') });
  });

  /** Waits until no row moves: a click would be on another one. */
  const settled = async () => {
    let last;
    await until(
      'rows that stay',
      async () => {
        const now = (await read()).join('\n');
        const isSame = now === last;
        last = now;
        return isSame;
      },
      { step: 700 },
    );
  };

  /**
   * The items of a row's menu, once it accepts clicks: it ignores them just after it was opened. An editor that is only now ready
   * takes the focus, and the menu closes: then once more.
   */
  const menuOf = (of) => {
    const menu = window.page.locator('.monaco-menu .action-label');
    return until('menu that stays', async () => {
      if ((await menu.count()) > 0) await window.press('Escape');
      await settled();
      await of.click({ button: 'right', timeout: 3000 });
      await menu.first().waitFor({ timeout: 3000 });
      await sleep(500);
      return (await menu.count()) > 0 && menu;
    });
  };

  it('opens a file by a press', async () => {
    await row('half-typed').first().click();
    await until('editor', async () => (await window.activeTab())?.startsWith('half-typed'));
  });

  it('offers what can be done with an agent', async () => {
    const menu = await menuOf(rowIn('Claude Code', 'wobbly'));
    const offered = await menu.allInnerTexts();
    await window.page.screenshot({ path: picture('agents-menu') });
    for (const one of [
      'Open',
      'Preview Persona',
      'Run in Terminal...',
      'Convert...',
      'Compare with Its Copy',
      'Make Valid for Programs...',
      'Open to the Side',
      'Reveal References',
      'Why Is It Missing?',
      'Reveal in Explorer View',
      'Move to Program...',
      'Duplicate...',
      'Rename...',
      'Delete',
      'Copy Name',
      'New Agent Here...',
    ])
      assert.ok(offered.includes(one), `${one} among ${offered.join(', ')}`);
    await menu.filter({ hasText: 'Preview Persona' }).click();
    const frame = await window.webview('#persona h1');
    await until('persona', async () => (await frame.locator('h1').innerText()).includes('wobbly'));
  });

  it('follows the active editor, and leaves it the focus', async () => {
    await window.runCommand('View: Close All Editors');
    await window.openFile('.claude/agents/careful-reviewer.md');
    await until('the row of the file', async () =>
      /^careful-reviewer/.test((await selected()) ?? ''),
    );
    await window.openFile('.claude/agents/half-typed.md');
    await until('the row of the file', async () => /^half-typed/.test((await selected()) ?? ''));
    await window.page.screenshot({ path: picture('agents-follow') });
    // A key reaches the editor.
    const isInEditor = () =>
      window.page.evaluate(() => document.activeElement?.closest('.editor-instance') !== null);
    assert.equal(await isInEditor(), true);
    await window.runCommand('View: Close All Editors');
  });

  it('writes the command that starts an agent into a terminal', async () => {
    const menu = await menuOf(rowIn('Claude Code', 'careful-reviewer').first());
    await menu.filter({ hasText: 'Run in Terminal' }).click();
    await until(
      'terminal',
      async () =>
        (await window.page
          .locator('.terminal-wrapper .xterm-accessibility, .xterm-screen')
          .count()) > 0,
    );
    await sleep(1500);
    await window.page.screenshot({ path: picture('agents-terminal') });
    await window.runCommand('Terminal: Kill All Terminals');
  });

  it('moves an agent to where more programs read it', async () => {
    const stray = path.join(workspace.folder, '.github/agents/team/stray.agent.md');
    const there = path.join(workspace.folder, '.github/agents/stray.agent.md');
    mkdirSync(path.dirname(stray), { recursive: true });
    writeFileSync(stray, '---\nname: stray\ndescription: Strays.\n---\nStray.\n');
    // Only visible rows are in the page, and VS Code does not read this folder.
    await row(/^VS Code$/)
      .first()
      .click();
    await having('stray');
    const menu = await menuOf(row('stray').first());
    await menu.filter({ hasText: 'Move to Recommended Folder' }).click();
    await until('moved file', () => existsSync(there) && !existsSync(stray));
    await until('editor', async () => (await window.activeTab())?.startsWith('stray'));
    await window.runCommand('View: Close All Editors');
    rmSync(path.dirname(stray), { recursive: true, force: true });
    await row(/^VS Code$/)
      .first()
      .click();
  });

  it('makes a new agent in the folder that is pointed at', async () => {
    const menu = await menuOf(row(/^\.claude\/agents\/old$/).first());
    await menu.filter({ hasText: 'New Agent Here' }).click();
    const input = window.page.locator('.quick-input-widget input.input');
    await input.waitFor({ state: 'visible' });
    await input.fill('newcomer');
    await window.press('Enter');
    await until('new agent', async () =>
      (await window.visibleText()).some((line) => line === 'name: newcomer'),
    );
    assert.ok(existsSync(path.join(path.dirname(file), 'newcomer.md')));
    await window.press('Escape', 'Control+S');
    await having('newcomer');
    await window.runCommand('View: Close All Editors');
  });

  /** Gives a row the keyboard focus: a click opens the file, which takes it. */
  const focusRow = async (program, name) => {
    await rowIn(program, name).click();
    await until('editor', async () => (await window.activeTab())?.startsWith(name));
    await window.runCommand('Dossier: Focus on Agents View');
  };

  it('opens the focused agent to the side by Ctrl+Enter', async () => {
    await window.runCommand('View: Close All Editors');
    await focusRow('Claude Code', 'half-typed');
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Control+Enter');
    await until(
      'a second group',
      async () => (await window.page.locator('.editor-group-container').count()) > 1,
    );
    await until('editor', async () => (await window.activeTab())?.startsWith('wobbly'));
    await window.page.screenshot({ path: picture('agents-to-side') });
    await window.runCommand('View: Close All Editors');
  });

  it('duplicates an agent under another name, and deletes the focused one after asking', async () => {
    const copy = path.join(workspace.folder, '.claude/agents/spare.md');
    const menu = await menuOf(rowIn('Claude Code', 'careful-reviewer').first());
    await menu.filter({ hasText: 'Duplicate' }).click();
    const input = window.page.locator('.quick-input-widget input.input');
    await input.waitFor({ state: 'visible' });
    await input.fill('spare');
    await window.press('Enter');
    await until('the copy', () => existsSync(copy));
    assert.match(readFileSync(copy, 'utf8'), /^name: spare$/m);
    await window.runCommand('View: Close All Editors');
    await having('spare');
    // The click selects another row; the arrow key moves only the focus.
    await focusRow('Claude Code', 'half-typed');
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Delete');
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.waitFor({ state: 'visible' });
    assert.match(await dialog.innerText(), /Delete the agent "spare"\?/);
    await window.page.screenshot({ path: picture('agents-delete') });
    await dialog.locator('.monaco-button', { hasText: 'Move to Trash' }).click();
    await until('the file is gone', () => !existsSync(copy));
    await window.runCommand('View: Close All Editors');
  });

  it('lists an agent under each program that reads it, collapsed in those of other folders', async () => {
    const copies = async () => (await read()).filter((one) => one.startsWith('wobbly'));
    assert.equal((await copies()).length, 1);
    // Below Copilot CLI, after its own folder.
    const folder = rows()
      .filter({ hasText: /^\.claude\/agents$/ })
      .nth(1);
    await folder.click();
    await until('another row', async () => (await copies()).length === 2);
    await folder.click();
  });

  it('groups by folder on request, and finds a row by its letters', async () => {
    await window.runCommand('Dossier: Group Agents by Folder');
    await until(
      'folders',
      async () => !(await read()).some((one) => one.startsWith('Claude Code')),
    );
    await window.screenshot(picture('agents-folders'));
    await window.runCommand('Dossier: Filter Agents');
    await window.type('gard');
    await sleep(800);
    await window.page.screenshot({ path: picture('agents-filter') });
    await window.press('Escape');
    await window.runCommand('Dossier: Group Agents by Program');
    await having('Claude Code');
  });

  it('can be read in light', async () => {
    await window.chooseTheme('Light Modern');
    await window.screenshot(picture('agents-light'));
    await window.chooseTheme('Dark Modern');
  });
});
