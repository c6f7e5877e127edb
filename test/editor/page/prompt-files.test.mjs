// A prompt file of VS Code as an author writes it: from an empty file by keys, next to VS Code's own support.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { desk, isWeb, picture } from './desk.mjs';
import { Typist } from './typist.mjs';

describe('a prompt file, typed', () => {
  let workspace;
  let window;
  let author;
  let folder;
  before(async () => {
    ({ workspace, window } = await desk());
    author = new Typist(window);
    folder = path.join(workspace.folder, '.github/prompts');
    await window.runCommand('View: Close All Editors');
    await author.sitDown('.claude/agents/001.md');
  });
  after(async () => {
    await window.press('Escape');
    await window.runCommand('View: Close All Editors');
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (name, text, line = 1, column = 1) => {
    const file = path.join(folder, `${name}.prompt.md`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
    await window.openFile(file, line, column);
    return file;
  };
  const look = (name) => window.screenshot(picture(`prompt-file-${name}`));

  it('is what its author meant, with each field and value in the list once', async () => {
    if (isWeb) return;
    const file = await open('review', '');
    await author.type('---');
    await window.press('Enter');
    await author.type('des');
    assert.deepEqual(await author.list(), ['description']);
    await look('list-fields');
    await author.write('⇥description⇥Reviews the changes.');
    await window.press('End', 'Enter');
    await author.type('user');
    await author.list();
    await look('list-guard');
    await author.write('⇥user-invocable⇥');
    await author.pause();
    const values = await author.list().catch(() => []);
    assert.deepEqual(values, [...new Set(values)]);
    await window.press('Escape', 'End');
    await author.pause();
    await look('guard');
    await window.press('Home', 'Shift+End', 'Delete');
    await author.type('tools: [to');
    const tools = await author.list();
    await look('list-tools');
    assert.deepEqual(tools, [...new Set(tools)]);
    await author.write('do');
    await window.press('Escape', 'End', 'Enter');
    await author.type('---');
    await window.press('Enter');
    await author.type('Review the changes.');
    await window.press('Control+S');
    await look('typed');
    await until(
      'saved file',
      () =>
        readFileSync(file, 'utf8').includes('Review the changes.\n') ||
        readFileSync(file, 'utf8').endsWith('Review the changes.'),
    );
    assert.match(
      readFileSync(file, 'utf8'),
      /^---\ndescription: Reviews the changes\.\ntools: \[todo\]\n---\nReview the changes\./,
    );
  });

  it('has one finding for each fault, and a preview', async () => {
    if (isWeb) return;
    await window.runCommand('View: Close All Editors');
    await open(
      'check',
      '---\ndescription: Checks.\ncolor: red\nuser-invocable: no\ntools: [todo]\n---\nCheck.\n',
      4,
      19,
    );
    const problems = await window.problems({ atLeast: 1, about: 'user-invocable' });
    await look('findings');
    const ours = problems.filter(({ text }) => text.includes('Dossier'));
    assert.equal(ours.length, 1);
    assert.match(ours[0].text, /VS Code ignores it, so the chat offers the prompt/);
    await window.runCommand('Dossier: Preview Persona');
    await until('the preview', async () => {
      const frame = await window.webview('#persona', { ms: 2000 });
      const text = await frame.locator('body').innerText();
      return (
        text.includes('Users call it as /check.') && text.includes('The only usable tools: todo')
      );
    });
    await look('preview');
  });
});
