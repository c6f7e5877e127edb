// A skill as an author writes it: from an empty file by keys, with the list, the findings and the preview.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { desk, isWeb, picture } from './desk.mjs';
import { Typist } from './typist.mjs';

describe('a skill, typed', () => {
  let workspace;
  let window;
  let author;
  let folder;
  before(async () => {
    ({ workspace, window } = await desk());
    author = new Typist(window);
    folder = path.join(workspace.folder, '.claude/skills');
    await window.runCommand('View: Close All Editors');
    await author.sitDown('.claude/agents/001.md');
  });
  after(async () => {
    await window.press('Escape');
    await window.runCommand('View: Close All Editors');
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (name, text, line = 1, column = 1) => {
    const file = path.join(folder, name, 'SKILL.md');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    await window.openFile(file, line, column);
    return file;
  };
  const openShared = async (name, text, line, column) => {
    const file = path.join(workspace.folder, '.github/skills', name, 'SKILL.md');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    await window.openFile(file, line, column);
    return file;
  };
  const look = (name) => window.screenshot(picture(`skill-${name}`));

  it('is what its author meant, with the list accepted where it helps', async () => {
    if (isWeb) return;
    const file = await open('deploy', '---\n\n---\n\nDeploy the project.\n', 2, 1);
    await author.type('des');
    await author.list();
    await look('list-fields');
    await author.write('⇥description⇥Deploys the project.');
    await window.press('End', 'Enter');
    await author.type('disable');
    await author.list();
    await look('list-guards');
    await author.write('-model-invocation: ');
    await author.list();
    await look('list-values');
    await author.write('tr⇥true⇥');
    await author.pause();
    await look('typed');
    await window.press('Escape', 'Control+S');
    await until('saved file', () => readFileSync(file, 'utf8').includes('disable-model-inv'));
    assert.match(
      readFileSync(file, 'utf8'),
      /^---\ndescription: Deploys the project\.\ndisable-model-invocation: true\n---\n/,
    );
    assert.equal((await window.squiggles()).error, 0);
  });

  it('has one row for each field and one finding for each fault next to those of VS Code', async () => {
    if (isWeb) return;
    await window.runCommand('View: Close All Editors');
    // It is found by the name of the file alone.
    rmSync(folder, { recursive: true, force: true });
    await openShared('ship', '---\ndescription: Ships.\n\nversion: 1\n---\n\nShip it.\n', 3, 1);
    await author.type('a');
    const rows = await author.list();
    await look('list-of-vscode');
    assert.deepEqual(rows, [...new Set(rows)]);
    await window.press('Escape', 'Backspace');
    await author.type('user-invocable: no');
    await window.press('Escape');
    const isOurs = ({ text }) => text.includes('Dossier');
    const problems = await until('findings of both', async () => {
      const all = await window.problems({ atLeast: 2, about: 'user-invocable' });
      return all.some(isOurs) && all;
    });
    await look('findings-of-vscode');
    const ours = problems.filter(isOurs);
    assert.deepEqual(
      [problems.length, ours.length, /Copilot CLI rejects the whole file/.test(ours[0].text)],
      [2, 1, true],
    );
    assert.ok(!ours[0].text.includes('VS Code'), ours[0].text);
    await window.press('Control+S');
    rmSync(path.join(workspace.folder, '.github/skills'), { recursive: true, force: true });
  });

  it('is reported where a program drops a field, and previewed', async () => {
    await window.runCommand('View: Close All Editors');
    await open('deploy', '---\ndescription: Ships.\ncontext: forked\n---\n\nShip it.\n', 3, 12);
    await until('a warning', async () => (await window.squiggles()).warning > 0);
    await author.pause();
    await look('warning');
    await window.runCommand('Dossier: Preview Persona');
    await until('the preview', async () => {
      const frame = await window.webview('#persona', { ms: 2000 });
      const text = await frame.locator('body').innerText();
      return text.includes('Users call it as /deploy.') && /^deploy$/m.test(text);
    });
    await look('preview');
  });

  it('shows what each program would send for a call', async () => {
    if (isWeb) return;
    await window.runCommand('View: Close All Editors');
    await open(
      'deploy',
      '---\ndescription: Ships.\nallowed-tools: Bash(git:*)\n---\n\nShip $0 to $1: !`git log $ARGUMENTS` with @notes.md\n',
      6,
      1,
    );
    await window.runCommand('Dossier: Preview Persona');
    const frame = await window.webview('#persona', { ms: 5000 });
    const field = frame.locator('#call-text');
    await field.waitFor();
    await field.fill('/deploy app "the stage"');
    await until('the sent text', async () => {
      const text = await frame.locator('.calls').innerText();
      return (
        text.includes('Ship app to the stage: $ git log app "the stage" with @notes.md') &&
        text.includes('if the permission rules allow it')
      );
    });
    await field.scrollIntoViewIfNeeded();
    await look('call');
  });
});
