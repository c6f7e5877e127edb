// Agents in opencode.json, as a person meets them: a lens at each name, and a preview that follows the caret.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { desk, isWeb, picture } from './desk.mjs';

const text = `{
  "agent": {
    "reviewer": {
      "description": "Reviews changes.",
      "prompt": "You review changes.",
      "permission": { "edit": "deny" }
    },
    "writer": {
      "description": "Writes documentation.",
      "prompt": "You write for users."
    }
  }
}
`;

describe('agents in opencode.json, seen', () => {
  let window;
  let file;
  before(async () => {
    const { window: opened, workspace } = await desk();
    window = opened;
    file = path.join(workspace.folder, 'opencode.json');
    await window.runCommand('View: Close All Editors');
    writeFileSync(file, text);
  });
  after(async () => {
    await window.runCommand('View: Close All Editors');
    rmSync(file, { force: true });
  });

  const shows = (name) =>
    until(`the persona of ${name}`, async () => {
      const frame = await window.webview('#persona .identity', { ms: 2000 });
      return (await frame.locator('h1').innerText()) === name;
    });

  it('have a lens each, which opens the preview of that agent', async () => {
    await window.openFile(file, 1, 1);
    const lenses = window.page.locator('.codelens-decoration a', { hasText: 'OpenCode:' });
    await until('two lenses', async () => (await lenses.count()) === 2);
    await window.screenshot(picture('configured-lenses'));
    await lenses.nth(1).click();
    await shows('writer');
    await window.screenshot(picture('configured-preview'));
  });

  it('are shown as the caret moves from one to the other, and after an edit', async () => {
    if (isWeb) return;
    await window.openFile(file, 4, 10);
    await shows('reviewer');
    await window.openFile(file, 9, 10);
    await shows('writer');
    await window.press('Control+Home');
    await shows('reviewer');
  });
});
