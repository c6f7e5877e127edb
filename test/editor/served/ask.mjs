#!/usr/bin/env node
// Starts the VS Code that the window tests use, and writes which MCP servers it has for each text of `.vscode/mcp.json`:
// node test/editor/served/ask.mjs TEXTS FILE
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseVSCode } from '../harness/choose.mjs';
import { runInEditor } from '../harness/suite.mjs';
import { makeWorkspace } from '../harness/workspace.mjs';

const [texts, out] = process.argv.slice(2);
if (out === undefined) {
  console.error('node test/editor/served/ask.mjs TEXTS FILE');
  process.exit(2);
}
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const vscode = await chooseVSCode();
try {
  const { failed } = await runInEditor(vscode, {
    name: 'served',
    files: ['test/editor/served/served.test.ts'],
    extension: here('./extension'),
    workspace: makeWorkspace((folder) => {
      mkdirSync(path.join(folder, '.vscode'));
      for (const file of ['server.mjs', 'answers.mjs'])
        cpSync(here(`./${file}`), path.join(folder, file));
    }),
    env: { DOSSIER_TEXTS: path.resolve(texts), DOSSIER_SERVED: path.resolve(out) },
  });
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  vscode.dispose();
}
