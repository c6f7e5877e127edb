// An agent of Codex as a table of config.toml, by keys alone, next to settings of the program.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { desk, isWeb, picture } from './desk.mjs';
import { Typist } from './typist.mjs';

const settings = 'model = "gpt-5"\n\n';
const written = `${settings}[agents.tabled]
description = "Reviews changes."
nickname_candidates = ["Ada"]`;

describe('an agent in config.toml, typed', () => {
  let window;
  let author;
  let file;
  before(async () => {
    const { workspace, window: opened } = await desk();
    window = opened;
    author = new Typist(window);
    file = path.join(workspace.folder, '.codex/config.toml');
    mkdirSync(path.dirname(file), { recursive: true });
    await window.runCommand('View: Close All Editors');
    await author.sitDown('.claude/agents/001.md');
  });
  after(async () => {
    await window.runCommand('View: Close All Editors');
    rmSync(file, { force: true });
  });

  const look = (name) => window.screenshot(picture(`table-${name}`));
  const errors = async () => (await window.squiggles()).error;

  it('is what its author meant', async () => {
    if (isWeb) return;
    writeFileSync(file, settings);
    await window.openFile(file, 3, 1);
    await author.type('[agents.tabled]');
    await window.press('Enter');
    await author.type('de');
    await author.list();
    await look('list');
    await author.write('s⇥description⇥Reviews changes.');
    await window.press('End', 'Enter');
    await author.write('ni⇥nickname_candidates⇥Ada');
    await author.pause();
    assert.equal(await errors(), 0);
    await look('written');
    await window.press('Control+S');
    await until('saved file', () => readFileSync(file, 'utf8') === written).catch(() => undefined);
    assert.equal(readFileSync(file, 'utf8'), written);
  });

  it('has a lens, a preview and findings', async () => {
    writeFileSync(file, `${written}\n\n[agents.empty]\nconfig_file = "roles/none.toml"\n`);
    await window.openFile(file, 4, 3);
    await look('opened');
    const lenses = window.page.locator('.codelens-decoration a', { hasText: 'Codex:' });
    await until('two lenses', async () => (await lenses.count()) === 2);
    await until('a squiggle', async () => (await errors()) === 1);
    await look('findings');
    await lenses.first().click();
    await until('the persona', async () => {
      const frame = await window.webview('#persona .identity', { ms: 2000 });
      return (await frame.locator('h1').innerText()) === 'tabled';
    });
    await look('preview');
  });
});
