// Converting an agent to another host, and comparing it with its copy, as a person does it in the palette.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { desk, picture } from './desk.mjs';

describe('an agent converted to another host, seen', () => {
  let window;
  let file;
  let copy;
  before(async () => {
    const { window: opened, workspace } = await desk();
    window = opened;
    file = path.join(workspace.folder, '.claude/agents/mover.md');
    copy = path.join(workspace.folder, '.opencode/agent/mover.md');
    writeFileSync(
      file,
      '---\nname: mover\ndescription: Moves files.\ntools: Read, Edit\n---\n\nMove files.\n',
    );
    await window.runCommand('View: Close All Editors');
    await window.runCommand('Notifications: Clear All Notifications');
    await window.openFile(file, 4, 1);
  });
  after(async () => {
    await window.runCommand('View: Close All Editors');
    await window.runCommand('Notifications: Clear All Notifications');
    for (const one of [file, copy]) rmSync(one, { force: true });
  });

  const rows = () => window.page.locator('.quick-input-list .monaco-list-row');
  const pick = async (text) => {
    await until(`row ${text}`, async () =>
      (await rows().allInnerTexts()).some((row) => row.includes(text)),
    );
    // The list moves once more when it is laid out.
    await sleep(300);
    await rows().filter({ hasText: text }).first().click();
  };
  const tabs = async () => (await window.page.locator('.tab').allInnerTexts()).join('\n');

  it('asks for the host and what to decide, and shows the result with its account', async () => {
    await window.runCommand('Dossier: Convert Agent...');
    await pick('Kilo');
    // "edit" of Kilo also creates files, which the agent cannot do in Claude Code.
    await until('the choice', async () =>
      (await rows().allInnerTexts()).some((row) => row.includes('Grant "edit"')),
    );
    await window.page.screenshot({ path: picture('convert-choice') });
    await window.press('Escape');
    await sleep(300);
    await window.runCommand('Dossier: Convert Agent...');
    await pick('OpenCode');
    await pick('Leave it out');
    await until('the result', async () => (await tabs()).includes('Claude Code to OpenCode'));
    await until('the account', async () => (await tabs()).includes('Conversion Account'));
    await window.page.screenshot({ path: picture('convert-result') });
    assert.equal(existsSync(copy), false);
    await window.titleAction('Create').click();
    await until('the file', () => existsSync(copy));
    const text = readFileSync(copy, 'utf8');
    assert.match(text, /\n {2}'\*': deny\n {2}read: allow\n/);
    assert.doesNotMatch(text, /edit/);
    await until('no result', async () => !(await tabs()).includes('Claude Code to OpenCode'));
  });

  it('compares the agent with its copy, in which what was decided stays', async () => {
    const made = readFileSync(copy, 'utf8');
    const shows = (text) => async () =>
      (await window.visibleText()).some((line) => line.includes(text));
    const title = 'OpenCode and Claude Code';
    const open = async (one) => {
      await window.runCommand('View: Close All Editors');
      await window.openFile(one, 2, 1);
    };
    const compare = async () => {
      await window.runCommand('Dossier: Compare with Its Copy');
      await until('the comparison', async () => (await tabs()).includes(title));
      await until('what was decided', async () =>
        (await window.page.locator('.view-lines').allInnerTexts()).some((text) =>
          text.replaceAll('\u00a0', ' ').includes('Decided at the Conversion'),
        ),
      );
    };
    for (const one of [copy, file]) {
      await open(one);
      // The other file may be one that a watcher has not reported yet.
      await until('a comparison without an update', async () => {
        await compare();
        await window.page.screenshot({ path: picture('convert-decided') });
        const updates = ['Update the Copy', 'Update This Agent'].map((label) =>
          window.titleAction(label).count(),
        );
        return (await Promise.all(updates)).every((count) => count === 0);
      });
    }
    writeFileSync(copy, made.replace('read: allow', 'bash: allow'));
    await open(copy);
    await until('the changed file', shows('bash: allow'));
    await window.runCommand('Dossier: Compare with Its Copy');
    const update = window.titleAction('Update the Copy');
    await update.waitFor();
    await window.page.screenshot({ path: picture('convert-compare') });
    // The agent would lose "Edit", which was left out of the copy only.
    assert.equal(await window.titleAction('Update This Agent').count(), 0);
    await update.click();
    await until('the update', shows('read: allow'));
    await window.runCommand('File: Save');
    await until('the saved file', () => readFileSync(copy, 'utf8') === made);
    assert.match(readFileSync(file, 'utf8'), /tools: Read, Edit/);
  });
});
