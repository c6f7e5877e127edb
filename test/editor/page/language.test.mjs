// The extension in a VS Code that speaks German: VS Code takes our texts for its own places, and our pages have theirs.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/build/options.mjs';
import { startServer } from '../harness/server.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';
import { extension, picture } from './desk.mjs';
import { writeAgents } from './made-agents.mjs';
import { personaFiles } from './persona-files.mjs';

const language = 'de';
const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const titles = read(`package.nls.${language}.json`);
const words = read(`l10n/bundle.l10n.${language}.json`);
const serverWords = read(`l10n/server.l10n.${language}.json`);

/** Words that go beyond the window or their own box, which hides the rest of them. */
const cutOff = (frame) =>
  frame.evaluate(() =>
    [...document.querySelectorAll('button, h1, h2, dt, dd, p, small, label, summary, li, input')]
      .filter((one) => !one.closest('.scrolling, #picture, .visually-hidden, [hidden]'))
      .filter((one) => {
        const { right, width } = one.getBoundingClientRect();
        const hides = getComputedStyle(one).overflowX !== 'visible';
        return width > 0 && (right > innerWidth || (hides && one.scrollWidth > one.clientWidth));
      })
      .map((one) => one.textContent),
  );

describe('the extension in German, seen', () => {
  let folder;
  let server;
  let window;
  before(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-german-')));
    writeAgents(folder, personaFiles);
    server = await startServer({ language });
    window = await openWindow(server, { folder, extensions: [extension] });
    await window.page.locator('.activitybar a[aria-label^="Dossier"]').first().click();
  });
  after(async () => {
    await window.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const announced = (frame) =>
    frame
      .locator('[aria-label]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

  it('names its view and its rows', async () => {
    const view = window.page.locator('.pane-body .monaco-list[aria-label]').first();
    await until('the agents', async () => (await view.innerText()).includes('release-manager'));
    const shown = await window.page.locator('.sidebar').innerText();
    assert.ok(shown.toLowerCase().includes(titles['view.agents'].toLowerCase()), shown);
    const rows = await view
      .locator('[aria-label]')
      .evaluateAll((all) => all.map((one) => one.ariaLabel));
    assert.ok(
      rows.some((row) => /, 3 Agenten$/.test(row)),
      rows.join('\n'),
    );
  });

  it('is in the palette, and shows a persona', async () => {
    await window.openFile('.claude/agents/release-manager.md', 1, 1);
    await window.runCommand(`Dossier: ${titles['command.previewPersona']}`);
    const frame = await window.webview('#persona #tools');
    assert.equal(await frame.locator('html').getAttribute('lang'), language);
    const text = await frame.locator('body').innerText();
    for (const word of ['Works with', 'Delegates to', 'Token cost', 'loads, changed'])
      assert.ok(text.includes(words[word]) && !text.includes(word), `${word}: ${text}`);
    const headline = 'Loads, but not as written.';
    assert.ok(text.includes(serverWords[headline]) && !text.includes(headline), text);
    assert.ok((await announced(frame)).includes(words.Programs));
    await window.screenshot(picture('german-persona'));
  });

  it('keeps its words when the page is worked with', async () => {
    const frame = await window.webview('#persona #tools');
    await frame.locator('#comparison > summary').click();
    await until('the rows', async () => (await frame.locator('.programs').count()) > 0);
    assert.equal(await frame.locator('.titles span').first().textContent(), words.Program);
    assert.equal(
      await frame.locator('mark').first().getAttribute('title'),
      words.Placeholder,
      'words of the page itself',
    );
  });

  it('hides nothing in a narrow panel', async () => {
    await window.page.setViewportSize({ width: 760, height: 900 });
    const frame = await window.webview('#persona #tools');
    await until('narrow', async () => frame.evaluate(() => innerWidth < 400));
    await window.screenshot(picture('german-narrow'));
    assert.deepEqual(await cutOff(frame), []);
    await window.page.setViewportSize({ width: 1400, height: 900 });
  });

  it('draws the graph, with its legend and its boxes', async () => {
    await window.runCommand(`Dossier: ${titles['command.showGraph']}`);
    const frame = await window.webview('#graph #stage .box');
    const shown = await frame.locator('#graph').innerText();
    for (const word of ['call', 'Zoom to Fit', 'Collapse All Folders'])
      assert.ok(shown.includes(words[word]) && !shown.includes(word), `${word}: ${shown}`);
    assert.match(shown, /4 Agenten · \d Aufrufe/);
    assert.ok((await announced(frame)).some((label) => /lead: eingehend, Aufruf/.test(label)));
    await window.screenshot(picture('german-graph'));
    assert.deepEqual(await cutOff(frame), []);
  });
});
