#!/usr/bin/env node
// Takes the README's animation in a real VS Code, in light and dark: node scripts/pictures.mjs (after a build). A name is typed
// into an example, its finding and the changed persona appear, and a fix resolves it.
// `images/pictures.json` records what they show, and a test fails when the product shows something else. The walkthrough's
// pictures are drawn: `npm run generate`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServer } from '../test/editor/harness/server.mjs';
import { until } from '../test/editor/harness/until.mjs';
import { openWindow } from '../test/editor/harness/window.mjs';
import { root } from './build/options.mjs';
import { animationOf } from './pictures/apng.mjs';

const folder = path.join(root, 'examples');
const images = path.join(root, 'images');
const themes = { dark: 'Dark Modern', light: 'Light Modern' };
const settings = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.wordWrap': 'on',
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'dossier.programs': ['claude-code', 'vscode', 'opencode'],
};
const viewport = { width: 1280, height: 560 };

/** Each animation: the example, and what is typed where it is missing, so that the typed file is the example. */
const pictures = {
  editor: { file: '.claude/agents/refactorer.md', typed: ', MultiEdit', fix: 'Remove "MultiEdit"' },
};

const textOf = (file) => readFileSync(path.join(folder, file), 'utf8');

/** Line and column, from 1. */
function placeOf(text, word) {
  const before = text.slice(0, text.indexOf(word) + 1).split('\n');
  return [before.length, before.at(-1).length];
}

/** What the command line reports of the file: its findings and its verdicts. */
function reportOf(file) {
  const words = ['dist/cli.js', 'explain', `examples/${file}`, '--format', 'json'];
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`explain ${file} ended with ${status}`);
  return JSON.parse(stdout).files[0].verdicts;
}

/** The texts of a page or a frame that are in view, below the elements that `selector` describes. */
const textsInView = (frame, selector) =>
  frame.evaluate((within) => {
    const found = [];
    for (const element of document.querySelectorAll(within)) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const { top, width } = range.getBoundingClientRect();
        const text = walker.currentNode.textContent.replaceAll('\u00a0', ' ').trim();
        // A command to copy is no text of the product.
        const { parentElement: parent } = walker.currentNode;
        const isCode = parent.closest('code') !== null;
        // What is folded has a width, but is not drawn.
        const isDrawn = width > 0 && top < innerHeight && parent.checkVisibility();
        if (!isCode && text !== '' && isDrawn) found.push(text);
      }
    }
    return found;
  }, selector);

/** The page no longer changes once two pictures of it are the same. */
function settled(page) {
  let before = '';
  return until('a window that no longer changes', async () => {
    const now = (await page.screenshot()).toString('base64');
    const isSame = now === before;
    before = now;
    return isSame;
  });
}

/** The frames of the animation, and the texts in them. */
async function take({ file, typed, fix }, window) {
  const text = textOf(file);
  const frames = [];
  const shown = new Set();
  const [line, column] = placeOf(text, typed);
  await window.openFile(file, line, column);
  await window.runCommand('Dossier: Preview Persona');
  await window.runCommand('View: Close Primary Side Bar');
  const frame = await window.webview('#persona h1');
  await frame.locator('#persona h1').waitFor();
  await window.press('Control+1');
  await window.goTo(line, column);
  await window.putPointerAway();
  const record = async (milliseconds) => {
    frames.push({ png: await window.page.screenshot(), milliseconds });
  };
  const read = async () => {
    await settled(window.page);
    const drawn = '.codelens-decoration, .action-widget .monaco-list-row .title';
    for (const one of await textsInView(window.page, drawn)) shown.add(one);
    for (const one of await textsInView(frame, '#persona')) shown.add(one);
  };
  await read();
  await record(1500);
  for (const part of typed.match(/.{1,2}/g) ?? []) {
    await window.type(part);
    await record(160);
  }
  await window.press('Escape');
  await until('the finding', async () => (await window.squiggles()).warning > 0);
  await until('the changed persona', async () =>
    (await frame.locator('#persona').textContent()).includes('MultiEdit'),
  );
  await read();
  await record(2600);
  await window.press('Control+.');
  const action = window.page.locator('.action-widget .monaco-list-row', { hasText: fix }).first();
  await action.waitFor();
  await read();
  await record(1800);
  await action.click();
  await until(
    'the fix',
    async () => !(await window.visibleText()).join('\n').includes('MultiEdit'),
  );
  await window.putPointerAway();
  await read();
  await record(2200);
  return { frames, texts: shown };
}

/** A copy of the examples, in which nothing is typed yet. */
function folderBefore({ file, typed }) {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'dossier-pictures-'));
  cpSync(folder, copy, { recursive: true });
  writeFileSync(path.join(copy, file), textOf(file).replace(typed, ''));
  return copy;
}

const recorded = {};
for (const [name, picture] of Object.entries(pictures)) {
  const shown = new Set();
  for (const [theme, title] of Object.entries(themes)) {
    const copy = folderBefore(picture);
    const server = await startServer({ settings: { ...settings, 'workbench.colorTheme': title } });
    try {
      const window = await openWindow(server, { folder: copy, extensions: [root], viewport });
      const { frames, texts } = await take(picture, window);
      for (const text of texts) shown.add(text);
      writeFileSync(path.join(images, `${name}-${theme}.png`), animationOf(frames));
      await window.close();
    } finally {
      await server.stop();
      rmSync(copy, { recursive: true });
    }
  }
  const { file } = picture;
  const texts = [...shown].sort();
  recorded[name] = { file, text: textOf(file), verdicts: reportOf(file), texts };
}
writeFileSync(path.join(images, 'pictures.json'), `${JSON.stringify(recorded, null, 2)}\n`);
