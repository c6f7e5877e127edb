// A VS Code server of our own: one user-data folder, any number of windows.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packFor } from './language.mjs';
import { nodeOf, serverOf, vscodeHome } from './place.mjs';
import { sleep, until } from './until.mjs';

// Nothing that moves, asks or looks elsewhere while a test runs.
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'npm.autoDetect': 'off',
  // Drawn as text, which a test can read.
  'terminal.integrated.gpuAcceleration': 'off',
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
};

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function writeSettings(userDataDir, settings) {
  const file = path.join(userDataDir, 'User/settings.json');
  mkdirSync(path.dirname(file), { recursive: true });
  const had = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, JSON.stringify({ ...had, ...settings }, null, 2));
}

/** @param options `isForTests: false`: as a user starts it, with notifications and all settings at their defaults. */
export async function startServer(options = {}) {
  const { isForTests = true } = options;
  const { settings = {}, env = {}, trust = true, port = await freePort(), language } = options;
  const home = options.home ?? vscodeHome();
  const scratch = mkdtempSync(path.join(tmpdir(), 'dossier-vscode-'));
  const userDataDir = options.userDataDir ?? path.join(scratch, 'user');
  const extensionsDir = options.extensionsDir ?? path.join(scratch, 'extensions');
  writeSettings(userDataDir, { ...(isForTests && quiet), ...settings });
  mkdirSync(extensionsDir, { recursive: true });

  const child = spawn(
    nodeOf(home),
    [
      serverOf(home),
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...['--without-connection-token', '--accept-server-license-terms'],
      ...['--telemetry-level', 'off', '--disable-experiments'],
      // Without it a built workbench ignores development extensions and tests named in its address. It hides notifications.
      ...(isForTests ? ['--enable-smoke-test-driver'] : []),
      ...['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
      ...['--server-data-dir', path.join(scratch, 'server')],
      ...(trust ? ['--disable-workspace-trust'] : []),
      ...(language ? packFor(language, userDataDir) : []),
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      printed = (printed + text).slice(-100000);
    });
  }

  // The whole group: extension hosts and language servers are its children.
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It is gone already.
    }
  };
  const atExit = () => kill('SIGKILL');
  process.once('exit', atExit);
  const stop = async () => {
    kill('SIGTERM');
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null) await Promise.race([gone, sleep(3000)]);
    kill('SIGKILL');
    process.removeListener('exit', atExit);
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  const url = `http://127.0.0.1:${port}`;
  try {
    await until(
      'VS Code server',
      async () => {
        if (child.exitCode !== null) throw new Error(`it ended: ${printed}`);
        return (await fetch(`${url}/version`)).ok;
      },
      { ms: 30000 },
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    home,
    url,
    authority: `127.0.0.1:${port}`,
    userDataDir,
    extensionsDir,
    printed: () => printed,
    stop,
  };
}

/** `--install-extension`, `--list-extensions`, `--version`: no window. Resolves to what is printed. */
export function runServerCommand(asked, { home = vscodeHome(), userDataDir, extensionsDir } = {}) {
  const folders = [
    ...(extensionsDir ? ['--extensions-dir', extensionsDir] : []),
    ...(userDataDir ? ['--user-data-dir', userDataDir] : []),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(
      nodeOf(home),
      [serverOf(home), '--accept-server-license-terms', ...folders, ...asked],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        printed += text;
      });
    }
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`ended with ${code}: ${printed}`)),
    );
  });
}
