#!/usr/bin/env node
// Takes the README's pictures of the examples in a real VS Code, in light and dark: node scripts/pictures.mjs (after a build).
// `images/pictures.json` records what they show, and a test fails when the product shows something else. The walkthrough's
// pictures are drawn: `npm run generate`.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startServer } from '../test/editor/harness/server.mjs';
import { until } from '../test/editor/harness/until.mjs';
import { openWindow } from '../test/editor/harness/window.mjs';
import { root } from './build/options.mjs';

const folder = path.join(root, 'examples');
const images = path.join(root, 'images');
const themes = { dark: 'Dark Modern', light: 'Light Modern' };
const settings = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.wordWrap': 'on',
  'breadcrumbs.enabled': false,
  'dossier.programs': ['claude-code', 'vscode', 'opencode'],
};
const viewport = { width: 1560, height: 760 };

/** Each picture: the example, and the place of which the hover is shown. */
const pictures = {
  editor: { file: '.claude/agents/refactorer.md', word: 'MultiEdit' },
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

async function take(name, { file, word }, window) {
  const [line, column] = placeOf(textOf(file), word);
  await window.openFile(file, line, column);
  await window.runCommand('Dossier: Preview Persona');
  await window.runCommand('View: Close Primary Side Bar');
  const frame = await window.webview('#persona h1');
  await frame.locator('#persona h1').waitFor();
  const shown = new Set();
  for (const [theme, title] of Object.entries(themes)) {
    await window.chooseTheme(title);
    await window.hover(line, column, { keep: true });
    await settled(window.page);
    const place = path.join(images, `${name}-${theme}.png`);
    await window.page.screenshot({ path: place });
    const drawn = '.monaco-hover:not(.hidden) .hover-row .marker, .codelens-decoration';
    for (const text of await textsInView(window.page, drawn)) shown.add(text);
    for (const text of await textsInView(frame, '#persona')) shown.add(text);
    await window.press('Escape');
  }
  return [...shown].sort();
}

const server = await startServer({ settings });
try {
  const recorded = {};
  for (const [name, picture] of Object.entries(pictures)) {
    const window = await openWindow(server, { folder, extensions: [root], viewport });
    try {
      const texts = await take(name, picture, window);
      const { file } = picture;
      recorded[name] = { file, text: textOf(file), verdicts: reportOf(file), texts };
    } finally {
      await window.close();
    }
  }
  const json = `${JSON.stringify(recorded, null, 2)}\n`;
  writeFileSync(path.join(images, 'pictures.json'), json);
} finally {
  await server.stop();
}
