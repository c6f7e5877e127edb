// An agent of Cursor in each kind of file that it reads, by keys alone. It reads lines and not YAML, which is reported on the line.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { desk, isWeb, picture } from './desk.mjs';
import { Typist } from './typist.mjs';

const agent = `---
name: reviewer
description: Reviews changes.
model: inherit
readonly: true
is_background: true
---
You review changes.`;

describe('an agent of Cursor, typed', () => {
  let workspace;
  let window;
  let author;
  before(async () => {
    ({ workspace, window } = await desk());
    author = new Typist(window);
    await window.runCommand('View: Close All Editors');
    await author.sitDown('.claude/agents/001.md');
  });

  const open = async (name, text, line = 1, column = 1) => {
    const file = path.join(workspace.folder, '.cursor/agents', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    await window.openFile(file, line, column);
    return file;
  };
  const look = (name) => window.screenshot(picture(`cursor-${name}`));
  const errors = async () => (await window.squiggles()).error;

  for (const ending of ['md', 'mdc', 'markdown'])
    it(`is what its author meant, in a file of the type .${ending}`, async () => {
      if (isWeb) return;
      const file = await open(`typed.${ending}`, '');
      await author.writeLine('---');
      await author.write('na⇥name⇥reviewer');
      await window.press('End', 'Enter');
      await author.write('des⇥description⇥Reviews changes.');
      await window.press('End', 'Enter');
      await author.type('model: ');
      assert.deepEqual(await author.list(), ['inherit', 'fast']);
      await look(`list-model-${ending}`);
      await author.write('in⇥inherit⇥');
      await window.press('Enter');
      await author.type('rea');
      assert.deepEqual(await author.list(), ['readonly']);
      await look(`list-readonly-${ending}`);
      await author.write('d⇥readonly⇥');
      await until('values', async () => (await author.list()).join() === 'true,false');
      await look(`values-${ending}`);
      await author.write('⇥true⇥');
      await window.press('End', 'Enter');
      await author.writeLine('is_background: true');
      await author.write('---');
      await window.press('Enter');
      await author.type('You review changes.');
      await look(`written-${ending}`);
      await window.press('Control+S');
      await until('saved file', () => readFileSync(file, 'utf8') === agent).catch(() => undefined);
      assert.equal(readFileSync(file, 'utf8'), agent);
    });

  it('has the colors of Markdown in a file of the type .mdc', async () => {
    await open('colored.mdc', agent);
    await until('colors', async () => {
      const pieces = await window.tokens(2);
      const colorOf = (part) => pieces.find(({ text }) => text.includes(part))?.color;
      return colorOf('name') !== colorOf('reviewer');
    });
  });

  it('underlines a line that Cursor does not read as YAML, when typing pauses', async () => {
    if (isWeb) return;
    await open('misread.mdc', agent.replace('readonly: true', 'readonly: tru'), 5, 14);
    await author.type('e');
    await author.pause();
    assert.equal(await errors(), 0);
    await author.type(' # really');
    await until('a squiggle', async () => (await errors()) > 0);
    await look('finding');
    const [{ text }] = await window.problems({ about: 'readonly' });
    assert.match(text, /Cursor/);
    await window.press('Control+J');
  });

  it('has a preview', async () => {
    await open('previewed.mdc', agent.replace('reviewer', 'previewed'));
    await window.runCommand('Dossier: Preview Persona');
    await until('the persona', async () => {
      const frame = await window.webview('#persona .identity', { ms: 2000 });
      return (await frame.locator('h1').innerText()) === 'previewed';
    });
    await look('preview');
    await window.runCommand('View: Close All Editors');
  });
});
