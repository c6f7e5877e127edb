// The VSIX as an author gets it: made, installed into a real VS Code, and working from there.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { root } from '../../scripts/build/options.mjs';
import { add } from '../run/tally.mjs';
import { chooseVSCode } from './harness/choose.mjs';
import { runInEditor } from './harness/suite.mjs';

const strangers = /\.(ts|map|tsx|vsix)$|(^|\/)(node_modules|test|scripts|server|client|\.ci|out)\//;

function must(what, { status, error }) {
  if (status !== 0) throw new Error(`${what} failed${error ? `: ${error.message}` : ''}`);
}

function install(vscode, vsix, extensionsDir) {
  // The desktop program installs through a script of its own beside it; the stand-in does it itself.
  const [cli, ...before] = vscode.isStandIn
    ? [vscode.program]
    : resolveCliArgsFromVSCodeExecutablePath(vscode.program);
  const args = [...before, '--extensions-dir', extensionsDir, '--install-extension', vsix];
  const env = { ...process.env, ...vscode.env };
  must('installing', spawnSync(cli, args, { stdio: 'inherit', env }));
}

export default async function run() {
  const scratch = mkdtempSync(path.join(tmpdir(), 'dossier-package-'));
  const vscode = await chooseVSCode();
  try {
    const vsix = path.join(scratch, 'dossier.vsix');
    const made = ['scripts/package.mjs', '--no-build', '--out', vsix];
    must('packaging', spawnSync(process.execPath, made, { cwd: root, stdio: 'inherit' }));

    const extensionsDir = path.join(scratch, 'extensions');
    install(vscode, vsix, extensionsDir);
    const installed = readdirSync(extensionsDir).find((folder) => /\.dossier-/.test(folder));
    if (!installed) throw new Error('the extension is not among the installed ones');
    const inside = readdirSync(path.join(extensionsDir, installed), { recursive: true });
    const wrong = inside.filter((file) => strangers.test(file));
    for (const file of wrong) console.error(`${file} does not belong into the package`);

    const files = ['test/editor/suite/smoke.test.ts'];
    const counted = await runInEditor(vscode, { name: 'package', files, extensionsDir });
    return add(counted, {
      passed: wrong.length === 0 ? 2 : 1,
      failed: wrong.length === 0 ? 0 : 1,
      skipped: 0,
    });
  } finally {
    vscode.dispose();
    rmSync(scratch, { recursive: true, force: true });
  }
}
