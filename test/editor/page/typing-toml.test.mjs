// A role of Codex written in TOML, by keys alone: the list accepted where it helps, and what is reported meanwhile.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { desk, isWeb, picture } from './desk.mjs';
import { Typist } from './typist.mjs';

const role = `name = "reviewer"
description = "Reviews changes."
model_reasoning_effort = "high"
sandbox_mode = "read-only"
nickname_candidates = ["Ada", "Bob"]
developer_instructions = """
You review changes.
"""

[mcp_servers.docs]
command = "npx"
args = ["docs-server"]`;

describe('a role in TOML, typed', () => {
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
    const file = path.join(workspace.folder, '.codex/agents', `${name}.toml`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    await window.openFile(file, line, column);
    return file;
  };
  const saved = async (file, text) => {
    await window.press('Control+S');
    await until('saved file', () => readFileSync(file, 'utf8') === text).catch(() => undefined);
    assert.equal(readFileSync(file, 'utf8'), text);
  };
  const look = (name) => window.screenshot(picture(`role-${name}`));
  const errors = async () => (await window.squiggles()).error;

  it('is what its author meant, with the list accepted where it helps', async () => {
    if (isWeb) return;
    const file = await open('typed', '');
    for (const [line, name, first] of [
      ['na⇥name⇥reviewer'],
      ['des⇥description⇥Reviews changes.', 'keys', 'de'],
      ['model_re⇥model_reasoning_effort⇥hi⇥high⇥', 'keys-of-models', 'mo'],
      ['sandbox_mode = "rea⇥read-only⇥', 'values', 'sandbox_mode = '],
      ['nickname_candidates = ["Ada", "Bob"]'],
      ['dev⇥developer_instructions⇥You review changes.'],
    ]) {
      if (first !== undefined) {
        await author.type(first);
        await author.list();
        await look(`list-${name}`);
      }
      await author.write(line.slice(first?.length ?? 0));
      await window.press('End', 'Enter');
    }
    // Out of the prompt, whose quotes the list has closed.
    await window.press('Backspace', 'Control+End', 'Enter', 'Enter');
    await author.type('[mc');
    await author.list();
    await look('list-tables');
    await author.write('p⇥mcp_servers⇥.docs]');
    await window.press('End', 'Enter');
    await author.type('co');
    await author.list();
    await look('list-keys-of-table');
    await author.write('m⇥command⇥npx');
    await window.press('End', 'Enter');
    await author.write('args = ["docs-server"]');
    await author.pause();
    await look('written');
    await saved(file, role);
  });

  it('contains only what was typed where nothing is accepted', async () => {
    if (isWeb) return;
    const file = await open('typed-by-hand', '');
    const [head] = role.split('\n\n');
    for (const line of head.split('\n')) await author.writeLine(line);
    await saved(file, `${head}\n`);
  });

  it('has the colors of keys and values', async () => {
    await open('colored', role);
    await until('colors', async () => {
      const pieces = await window.tokens(1);
      const colorOf = (part) => pieces.find(({ text }) => text.includes(part))?.color;
      return colorOf('name') !== colorOf('reviewer');
    });
  });

  it('underlines a wrong value when typing pauses, and no half-typed word', async () => {
    if (isWeb) return;
    const text = 'name = "wrong"\ndescription = "Reviews."\n\ndeveloper_instructions = "You."\n';
    await open('wrong', text, 3, 1);
    await author.type('sandbox_mode = "rea');
    await author.list();
    await author.pause();
    assert.equal(await errors(), 0);
    await author.type('dd');
    await until('a squiggle', async () => (await errors()) > 0);
    await look('finding');
    for (const _ of 'readd') await window.press('Backspace');
    await author.write('re⇥read-only⇥');
    await until('no squiggle', async () => (await errors()) === 0);
  });

  it('explains a key', async () => {
    await open('hovered', role);
    const parts = await window.hover(4, 3, { keep: true });
    await look('hover');
    assert.match(parts.join('\n'), /sandbox_mode.*What commands can change/s);
    await window.press('Escape');
  });

  it('has a preview', async () => {
    await open('previewed', role.replace('"reviewer"', '"previewed"'));
    await window.runCommand('Dossier: Preview Persona');
    await until('the persona', async () => {
      const frame = await window.webview('#persona .identity', { ms: 2000 });
      return (await frame.locator('h1').innerText()) === 'previewed';
    });
    await look('preview');
    await window.runCommand('View: Close All Editors');
  });
});
