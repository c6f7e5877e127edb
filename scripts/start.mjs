#!/usr/bin/env node
// Builds and packages Dossier and opens the examples in a VS Code with a profile of its own, as a user would have it: in the
// desktop program if there is one, else in one that is served to the browser on a local address. Ctrl+C stops it.
//   npm start                        npm start -- --port 3000
//   npm start -- --served            uses the browser version even if there is a desktop VS Code
//   npm start -- --once FILE.png     opens it, takes a screenshot and exits
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, playwrightOf, vscodeHome } from '../test/editor/harness/place.mjs';
import { runServerCommand, startServer } from '../test/editor/harness/server.mjs';
import { until } from '../test/editor/harness/until.mjs';
import { root } from './build/options.mjs';

const asked = optionsOf();
const examples = path.join(root, 'examples');
/** Only what keeps the examples in view: a welcome page, an empty chat and a question of Git would cover them. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.openRepositoryInParentFolders': 'never',
};
const hints = [
  'What to try:',
  '  - Point at the underlined MultiEdit, and press Ctrl+. for its fix.',
  '  - Click Grep in the persona next to the file.',
  '  - F1 "Dossier: Get Started" shows the rest.',
];

const scratch = mkdtempSync(path.join(tmpdir(), 'dossier-start-'));
const profile = {
  userDataDir: path.join(scratch, 'user'),
  extensionsDir: path.join(scratch, 'extensions'),
};
process.once('exit', () => {
  if (!isDesktop) rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
});
/** The desktop program continues when this one has ended. */
let isDesktop = false;

console.log('Building and packaging Dossier ...');
const vsix = path.join(scratch, 'dossier.vsix');
quietly(process.execPath, ['scripts/build.mjs', '--quiet']);
quietly(process.execPath, ['scripts/package.mjs', '--no-build', '--draft', '--out', vsix]);
// A folder that is there before the first extension is installed counts as installed.
cpSync(path.join(root, 'scripts/start'), path.join(profile.extensionsDir, 'dossier.start-1.0.0'), {
  recursive: true,
});

if (asked.once) await pictureOf(path.resolve(asked.once));
else if (asked.served || !openDesktop()) await serve();

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

/** Shows what a program prints only if it fails, and ends with it. */
function quietly(program, words) {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  console.error(`${stdout ?? ''}${stderr ?? ''}`);
  process.exit(status ?? 1);
}

/** The desktop program, if there is one and a display to show it on. */
function openDesktop() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return false;
  const windows = process.platform === 'win32';
  const found = spawnSync(windows ? 'where' : 'which', ['code'], { encoding: 'utf8' });
  if (found.status !== 0) return false;
  isDesktop = true;
  mkdirSync(path.join(profile.userDataDir, 'User'), { recursive: true });
  const file = path.join(profile.userDataDir, 'User/settings.json');
  writeFileSync(file, JSON.stringify(settings, null, 2));
  const folders = ['--user-data-dir', profile.userDataDir];
  folders.push('--extensions-dir', profile.extensionsDir);
  const installing = ['code', [...folders, '--install-extension', vsix]];
  const { status } = spawnSync(...installing, { stdio: 'ignore', shell: windows });
  if (status !== 0) throw new Error('VS Code could not install the extension');
  const opening = [...folders, '--disable-workspace-trust', '--new-window', examples];
  spawn('code', opening, { stdio: 'ignore', detached: true, shell: windows }).unref();
  console.log(['Opening VS Code on the examples.', ...hints].join('\n'));
  return true;
}

/** Starts VS Code with the extension. Its own address is long, so a short one redirects to it. */
async function open(port) {
  const home = vscodeHome();
  await runServerCommand(['--install-extension', vsix], { home, ...profile });
  const server = await startServer({ home, ...profile, settings, isForTests: false });
  const door = createServer((_request, response) => {
    const query = new URLSearchParams({ folder: examples });
    response.writeHead(302, { location: `${server.url}/?${query}` }).end();
  });
  const leave = async () => {
    door.close();
    await server.stop();
  };
  door.listen(port, '127.0.0.1');
  await new Promise((resolve, reject) => {
    door.on('listening', resolve);
    door.on('error', (error) => {
      if (error.code !== 'EADDRINUSE') reject(error);
      else door.listen(0, '127.0.0.1');
    });
  });
  return { home, url: `http://127.0.0.1:${door.address().port}/`, leave };
}

async function serve() {
  console.log('Starting VS Code for the browser (the first time it is installed) ...');
  const { url, leave } = await open(Number(asked.port));
  const end = async () => {
    await leave();
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  console.log([`Open ${url}   (Ctrl+C ends it)`, ...hints].join('\n'));
}

/** What a user sees first: the tabs of the README and the agent, the persona, and the question on the programs. */
async function pictureOf(file) {
  const { home, url, leave } = await open(0);
  const browser = await playwrightOf(home).chromium.launch({
    executablePath: chromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(url);
    const tabs = page.locator('.tab');
    const open = (name) => until(`tab ${name}`, () => tabs.filter({ hasText: name }).count());
    for (const name of ['README.md', 'refactorer.md', 'Persona: refactorer']) await open(name);
    const shown = async () => {
      const counts = page.frames().map((frame) => frame.locator('#persona h1').count());
      return (await Promise.all(counts)).some((count) => count > 0);
    };
    await until('persona', shown);
    const toast = page.locator('.notification-toast').first();
    await toast.waitFor({ timeout: 30_000 });
    await page.screenshot({ path: file });
    const titles = (await tabs.allInnerTexts()).map((text) => text.replaceAll('\n', '')).join(', ');
    console.log(`Open: ${titles}. Picture: ${path.relative(process.cwd(), file)}`);
  } finally {
    await browser.close();
    await leave();
  }
}
