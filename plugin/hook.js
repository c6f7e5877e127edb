#!/usr/bin/env node
// Answers the hook of a program after its model wrote a file, with the bundle that a release has next to this file. A clone of the
// repository has none, and nothing is reported there. Never fails the session.
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');

const bundled = path.join(__dirname, 'hook.main.js');
if (existsSync(bundled)) {
  const input = readFileSync(0, 'utf8');
  try {
    // Some programs run the hooks of a plugin in its folder.
    process.chdir(JSON.parse(input).cwd);
  } catch {}
  require('node:module').enableCompileCache?.();
  require(bundled).answerHook(input);
}
