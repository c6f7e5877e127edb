#!/usr/bin/env node
// Takes the README's screenshots of the examples: node scripts/pictures.mjs (after a build). The walkthrough's pictures
// are drawn: `npm run generate`.
import path from 'node:path';
import { startServer } from '../test/editor/harness/server.mjs';
import { sleep } from '../test/editor/harness/until.mjs';
import { openWindow } from '../test/editor/harness/window.mjs';
import { root } from './build/options.mjs';

const folder = path.join(root, 'examples');
const images = path.join(root, 'images');
const settings = {
  'workbench.colorTheme': 'Dark Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.wordWrap': 'on',
};

async function persona(window, file) {
  await window.openFile(file, 1, 1);
  await window.runCommand('Dossier: Preview Persona');
  await window.runCommand('View: Close Primary Side Bar');
  const frame = await window.webview('#persona h1');
  await frame.locator('#persona h1').waitFor();
  await window.putPointerAway();
  await sleep(2000);
  return frame;
}

async function take(viewport, shoot) {
  const server = await startServer({ settings });
  const window = await openWindow(server, { folder, extensions: [root], viewport });
  try {
    await shoot(window);
  } finally {
    await window.close();
    await server.stop();
  }
}

await take({ width: 1280, height: 760 }, async (window) => {
  await persona(window, '.claude/agents/refactorer.md');
  await window.screenshot(path.join(images, 'editor.png'));
});
await take({ width: 1400, height: 2000 }, async (window) => {
  const frame = await persona(window, '.opencode/agent/release-manager.md');
  const { x, y, width, height: room } = await (await frame.frameElement()).boundingBox();
  const all = await frame.evaluate(() => document.body.scrollHeight);
  const file = path.join(images, 'persona.png');
  await window.page.screenshot({ path: file, clip: { x, y, width, height: Math.min(all, room) } });
});
