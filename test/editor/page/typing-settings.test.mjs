// Settings and commands as an author types them: the text on the disk is what the list offered, with nothing more.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { desk, isWeb, picture } from './desk.mjs';
import { Typist } from './typist.mjs';

describe('settings and commands, typed', () => {
  let workspace;
  let window;
  let author;
  before(async () => {
    ({ workspace, window } = await desk());
    author = new Typist(window);
    await window.runCommand('View: Close All Editors');
    await author.sitDown('.claude/agents/001.md');
  });
  afterEach(async () => {
    await window.press('Escape');
    await window.runCommand('View: Close All Editors');
  });
  after(() => {
    for (const made of [
      ...['.claude/settings.json', '.claude/commands/tidy.md', '.codex/hooks.json', '.mcp.json'],
      'guards/check.sh',
    ])
      rmSync(path.join(workspace.folder, made), { force: true });
  });

  const open = async (name, text, line, column) => {
    const file = path.join(workspace.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    await window.openFile(file, line, column);
    return async (expected) => {
      await window.press('Escape', 'Control+S');
      await until('the saved file', () => readFileSync(file, 'utf8') !== text);
      assert.equal(readFileSync(file, 'utf8'), expected);
    };
  };

  it('a deny rule from an empty object', async () => {
    if (isWeb) return;
    const saved = await open('.claude/settings.json', '{\n  \n}\n', 2, 3);
    await author.write('"perm⇥permissions⇥');
    await author.write('"den⇥deny⇥');
    await author.type('"Bash');
    await window.screenshot(picture('settings-typed'));
    await saved('{\n  "permissions": { "deny": ["Bash"] }\n}\n');
  });

  it('a value that Claude Code refuses: an error that lists what is lost, and its fix', async () => {
    if (isWeb) return;
    const text = '{\n  "permissions": { "deny": ["Bash"] },\n  "cleanupPeriodDays": "30"\n}\n';
    const saved = await open('.claude/settings.json', text, 3, 26);
    await until('an error', async () => (await window.squiggles()).error > 0);
    await window.screenshot(picture('settings-error'));
    const row = window.page.locator('.action-widget .monaco-list-row', { hasText: '30' });
    await until('the fix', async () => {
      await window.press('Escape', 'Control+.');
      await row.first().waitFor({ timeout: 5000 });
      return true;
    });
    await window.screenshot(picture('settings-fixes'));
    await row.first().click();
    await until('no error', async () => (await window.squiggles()).error === 0);
    await saved(text.replace('"30"', '30'));
  });

  it('a hook in a hook file, whose script does not exist until it is corrected', async () => {
    if (isWeb) return;
    const script = path.join(workspace.folder, 'guards/check.sh');
    mkdirSync(path.dirname(script), { recursive: true });
    writeFileSync(script, 'exit 2\n');
    const text =
      '{\n  "hooks": {\n    "PreToolUse": [{ "hooks": [{ "type": "command", "command": "" }] }]\n  }\n}\n';
    const saved = await open('.codex/hooks.json', text, 3, 65);
    await author.type('bash guards/chek.sh');
    await until('a warning', async () => (await window.squiggles()).warning > 0);
    await window.screenshot(picture('hook-script-missing'));
    await window.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await author.type('c');
    await until('no warning', async () => (await window.squiggles()).warning === 0);
    await saved(text.replace('""', '"bash guards/check.sh"'));
  });

  it('a server', async () => {
    if (isWeb) return;
    const text = '{\n  "mcpServers": {\n    "tickets": {  }\n  }\n}\n';
    const saved = await open('.mcp.json', text, 3, 18);
    await author.write('"com⇥command⇥');
    await author.type('npx');
    await until('no error', async () => (await window.squiggles()).error === 0);
    await window.screenshot(picture('server-typed'));
    await saved(text.replace('{  }', '{ "command": "npx" }'));
  });

  it('a command', async () => {
    if (isWeb) return;
    const saved = await open('.claude/commands/tidy.md', '---\n\n---\n\nTidy up.\n', 2, 1);
    await author.write('argu⇥argument-hint⇥');
    await author.type('folder');
    await saved('---\nargument-hint: "folder"\n---\n\nTidy up.\n');
    assert.equal((await window.squiggles()).error, 0);
  });
});
