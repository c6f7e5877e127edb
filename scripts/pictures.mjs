#!/usr/bin/env node
// Takes the pictures of the README and the walkthrough from the examples: node scripts/pictures.mjs [walkthrough] (after a build)
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from '../test/editor/harness/server.mjs';
import { sleep } from '../test/editor/harness/until.mjs';
import { openWindow } from '../test/editor/harness/window.mjs';
import { root } from './build/options.mjs';
import { smallPng } from './pictures/small-png.mjs';

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

async function take(viewport, shoot, at = folder) {
  const server = await startServer({ settings });
  const window = await openWindow(server, { folder: at, extensions: [root], viewport });
  try {
    await shoot(window);
  } finally {
    await window.close();
    await server.stop();
  }
}

mkdirSync(images, { recursive: true });
const wanted = process.argv[2] ?? 'all';
if (wanted !== 'walkthrough') {
  await readme();
}
await walkthrough();

async function readme() {
  await take({ width: 1280, height: 760 }, async (window) => {
    await persona(window, '.claude/agents/refactorer.md');
    await window.screenshot(path.join(images, 'editor.png'));
  });
  await take({ width: 1400, height: 1640 }, async (window) => {
    const frame = await persona(window, '.opencode/agent/release-manager.md');
    const { x, y, width } = await (await frame.frameElement()).boundingBox();
    const height = await frame.evaluate(() => document.body.scrollHeight);
    const file = path.join(images, 'persona.png');
    await window.page.screenshot({ path: file, clip: { x, y, width, height } });
  });
}

// The walkthrough: small, for every author fetches them with the extension.
async function walkthrough() {
  const steps = path.join(images, 'walkthrough');
  const clip = { x: 0, y: 0, width: 900, height: 440 };
  const settle = () => sleep(1200);
  const scratch = mkdtempSync(path.join(tmpdir(), 'dossier-pictures-'));
  cpSync(folder, scratch, { recursive: true });
  mkdirSync(steps, { recursive: true });
  await take(
    { width: 900, height: 480 },
    async (window) => {
      const shot = async (name) => {
        // Where nothing lights up below it.
        await window.page.mouse.move(880, 420);
        await settle();
        const file = path.join(steps, `${name}.png`);
        await window.page.screenshot({ path: file, clip });
        writeFileSync(file, smallPng(readFileSync(file)));
      };
      const planner = path.join(scratch, '.opencode/agent/migration-planner.md');
      await window.openFile(path.join(scratch, '.claude/agents/refactorer.md'), 1, 1);
      await window.runCommand('View: Close Primary Side Bar');
      await sleep(4000);
      await shot('findings');
      await window.runCommand('Dossier: Preview Persona');
      await (await window.webview('#persona h1')).locator('#persona h1').waitFor();
      await shot('persona');
      await window.runCommand('View: Close All Editors');
      await window.openFile(planner, 1, 1);
      await window.runCommand('Dossier: Why Is My Agent Missing?');
      await settle();
      await window.press('Enter');
      await shot('why');
      await window.press('Escape');
      await window.runCommand('Dossier: Make Valid for Hosts...');
      await settle();
      await window.press('Enter');
      await shot('valid');
      await window.press('Escape');
      await window.runCommand('Dossier: New Agent...');
      for (const answer of ['', '', '', 'eagle-eye', '']) {
        await settle();
        if (answer) await window.type(answer);
        await settle();
        await window.press('Enter');
      }
      await shot('new');
    },
    scratch,
  );
  rmSync(scratch, { recursive: true, force: true });
}
