#!/usr/bin/env node
// Starts the VS Code that the window tests use on a folder, and writes which skills and commands its chat has there, and what a model
// reads of them: node test/editor/listed/ask.mjs PROJECT HOME FILE
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseVSCode } from '../harness/choose.mjs';
import { runInEditor } from '../harness/suite.mjs';
import { makeWorkspace } from '../harness/workspace.mjs';

const [project, home, out] = process.argv.slice(2);
if (out === undefined) {
  console.error('node test/editor/listed/ask.mjs PROJECT HOME FILE');
  process.exit(2);
}
const vscode = await chooseVSCode();
try {
  const made = makeWorkspace(() => {});
  const { failed } = await runInEditor(vscode, {
    name: 'listed',
    files: ['test/editor/listed/listed.test.ts'],
    // An extension under development may call an API that is proposed.
    extension: fileURLToPath(new URL('./extension', import.meta.url)),
    workspace: { ...made, folder: path.resolve(project), home: path.resolve(home) },
    env: { DOSSIER_LISTED: path.resolve(out) },
  });
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  vscode.dispose();
}
