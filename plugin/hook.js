#!/usr/bin/env node
// Answers the hook of a program after its model wrote a file. A release has the program next to this file; a clone of the repository
// does not, and uses the `dossier` of the PATH. Never fails the session.
const { existsSync, readFileSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const input = readFileSync(0, 'utf8');
try {
  // Some programs run the hooks of a plugin in its folder.
  process.chdir(JSON.parse(input).cwd);
} catch {}
const bundled = path.join(__dirname, 'hook.main.js');
if (existsSync(bundled)) {
  require('node:module').enableCompileCache?.();
  require(bundled).answerHook(input);
} else {
  const shell = process.platform === 'win32';
  spawnSync('dossier', ['hook'], { input, stdio: ['pipe', 'inherit', 'ignore'], shell });
}
