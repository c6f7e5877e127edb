#!/usr/bin/env node
// Starts the VS Code that the window tests use, and writes what it loads of each of some folders of plugins:
// node test/editor/plugged/ask.mjs FOLDERS FILE
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseVSCode } from '../harness/choose.mjs';
import { runInEditor } from '../harness/suite.mjs';
import { makeWorkspace } from '../harness/workspace.mjs';

const [folders, out] = process.argv.slice(2);
if (out === undefined) {
  console.error('node test/editor/plugged/ask.mjs FOLDERS FILE');
  process.exit(2);
}
const vscode = await chooseVSCode();
try {
  const { failed } = await runInEditor(vscode, {
    name: 'plugged',
    files: ['test/editor/plugged/plugged.test.ts'],
    extension: fileURLToPath(new URL('./extension', import.meta.url)),
    workspace: makeWorkspace(() => {}),
    env: { DOSSIER_FOLDERS: path.resolve(folders), DOSSIER_PLUGGED: path.resolve(out) },
  });
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  vscode.dispose();
}
