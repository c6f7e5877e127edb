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
      ...['.claude-plugin', 'tidy', '.codex/config.toml', '.vscode/mcp.json'],
    ])
      rmSync(path.join(workspace.folder, made), { force: true, recursive: true });
  });

  const open = async (name, text, line, column) => {
    const file = path.join(workspace.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    await window.openFile(file, line, column);
    return async (expected) => {
      await window.press('Escape', 'Control+S');
      await until('the saved file', () => readFileSync(file, 'utf8') === expected).catch(
        () => undefined,
      );
      assert.equal(readFileSync(file, 'utf8'), expected);
    };
  };

  /** Uses the fix whose title has these words, after which there is no error. @param shot the file of a picture of the fixes */
  const fix = async (words, shot) => {
    const row = window.page.locator('.action-widget .monaco-list-row', { hasText: words });
    await until('the fix', async () => {
      await window.press('Escape', 'Control+.');
      await row.first().waitFor({ timeout: 5000 });
      return true;
    });
    if (shot) await window.screenshot(shot);
    await row.first().click();
    await until('no finding', async () => {
      const { error, warning } = await window.squiggles();
      return error + warning === 0;
    });
  };

  it('a deny rule and a hook from an empty file', async () => {
    if (isWeb) return;
    const saved = await open('.claude/settings.json', '', 1, 1);
    await author.accept('settings.json');
    await author.type('Bash(git push:*)');
    await window.press('End', 'ArrowDown', 'End');
    await author.type(',');
    await window.press('Enter');
    await author.write('"hoo⇥hooks⇥');
    await author.write('"Pre⇥PreToolUse⇥');
    await author.write('Edi⇥Edit⇥');
    await window.press('Tab');
    await author.type('exit 2');
    await window.screenshot(picture('settings-hook-typed'));
    await saved(
      '{\n  "permissions": {\n    "deny": ["Bash(git push:*)"]\n  },\n  "hooks": { "PreToolUse": [{ "matcher": "Edit", "hooks": [{ "type": "command", "command": "exit 2" }] }] }\n}\n',
    );
    assert.equal((await window.squiggles()).error, 0);
  });

  it('a deny rule from an empty object', async () => {
    if (isWeb) return;
    const saved = await open('.claude/settings.json', '{\n  \n}\n', 2, 3);
    await author.write('"perm⇥permissions⇥');
    await author.type('Bash');
    await window.screenshot(picture('settings-typed'));
    await saved('{\n  "permissions": { "deny": ["Bash"] }\n}\n');
  });

  it('a value that Claude Code refuses: an error that lists what is lost, and its fix', async () => {
    if (isWeb) return;
    const text = '{\n  "permissions": { "deny": ["Bash"] },\n  "cleanupPeriodDays": "30"\n}\n';
    const saved = await open('.claude/settings.json', text, 3, 26);
    await until('an error', async () => (await window.squiggles()).error > 0);
    await window.screenshot(picture('settings-error'));
    await fix('30', picture('settings-fixes'));
    await saved(text.replace('"30"', '30'));
  });

  it('a deny list under another key: an error, and the fix renames it', async () => {
    if (isWeb) return;
    const text = '{\n  "permissions": {\n    "": ["Bash"]\n  }\n}\n';
    const saved = await open('.claude/settings.json', text, 3, 6);
    await author.type('denied');
    await until('an error', async () => (await window.squiggles()).error > 0);
    await window.screenshot(picture('settings-limit-misspelled'));
    await fix('"deny"');
    await saved(text.replace('""', '"deny"'));
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

  it('a server of Codex: an error until it has what to start', async () => {
    if (isWeb) return;
    const saved = await open('.codex/config.toml', 'model = "gpt-5.5"\n', 2, 1);
    await author.type('\n[mcp_servers.tickets]\n');
    await author.pause();
    await until('an error', async () => (await window.squiggles()).error > 0);
    await window.screenshot(picture('codex-server-begun'));
    await author.write('com⇥command⇥');
    await author.type('npx');
    await until('no error', async () => (await window.squiggles()).error === 0);
    await window.screenshot(picture('codex-server-typed'));
    await saved('model = "gpt-5.5"\n\n[mcp_servers.tickets]\ncommand = "npx"');
  });

  it('a limit of Codex below a table: an error, until the fix moves it above', async () => {
    if (isWeb) return;
    const table = '[mcp_servers.tickets]\ncommand = "npx"\n';
    const saved = await open('.codex/config.toml', table, 3, 1);
    await author.type('sandbox_mode = "read-only');
    await window.press('End');
    await until('an error', async () => (await window.squiggles()).error > 0);
    await window.screenshot(picture('codex-limit-below-table'));
    await fix('Move it');
    await saved(`sandbox_mode = "read-only"\n\n${table}`);
  });

  it('a server of the workspace: an error until its address has a scheme', async () => {
    if (isWeb) return;
    const text = '{\n  "servers": {\n    "tickets": { "type": "http", "url": "" }\n  }\n}\n';
    const saved = await open('.vscode/mcp.json', text, 3, 42);
    await author.type('example.com/mcp');
    await until('an error', async () => (await window.squiggles()).error > 0);
    await window.screenshot(picture('workspace-server-without-scheme'));
    await window.press(...Array.from({ length: 'example.com/mcp'.length }, () => 'ArrowLeft'));
    await author.type('https://');
    await until('no error', async () => (await window.squiggles()).error === 0);
    await window.screenshot(picture('workspace-server'));
    await saved(text.replace('""', '"https://example.com/mcp"'));
  });

  it('the manifest of a plugin, from an empty file', async () => {
    if (isWeb) return;
    const saved = await open('tidy/.claude-plugin/plugin.json', '', 1, 1);
    await author.accept('plugin.json');
    await author.type('tidy');
    await window.press('Tab');
    await author.type('Tidies up.');
    await window.screenshot(picture('manifest-typed'));
    await saved('{\n  "name": "tidy",\n  "description": "Tidies up.",\n  "version": "1.0.0"\n}\n');
    assert.equal((await window.squiggles()).error, 0);
  });

  it('a marketplace, from an empty file: an error until its owner and its plugin exist', async () => {
    if (isWeb) return;
    const saved = await open('.claude-plugin/marketplace.json', '', 1, 1);
    await author.accept('marketplace.json');
    await author.type('team-plugins');
    await window.press('Tab');
    await until('an error', async () => (await window.squiggles()).error > 0);
    await window.screenshot(picture('marketplace-typed'));
    // A name unlike others in the file, which VS Code offers itself.
    await author.type('Ops');
    await window.press('Tab');
    await author.type('tidy');
    await window.press('Tab');
    await author.type('tidy');
    await until('no error', async () => (await window.squiggles()).error === 0);
    await saved(
      '{\n  "name": "team-plugins",\n  "owner": { "name": "Ops" },\n  "plugins": [\n    { "name": "tidy", "source": "./tidy" }\n  ]\n}\n',
    );
  });

  it('a misspelled key of a server: a warning, and the fix corrects it', async () => {
    if (isWeb) return;
    const text =
      '{\n  "mcpServers": {\n    "a": { "command": "npx", "": { "PORT": "1" } }\n  }\n}\n';
    const saved = await open('.mcp.json', text, 3, 31);
    await author.type('enviroment');
    await until('a warning', async () => (await window.squiggles()).warning > 0);
    await window.screenshot(picture('server-key-misspelled'));
    await fix('"env"');
    await saved(text.replace('""', '"env"'));
  });

  it('a plugin that its marketplace does not list: an error, and the fix corrects its name', async () => {
    if (isWeb) return;
    const marketplace = '"team-plugins": { "source": { "source": "directory", "path": "./" } }';
    const text = `{\n  "extraKnownMarketplaces": { ${marketplace} },\n  "enabledPlugins": { "": true }\n}\n`;
    const saved = await open('.claude/settings.json', text, 3, 24);
    await author.type('tidyy@team-plugins');
    await until('an error', async () => (await window.squiggles()).error > 0);
    await window.screenshot(picture('plugin-unlisted'));
    await fix('tidy@team-plugins');
    await saved(text.replace('""', '"tidy@team-plugins"'));
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
