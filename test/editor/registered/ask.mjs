#!/usr/bin/env node
// Starts the VS Code that the window tests use, and writes what it has registered, and which of these settings:
// node test/editor/registered/ask.mjs FILE [SETTING...]
import path from 'node:path';
import { chooseVSCode } from '../harness/choose.mjs';
import { runInEditor } from '../harness/suite.mjs';

const [out, ...settings] = process.argv.slice(2);
if (out === undefined) {
  console.error('node test/editor/registered/ask.mjs FILE [SETTING...]');
  process.exit(2);
}
const vscode = await chooseVSCode();
try {
  const { failed } = await runInEditor(vscode, {
    name: 'registered',
    files: ['test/editor/registered/registered.test.ts'],
    env: { DOSSIER_REGISTERED: path.resolve(out), DOSSIER_SETTINGS: JSON.stringify(settings) },
  });
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  vscode.dispose();
}
