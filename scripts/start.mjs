#!/usr/bin/env node
// Builds Dossier and opens the examples in VS Code with it: in the desktop program if there is one, else in one that is
// served to the browser on a local address. Ctrl+C stops it.
//   npm start                        npm start -- --port 3000
//   npm start -- --served            uses the browser version even if there is a desktop VS Code
//   npm start -- --once FILE.png     opens an example, shows its diagnostics, takes a screenshot and exits
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../test/editor/harness/server.mjs';
import { sleep, until } from '../test/editor/harness/until.mjs';
import { openWindow } from '../test/editor/harness/window.mjs';
import { root } from './build/options.mjs';

const asked = optionsOf();
const examples = path.join(root, 'examples');

const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

if (asked.once) await pictureOf(path.resolve(asked.once));
else if (asked.served || !openDesktop()) await serve(Number(asked.port));

/** Ends the program with one sentence if the words are no options. */
function optionsOf() {
  const options = {
    once: { type: 'string' },
    port: { type: 'string', default: '3000' },
    served: { type: 'boolean', default: false },
  };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const isWithoutFile = /--once/.test(error.message);
    console.error(
      isWithoutFile ? '--once needs a file: npm start -- --once FILE.png' : error.message,
    );
    process.exit(2);
  }
}

/** The desktop program, if there is one and a display to show it on. */
function openDesktop() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return false;
  const windows = process.platform === 'win32';
  const found = spawnSync(windows ? 'where' : 'which', ['code'], { encoding: 'utf8' });
  if (found.status !== 0) return false;
  console.log('Opening VS Code on the examples.');
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, examples];
  spawn('code', args, { stdio: 'ignore', detached: true, shell: windows }).unref();
  return true;
}

/** The server's own address is long, so a short one redirects to it. */
async function serve(port) {
  console.log(
    'No desktop VS Code here: one is served to the browser (the first time it is installed).',
  );
  const server = await startServer();
  const remote = `vscode-remote://${server.authority}${encodeURI(root)}`;
  const payload = JSON.stringify([['extensionDevelopmentPath', remote]]);
  const query = new URLSearchParams({ folder: examples, payload });
  const door = createServer((_request, response) => {
    response.writeHead(302, { location: `${server.url}/?${query}` }).end();
  });
  const leave = async () => {
    door.close();
    await server.stop();
    process.exit(0);
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  door.on('error', ({ code }) => {
    if (code !== 'EADDRINUSE') throw new Error(`no door at ${port}: ${code}`);
    door.listen(0, '127.0.0.1');
  });
  door.on('listening', () => {
    console.log(`\nDossier is open at http://127.0.0.1:${door.address().port}/   (Ctrl+C ends it)`);
  });
  door.listen(port, '127.0.0.1');
}

/** An example that has diagnostics comes first. */
function exampleAgents() {
  const folders = ['.claude/agents', '.opencode/agent', '.github/agents'];
  return folders
    .map((folder) => path.join(examples, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
    .filter((file) => file.endsWith('.md'));
}

async function pictureOf(file) {
  const [agent, ...others] = exampleAgents();
  if (!agent) throw new Error('there is no example to open');
  const server = await startServer({ settings: { 'problems.decorations.enabled': true } });
  let window;
  try {
    window = await openWindow(server, { folder: examples, extensions: [root] });
    const found = await [agent, ...others].reduce(
      (before, next) => before.then((earlier) => earlier ?? findingsOf(window, next)),
      Promise.resolve(undefined),
    );
    if (!found) throw new Error('Dossier found nothing in any example');
    await window.runCommand('Dossier: Preview Persona');
    const persona = await window.webview('#persona h1');
    await until('persona', () => persona.locator('#persona h1').isVisible());
    // The cursor stays in the file, and after a moment the window no longer changes.
    await sleep(1000);
    await window.screenshot(file);
    console.log(`${found}. Picture: ${path.relative(process.cwd(), file)}`);
  } finally {
    await window?.close();
    await server.stop();
  }
}

async function findingsOf(window, agent) {
  await window.openFile(agent, 1, 1);
  const drawn = async () => {
    const { error, warning, info } = await window.squiggles();
    return error + warning + info > 0 && `${error} errors, ${warning} warnings, ${info} notes`;
  };
  const counts = await until('finding', drawn, { ms: 6000 }).catch(() => undefined);
  return counts && `${path.relative(root, agent)}: ${counts}`;
}
