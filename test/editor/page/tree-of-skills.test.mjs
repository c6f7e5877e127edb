// Skills and commands in the tree, below the program that reads them, and what can be done with them there.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { freshDesk, openView, picture } from './desk.mjs';

const files = {
  '.claude/agents/reviewer.md':
    '---\nname: reviewer\ndescription: Reviews changes.\n---\nReview.\n',
  '.claude/skills/house-style/SKILL.md':
    '---\nname: house-style\ndescription: House style of the project.\n---\nWrite short sentences.\n',
  '.claude/commands/ship-it.md': '---\ndescription: Ships the project.\n---\nShip it.\n',
  '.opencode/command/broken.md': '---\nagent: {}\n---\nText.\n',
};
const fill = (folder) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
};

describe('skills and commands in the tree', () => {
  let window;
  before(async () => {
    ({ window } = await freshDesk(fill));
    await window.runCommand('View: Close All Editors');
    await openView(window);
  });
  after(() => window.runCommand('View: Show Explorer'));

  const rows = () => window.page.locator('.sidebar .pane-body .monaco-list-row');
  const row = (text) => rows().filter({ hasText: text }).first();

  it('are below their folders', async () => {
    const below = async (folder) => {
      const labels = await rows().evaluateAll((all) =>
        all.map((one) => one.querySelector('.label-name')?.textContent ?? ''),
      );
      return labels[labels.indexOf(folder) + 1];
    };
    for (const [folder, name] of [
      ['.claude/agents', 'reviewer'],
      ['.claude/commands', 'ship-it'],
      ['.claude/skills', 'house-style'],
    ])
      await until(`${name} below ${folder}`, async () => (await below(folder)) === name);
    await window.screenshot(picture('tree-of-skills'));
    assert.match((await row('.claude/skills').getAttribute('aria-label')) ?? '', /1 file/);
  });

  it('open by a press, and are previewed from the menu, which has nothing that is for agents', async () => {
    await row('house-style').click();
    await until('the file', async () =>
      (await window.visibleText()).some((line) => line.includes('House style of the project')),
    );
    await row('house-style').click({ button: 'right' });
    const menu = window.page.locator('.monaco-menu .action-label');
    await menu.first().waitFor();
    const entries = await menu.allInnerTexts();
    await window.screenshot(picture('tree-of-skills-menu'));
    assert.ok(
      entries.some((one) => one.startsWith('Preview')),
      entries.join('\n'),
    );
    assert.deepEqual(
      entries.filter((one) => /Rename|Delete|Duplicate|Make Valid/.test(one)),
      [],
    );
    await window.press('Escape');
  });
});
