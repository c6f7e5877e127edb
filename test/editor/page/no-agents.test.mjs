// The first thing that is seen of Dossier in a project without agents. It runs first, so that the window starts there.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { desk, leaveDesk, openView, picture } from './desk.mjs';

const onlyReadme = (folder) => writeFileSync(path.join(folder, 'readme.md'), '# Nothing here\n');

describe('the agents view of a project without agents', () => {
  let window;
  before(async () => {
    ({ window } = await desk(onlyReadme));
  });
  // A watcher may lose folders that appear in an open window.
  after(leaveDesk);

  it('explains what an agent is and offers to create one', async () => {
    await openView(window);
    const welcome = window.page.locator('.sidebar .welcome-view-content');
    await welcome.getByRole('button', { name: 'New Agent', exact: true }).waitFor();
    await welcome.getByRole('button', { name: 'Learn More', exact: true }).waitFor();
    const text = await welcome.innerText();
    assert.match(text, /No agents in this project yet/);
    assert.match(text, /New Agent/);
    await window.screenshot(picture('agents-none'));
  });
});
