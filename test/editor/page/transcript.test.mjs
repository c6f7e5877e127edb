// A tour by keys in VS Code, whose messages are recorded and compared like those of the other editors (test/clients/editors).
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { moduleOf } from '../../../scripts/build/declarations.mjs';
import { root } from '../../../scripts/build/options.mjs';
import { stage } from '../../../scripts/package/stage.mjs';
import { startServer } from '../harness/server.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';
import { makeWorkspace } from '../harness/workspace.mjs';
import { picture } from './desk.mjs';
import { writeAgents } from './made-agents.mjs';

const caller = '.claude/agents/caller.md';
const helper = '.claude/agents/helper.md';

/** The extension with a server that is recorded. */
function recordedExtension(folder, transcript) {
  mkdirSync(folder);
  stage(root, folder);
  const door = path.join(folder, 'dist/server.js');
  const server = path.join(folder, 'dist/server.recorded.js');
  renameSync(door, server);
  const recorder = path.join(root, 'test/clients/editors/ipc-recorder.cjs');
  const [program, ...names] = [recorder, server, transcript].map((file) => JSON.stringify(file));
  writeFileSync(door, `require(${program}).record(${names.join(', ')});\n`);
  return folder;
}

describe('a session of VS Code', () => {
  let transcripts;
  let files;
  let workspace;
  let transcript;
  let server;
  let window;

  before(async () => {
    transcripts = await moduleOf("export * from './test/clients/editors/transcript';");
    ({ files } = await moduleOf("export { files } from './test/clients/editors/tour';"));
    workspace = makeWorkspace((folder) => writeAgents(folder, files));
    transcript = path.join(workspace.scratch, 'transcript.jsonl');
    const extension = recordedExtension(path.join(workspace.scratch, 'extension'), transcript);
    server = await startServer({ env: { HOME: workspace.home } });
    window = await openWindow(server, { folder: workspace.folder, extensions: [extension] });
  });
  after(async () => {
    await window?.close();
    await server?.stop();
    workspace?.dispose();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await window?.screenshot(picture('failed-transcript'));
  });

  const read = (file) => readFileSync(path.join(workspace.folder, file), 'utf8');
  const answers = (method) =>
    transcripts
      .answersTo(method, transcripts.readTranscript(transcript))
      .filter((answer) => answer !== null && answer !== undefined);
  const answered = (method, isMeant = () => true) =>
    until(`answer to ${method}`, () => answers(method).some(isMeant));

  it('shows what is found when a file is opened', async () => {
    await window.openFile(caller, 2, 13);
    await until('squiggles', async () => (await window.squiggles()).warning > 0);
    const lens = window.page.locator('.codelens-decoration', { hasText: 'Claude Code' });
    await lens.first().waitFor();
    for (const method of ['inlayHint', 'documentColor', 'documentSymbol'])
      await answered(`textDocument/${method}`);
  });

  it('completes a typed key', async () => {
    await window.press('End', 'Enter');
    await window.page.keyboard.type('maxT', { delay: 60 });
    const focused = window.page.locator('.suggest-widget.visible .monaco-list-row.focused');
    await until('maxTurns', async () => (await focused.innerText()).includes('maxTurns'));
    await window.press('Tab');
    await until('the key', async () =>
      (await window.visibleText()).some((line) => line.startsWith('maxTurns: ')),
    );
    await window.press('Escape', 'Escape');
  });

  it('explains under the caret', async () => {
    const parts = await window.hover(5, 24);
    assert.match(parts.join('\n'), /"MultiEdit" was removed from Claude Code/);
  });

  it('applies a quick fix', async () => {
    await window.goTo(5, 24);
    const row = window.page.locator('.action-widget .monaco-list-row', { hasText: 'MultiEdit' });
    await until('the quick fix', async () => {
      await window.press('Escape', 'Control+.');
      await row.first().waitFor({ timeout: 5000 });
      return true;
    });
    await row.first().click();
    await until('the fixed line', async () =>
      (await window.visibleText()).every((line) => !line.includes('MultiEdit')),
    );
  });

  it('renames an agent in its file and where it is called', async () => {
    await window.goTo(5, 16);
    const input = window.page.locator('.rename-box input');
    await until('the name', async () => {
      await window.press('F2');
      await input.waitFor({ timeout: 5000 });
      return true;
    });
    assert.equal(await input.inputValue(), 'helper');
    await input.fill('other');
    await window.press('Enter');
    await until('the call', async () =>
      (await window.visibleText()).some((line) => line.includes('Agent(other)')),
    );
    await window.runCommand('File: Save All Files');
    await until('saved files', () => !read(helper).includes('name: helper'));
    assert.equal(read(helper), files[helper].replace('name: helper', 'name: other'));
    assert.match(read(caller), /^maxTurns: .*\n/m);
    assert.match(read(caller), /^tools: Agent\(other\)/m);
  });

  it('has the stored transcript', () => {
    const { version } = JSON.parse(
      readFileSync(path.join(server.home, 'vscode/package.json'), 'utf8'),
    );
    const recorded = transcripts.readTranscript(transcript);
    assert.ok(answers('textDocument/completion').length > 0);
    transcripts.compareTranscript(`vscode-${version.split('.').slice(0, 2).join('.')}`, recorded);
  });
});
