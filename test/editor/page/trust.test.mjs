// An untrusted folder: Dossier reads it, reports what it finds, and runs nothing.
import assert from 'node:assert/strict';
import { startServer } from '../harness/server.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';
import { makeWorkspace } from '../harness/workspace.mjs';
import { extension, picture } from './desk.mjs';

describe('an untrusted folder', () => {
  let server;
  let window;
  let workspace;
  before(async () => {
    workspace = makeWorkspace();
    const settings = { 'security.workspace.trust.startupPrompt': 'never' };
    server = await startServer({ settings, trust: false, env: { HOME: workspace.home } });
    window = await openWindow(server, { folder: workspace.folder, extensions: [extension] });
  });
  after(async () => {
    await window?.close();
    await server?.stop();
    workspace.dispose();
  });

  it('is restricted, and its agents are judged all the same', async () => {
    const bar = await until('Restricted Mode', async () => {
      const items = await window.statusBar();
      return items.some((text) => text.includes('Restricted Mode')) && items;
    });
    assert.ok(bar);
    await window.openFile('.claude/agents/wobbly.md', 4, 1);
    const problems = await window.problems({ atLeast: 1, about: 'Bahs' });
    await window.screenshot(picture('untrusted'));
    assert.ok(problems.some(({ text }) => text.includes('Bahs')));
  });
});
