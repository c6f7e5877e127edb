// One window for all tests of a run: the extension as built, over the tests' workspace or over files of a test.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/build/options.mjs';
import { startServer } from '../harness/server.mjs';
import { openWindow } from '../harness/window.mjs';
import { fillWorkspace, makeWorkspace } from '../harness/workspace.mjs';

export const extension = process.env.DOSSIER_EXTENSION ?? root;
/** Whether the extension runs in a worker of the browser. */
export const isWeb = process.env.DOSSIER_WEB === '1';
const onLog = process.env.DOSSIER_VERBOSE
  ? (_type, text) => console.log(text.trimEnd())
  : undefined;

/** `{ workspace, server, window }`, and which files are in the folder of the workspace. */
let seated;
let filledBy;

async function sitDown(fill) {
  const workspace = makeWorkspace(fill);
  const server = await startServer({ env: { HOME: workspace.home } });
  const { folder } = workspace;
  const window = await openWindow(server, { folder, extensions: [extension], web: isWeb, onLog });
  return { workspace, server, window };
}

/** Replaces every file while the window stays open. What earlier tests left open is closed. */
async function refill({ workspace: { folder }, window }, fill) {
  await window.runCommand('View: Close All Editors');
  for (const name of readdirSync(folder))
    rmSync(path.join(folder, name), { recursive: true, force: true });
  fill(folder);
  // A watcher may miss files in folders that are as new as they are.
  await window.runCommand('Dossier: Refresh Agents');
}

/**
 * The window, over a folder with these files: a start of VS Code takes longer than most tests.
 * @param fill writes the files into the empty folder; the same function stands for the same files.
 * @returns `{ workspace, server, window }`
 */
export async function desk(fill = fillWorkspace) {
  const isOpen = seated !== undefined;
  seated ??= sitDown(fill);
  const seat = await seated;
  if (isOpen && filledBy !== fill) await refill(seat, fill);
  filledBy = fill;
  return seat;
}

/** A new window: for tests of what happens once, or that follow files which earlier tests have deleted. */
export async function freshDesk(fill = fillWorkspace) {
  await leaveDesk();
  return desk(fill);
}

export async function leaveDesk() {
  if (!seated) return;
  const { workspace, server, window } = await seated;
  seated = undefined;
  await window.close();
  await server.stop();
  workspace.dispose();
}

/** The picture in the activity bar comes when the extensions are known. */
export const openView = (window) =>
  window.page.locator('.activitybar a[aria-label^="Dossier"]').first().click();

/** Where pictures are kept for people to look at. */
export const picture = (name) =>
  path.join(root, 'out/screenshots', isWeb ? 'web' : '', `${name}.png`);

/**
 * A picture of the window. Neither a dialog nor changed files stay open for the tests that follow.
 * @returns what the window showed, in words: a run on another machine has no pictures.
 */
export async function afterFailure(title) {
  if (!seated) return '';
  const { window } = await seated;
  await window.screenshot(picture(`failed-${title.replaceAll(/\W+/g, '-')}`));
  const tabs = await window.page.locator('.editor-group-container .tab').allInnerTexts();
  const notices = await window.notifications();
  const dialog = await window.cancelDialog();
  await window.discardEditors().catch(({ message }) => console.log(message));
  const shown = { tabs, notices, ...(dialog && { dialog }) };
  return `the window: ${JSON.stringify(shown)}`;
}
