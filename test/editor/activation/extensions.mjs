// Two extensions for measurements, put among the installed ones of a server: one that does nothing, on the same events as
// ours, and one that watches a window start.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/build/options.mjs';
import { runServerCommand } from '../harness/server.mjs';

const publisher = 'dossier-tests';

export const ids = {
  ours: (({ publisher: by, name }) => `${by}.${name}`)(ownManifest()),
  empty: `${publisher}.empty`,
};

function ownManifest() {
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
}

function install(extensionsDir, manifest, main) {
  const at = path.join(extensionsDir, `${publisher}.${manifest.name}-0.0.1`);
  mkdirSync(at, { recursive: true });
  const whole = { publisher, version: '0.0.1', main: './main.js', ...manifest };
  writeFileSync(path.join(at, 'package.json'), JSON.stringify(whole));
  writeFileSync(path.join(at, 'main.js'), main);
}

/** As an author gets it: from the VSIX. */
export async function installOurs(extensionsDir, scratch) {
  const vsix = path.join(scratch, 'dossier.vsix');
  const made = ['scripts/package.mjs', '--no-build', '--draft', '--out', vsix];
  const { status } = spawnSync(process.execPath, made, { cwd: root, stdio: 'ignore' });
  if (status !== 0) throw new Error('packaging failed');
  await runServerCommand(['--install-extension', vsix, '--force'], { extensionsDir });
  // A list of what is installed; without it the folders themselves are looked at, and the watcher's is found.
  rmSync(path.join(extensionsDir, 'extensions.json'), { force: true });
}

/** Activated as ours is, and does nothing. */
export function installEmpty(extensionsDir) {
  const { engines, activationEvents } = ownManifest();
  install(
    extensionsDir,
    { name: 'empty', engines, activationEvents },
    'exports.activate = () => {};\n',
  );
}

const watcher = `
const { writeFileSync } = require('node:fs');
const vscode = require('vscode');
const { measured, ownLabel, editorsLabel, opens, out } = require('./asked.json');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const found = () => vscode.extensions.getExtension(measured);

/** All others that wait for the same file are started before it is opened: what is measured then is one alone. */
async function openAlone() {
  for (const other of vscode.extensions.all) {
    const events = other.packageJSON.activationEvents ?? [];
    if (other.id === measured || !events.some((event) => /^onLanguage(:markdown)?$/.test(event))) continue;
    await Promise.race([other.activate(), sleep(10000)]).catch(() => {});
  }
  await sleep(1000);
  const wasActive = found().isActive;
  await vscode.window.showTextDocument(vscode.Uri.file(opens));
  while (!found().isActive) await sleep(20);
  return { wasActive };
}

/** When the editor and the measured one first offered something on the empty line of the file that is open. */
async function offers() {
  while (!vscode.window.activeTextEditor) await sleep(5);
  const { document } = vscode.window.activeTextEditor;
  const position = new vscode.Position(document.getText().split('\\n').indexOf(''), 0);
  const first = {};
  const awaited = { editor: editorsLabel, ...(ownLabel && { own: ownLabel }) };
  while (Object.keys(awaited).some((who) => !first[who])) {
    const { items } = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider', document.uri, position);
    const labels = new Set(items.map(({ label }) => label.label ?? label));
    for (const who of Object.keys(awaited)) if (labels.has(awaited[who])) first[who] ??= Date.now();
    await sleep(10);
  }
  return { first };
}

/** What "Developer: Startup Performance" says. */
async function startupPerformance() {
  await vscode.commands.executeCommand('perfview.show');
  for (;;) {
    const shown = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
    const text = shown?.getText() ?? '';
    if (text.includes('| ' + measured + ' ')) return text;
    await sleep(100);
  }
}

exports.activate = () => {
  void (async () => {
    const seen = opens ? await openAlone() : await offers();
    await sleep(1000);
    writeFileSync(out, JSON.stringify({ ...seen, text: await startupPerformance() }));
  })();
};
`;

/**
 * Writes what it has seen to `out`.
 * @param asked `measured`: an extension; `opens`: a Markdown file that is opened in a window at rest, or instead `ownLabel`
 * and `editorsLabel`: what the measured one and the editor offer in the file that is open from the start
 */
export function installWatcher(extensionsDir, asked) {
  const { engines } = ownManifest();
  install(extensionsDir, { name: 'watcher', engines, activationEvents: ['*'] }, watcher);
  const folder = path.join(extensionsDir, `${publisher}.watcher-0.0.1`);
  writeFileSync(path.join(folder, 'asked.json'), JSON.stringify(asked));
}
