// The table of a plugin in its webview, and the change after which more programs load more of it, by keys.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { violationsIn } from '../walk/axe.mjs';
import { freshDesk, isWeb, picture } from './desk.mjs';

const standard = 'https://agent-plugins.org/schemas/1.0.0/plugin.schema.json';
const files = {
  'README.md': '# Plugins\n',
  'plugins/kit/plugin.json': `${JSON.stringify({ $schema: standard, name: 'kit' }, null, 2)}\n`,
  'plugins/kit/agents/reviewer.md':
    '---\nname: reviewer\ndescription: Use it to review changes.\n---\n\nYou review.\n',
  'plugins/kit/skills/spec/SKILL.md':
    '---\nname: spec\ndescription: How to write a specification.\n---\n\nWrite it.\n',
  'plugins/kit/commands/draft.md':
    '---\ndescription: Writes a specification.\nargument-hint: [topic]\n---\n\nWrite it.\n',
};

const fill = (folder) => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

(isWeb ? describe.skip : describe)('the preview of a plugin, seen', () => {
  let window;
  let folder;
  before(async () => {
    const { window: opened, workspace } = await freshDesk(fill);
    window = opened;
    ({ folder } = workspace);
  });

  const page = () => window.webview('#plugin table');
  const row = async (frame, words) =>
    until(`row ${words}`, async () => {
      const all = await frame.locator('tr').allTextContents();
      return all.map((text) => text.replaceAll(/\s+/g, '')).find((text) => text.includes(words));
    });

  it('shows what each program loads of the only plugin', async () => {
    await window.runCommand('Dossier: Open Plugin Preview');
    const frame = await page();
    const agent = await row(frame, 'agents/reviewer.md');
    assert.match(agent, /kit:reviewer/);
    assert.match(agent, /notloaded/);
    assert.match(await frame.locator('.summary').first().innerText(), /Claude Code: 3 of 3 parts/);
    assert.deepEqual(await violationsIn(frame), []);
    await window.screenshot(picture('plugin-preview'));
  });

  it('opens a file by keys', async () => {
    const frame = await page();
    await frame.locator('button.file', { hasText: 'agents/reviewer.md' }).focus();
    await window.press('Enter');
    await window.page.locator('.tab[aria-label^="reviewer.md"]').first().waitFor();
  });

  it('follows a file that is typed', async () => {
    const frame = await page();
    await window.runCommand('View: Focus Active Editor Group');
    await window.press('ControlOrMeta+Home');
    await window.press('ArrowDown');
    await window.press('End');
    await window.type('-two');
    await row(frame, 'kit:reviewer-two');
    await window.press('ControlOrMeta+z');
    await row(frame, 'kit:reviewer✗');
  });

  it('reports what is typed in a skill of it', async () => {
    await window.openFile('plugins/kit/skills/spec/SKILL.md', 3, 1);
    await window.press('End', 'Enter');
    await window.type('descripton: Again.');
    const [found] = await window.problems({ about: 'descripton' });
    assert.match(found.text, /"descripton" is not a field in (?:Codex|Copilot CLI)/);
    await window.screenshot(picture('plugin-skill-typed'));
    await window.discardEditors();
    await window.press('Control+Shift+M');
  });

  it('shows the change for every program, and makes it', async () => {
    await window.runCommand('View: Close All Editors');
    await window.runCommand('Dossier: Load Plugin in Every Program...');
    const frame = await window.webview('#fix button.primary');
    const changes = await frame.locator('#fix li').allInnerTexts();
    assert.ok(
      changes.includes('Move agents/reviewer.md to com.github.copilot/agents/reviewer.md'),
      changes.join('\n'),
    );
    assert.ok(changes.includes('Create .claude-plugin/plugin.json'), changes.join('\n'));
    assert.deepEqual(await violationsIn(frame), []);
    await window.screenshot(picture('plugin-preview-change'));
    await frame.locator('#fix button.primary').focus();
    await window.press('Enter');
    await until('the manifest', () =>
      existsSync(path.join(folder, 'plugins/kit/.claude-plugin/plugin.json')),
    );
    await row(frame, 'com.github.copilot/agents/reviewer.md✓kit:reviewer');
    await until('no empty folder', () => !existsSync(path.join(folder, 'plugins/kit/agents')));
    const command = path.join(folder, 'plugins/kit/com.github.copilot/commands/draft.md');
    await until('the hint', () =>
      readFileSync(command, 'utf8').includes('argument-hint: "[topic]"'),
    );
    await window.screenshot(picture('plugin-preview-changed'));
  });
});
