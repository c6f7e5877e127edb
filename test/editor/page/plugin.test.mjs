// The plugin in VS Code: what its chat offers after "/" is what docs/install.md states. No language model is needed for that.
import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/build/options.mjs';
import { startServer } from '../harness/server.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';
import { makeWorkspace } from '../harness/workspace.mjs';
import { leaveDesk, picture } from './desk.mjs';

describe('the plugin in VS Code', () => {
  let workspace;
  let server;
  let window;
  before(async () => {
    await leaveDesk();
    workspace = makeWorkspace((folder) => writeFileSync(path.join(folder, 'README.md'), '# x\n'));
    const plugin = path.join(workspace.scratch, 'plugin');
    cpSync(path.join(root, 'plugin'), plugin, { recursive: true });
    server = await startServer({
      env: { HOME: workspace.home },
      settings: { 'chat.plugins.paths': { [plugin]: true } },
    });
    window = await openWindow(server, { folder: workspace.folder });
  });
  after(async () => {
    await window?.close();
    await server?.stop();
    workspace?.dispose();
  });

  it('offers its command and its skill', async () => {
    await window.runCommand('Chat: Open Chat');
    const input = window.page.locator('.interactive-input-part .monaco-editor').first();
    await input.click();
    const rows = window.page.locator('.suggest-widget .monaco-list-row');
    const offered = await until('the command', async () => {
      await window.press('ControlOrMeta+a');
      await window.page.keyboard.type('/dos', { delay: 80 });
      await rows.first().waitFor({ timeout: 5000 });
      const labels = await rows.evaluateAll((all) =>
        all.map((one) => one.getAttribute('aria-label') ?? ''),
      );
      return labels.some((label) => label.startsWith('/dossier, ')) && labels;
    });
    await window.screenshot(picture('plugin-vscode'));
    for (const start of [
      '/dossier, Check the agents, skills and commands of this project',
      '/dossier write-agent-files, Facts about the agent files',
    ])
      assert.ok(
        offered.some((label) => label.startsWith(start)),
        offered.join('\n'),
      );
  });
});
