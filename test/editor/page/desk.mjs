// One window for all tests of a run: the extension as built, over the tests' workspace.
import path from 'node:path';
import { root } from '../../../scripts/build/options.mjs';
import { startServer } from '../harness/server.mjs';
import { openWindow } from '../harness/window.mjs';
import { makeWorkspace } from '../harness/workspace.mjs';

export const extension = process.env.DOSSIER_EXTENSION ?? root;
/** Whether the extension runs in a worker of the browser. */
export const isWeb = process.env.DOSSIER_WEB === '1';
const onLog = process.env.DOSSIER_VERBOSE
  ? (_type, text) => console.log(text.trimEnd())
  : undefined;
let seated;

async function sitDown() {
  const workspace = makeWorkspace();
  const server = await startServer({ env: { HOME: workspace.home } });
  const { folder } = workspace;
  const window = await openWindow(server, { folder, extensions: [extension], web: isWeb, onLog });
  return { workspace, server, window };
}

/** `{ workspace, server, window }` */
export function desk() {
  seated ??= sitDown();
  return seated;
}

export async function leaveDesk() {
  if (!seated) return;
  const { workspace, server, window } = await seated;
  await window.close();
  await server.stop();
  workspace.dispose();
}

/** Where pictures are kept for people to look at. */
export const picture = (name) => path.join(root, 'out/screenshots', `${name}.png`);

export async function pictureOfFailure(title) {
  const { window } = await desk();
  await window.screenshot(picture(`failed-${title.replaceAll(/\W+/g, '-')}`));
}
