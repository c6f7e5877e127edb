// Whether a call is allowed, as a person asks it in the palette.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { desk, picture } from './desk.mjs';

describe('whether a call is allowed, seen', () => {
  let window;
  let settings;
  before(async () => {
    const { window: opened, workspace } = await desk();
    window = opened;
    settings = path.join(workspace.folder, '.claude/settings.local.json');
    mkdirSync(path.dirname(settings), { recursive: true });
    const hooks = {
      PreToolUse: [{ matcher: 'Bash', hooks: [{ type: 'command', command: 'true' }] }],
    };
    const deny = ['Bash(git push:*)'];
    writeFileSync(settings, `${JSON.stringify({ permissions: { deny }, hooks }, null, 2)}\n`);
    await window.runCommand('View: Close All Editors');
  });
  after(async () => {
    await window.press('Escape');
    await window.runCommand('View: Close All Editors');
    rmSync(settings, { force: true });
  });

  const rows = () => window.page.locator('.quick-input-list .monaco-list-row');
  const having = (word) =>
    until(`row ${word}`, async () => {
      const all = (await rows().allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
      return all.some((text) => text.includes(word)) && all;
    });

  it('shows the guards of the folder, and how a call is written', async () => {
    await window.runCommand('Dossier: Is a Tool Call Allowed?');
    const all = await having('deny Bash(git push:*)');
    assert.ok(
      all.some((text) => text.includes('Claude Code: denied · ')),
      all.join('\n'),
    );
    assert.ok(
      all.some((text) => text.includes('PreToolUse Bash: true')),
      all.join('\n'),
    );
    await having('WebFetch: https://example.com');
    await window.screenshot(picture('guards-examples'));
  });

  it('answers while a call is typed', async () => {
    await window.type('Bash: git push --force');
    const all = await having('Claude Code: denied');
    assert.ok(
      all.some(
        (text) => text.includes('deny Bash(git push:*)') && text.includes('settings.local.json:4'),
      ),
      all.join('\n'),
    );
    assert.ok(
      all.some((text) => text.includes('Hook: PreToolUse Bash: true')),
      all.join('\n'),
    );
    await window.screenshot(picture('guards-denied'));
  });

  it('goes to the rule', async () => {
    await window.press('Enter');
    await until('caret at the rule', async () =>
      (await window.statusBar()).some((text) => /Ln 4/.test(text)),
    );
  });

  it('follows the settings as they are typed', async () => {
    await window.press('End');
    await sleep(200);
    await window.press('Control+Shift+ArrowLeft');
    await window.runCommand('Dossier: Is a Tool Call Allowed?');
    await having('Bash: git push');
    await window.type('Bash: ls');
    await having('Claude Code: ');
    const all = await having('Hook: PreToolUse Bash');
    assert.ok(!all.some((text) => text.includes('Claude Code: denied')), all.join('\n'));
    await window.press('Escape');
  });
});
