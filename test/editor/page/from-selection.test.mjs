// A new agent out of a text that is there already: what is selected becomes its prompt.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { Walker } from '../walk/walker.mjs';
import { desk, picture } from './desk.mjs';

describe('a new agent from a selection, seen', () => {
  let window;
  let walker;
  let notes;
  let file;
  before(async () => {
    const { window: opened, workspace } = await desk();
    window = opened;
    walker = new Walker(window);
    notes = path.join(workspace.folder, 'how-we-release.md');
    file = path.join(workspace.folder, '.claude/agents/releaser.md');
    writeFileSync(notes, 'Not this.\n\nRead the changelog.\nTag the version.\n\nNor this.\n');
    await window.runCommand('View: Close All Editors');
    await window.openFile(notes, 3, 1);
  });
  after(async () => {
    await window.press('Escape');
    await window.runCommand('View: Close All Editors');
    for (const made of [notes, file]) rmSync(made, { force: true });
  });

  it('has the selected lines for its prompt, and leaves the text where it was', async () => {
    await window.press('Shift+ArrowDown', 'Shift+End');
    await window.runCommand('Dossier: New Agent from Selection...');
    await walker.step(1);
    await walker.sees(walker.palette, 'From the selected text', '2 lines become the prompt');
    await window.screenshot(picture('from-selection'));
    await window.press('Enter');
    await walker.step(2);
    await window.page
      .locator('.quick-input-widget')
      .getByLabel('Choose Programs...')
      .first()
      .click();
    await walker.asks('Which programs');
    await walker.onlyHost('Claude Code');
    await window.press('Enter');
    await walker.step(2);
    await walker.asks('Name of the agent');
    await walker.answer('releaser');
    await window.press('Enter');
    await walker.step(3);
    await window.press('Enter');
    await walker.step(4);
    await walker.answer('Description');
    await window.press('Enter');
    await walker.asks('When should the agent be used?');
    await walker.answer('Use it to release.');
    await window.press('Enter');
    await walker.asks('Press Enter to create releaser');
    await window.press('Enter');
    await until('file', () => existsSync(file));
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^---\nname: releaser\ndescription: Use it to release\.\n/);
    assert.match(text, /\n---\n\nRead the changelog\.\nTag the version\.\n$/);
    assert.match(readFileSync(notes, 'utf8'), /^Not this\.\n\nRead the changelog\./);
  });
});
