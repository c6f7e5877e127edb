// What is bundled, and how. Shared by the build, the tests and the benchmark, so that all run the same code.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { grayMatter } from './gray-matter.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

// Node keeps compiled code between runs: it gains more at start than all our own code costs.
const compileCache = "require('node:module').enableCompileCache?.();";

export const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  conditions: ['node'],
  mainFields: ['module', 'main'],
  plugins: [grayMatter()],
  logLevel: 'warning',
};

export const browser = {
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  logLevel: 'warning',
};

export const entries = [
  { from: 'client/extension.ts', to: 'dist/extension.js', with: { ...node, external: ['vscode'] } },
  {
    from: 'server/bin/stdio.ts',
    to: 'dist/server.js',
    with: { ...node, banner: { js: compileCache } },
  },
  {
    from: 'server/bin/cli.ts',
    to: 'dist/cli.js',
    with: { ...node, banner: { js: compileCache } },
    program: true,
  },
  { from: 'client/persona/webview.ts', to: 'dist/persona.js', with: browser, optional: true },
  { from: 'client/persona/persona.css', to: 'dist/persona.css', with: browser, optional: true },
];

/** esbuild puts a `#!` of the source before any banner; where the source has none, the banner brings it. */
export function optionsOf(entry, { dev }) {
  const options = {
    ...entry.with,
    entryPoints: [path.join(root, entry.from)],
    outfile: path.join(root, entry.to),
    absWorkingDir: root,
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    metafile: true,
  };
  const hasShebang = readFileSync(options.entryPoints[0], 'utf8').startsWith('#!');
  if (entry.program && !hasShebang) {
    options.banner = { js: `#!/usr/bin/env node\n${entry.with.banner.js}` };
  }
  return options;
}
