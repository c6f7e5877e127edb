// What is bundled, and how. Shared by the build, the tests and the benchmark, so that all of them run the same code.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorApi } from './editor-api.mjs';
import { grayMatter } from './gray-matter.mjs';
import { late } from './late.mjs';
import { mcp } from './mcp.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  conditions: ['node'],
  mainFields: ['module', 'main'],
  plugins: [grayMatter, late, mcp],
  logLevel: 'warning',
};

/** The part of the extension that is needed only when an agent file is open: nine tenths of its code. */
const apart = {
  name: 'apart',
  setup(build) {
    const library = /^vscode-languageclient\/node$/;
    const file = './client.js';
    build.onResolve({ filter: library }, ({ path: asked }) => ({
      path: asked,
      namespace: 'apart',
    }));
    build.onResolve({ filter: /^\.\/client\.js$/, namespace: 'apart' }, () => ({
      path: file,
      external: true,
    }));
    build.onLoad({ filter: library, namespace: 'apart' }, () => ({
      contents: `module.exports = require('${file}');`,
    }));
  },
};

const inEditor = { ...node, external: ['vscode'] };

export const browser = {
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  logLevel: 'warning',
};

/** For environments without Node: resolves the packages' browser builds. */
const web = { ...browser, conditions: ['browser'], mainFields: ['browser', 'module', 'main'] };

export const entries = [
  {
    from: 'client/extension.ts',
    to: 'dist/extension.js',
    with: { ...inEditor, plugins: [...node.plugins, apart, editorApi] },
  },
  { from: 'scripts/build/client.cjs', to: 'dist/client.js', with: inEditor },
  {
    from: 'client/extension.browser.ts',
    to: 'dist/extension.browser.js',
    with: { ...web, format: 'cjs', external: ['vscode'], plugins: [editorApi] },
  },
  {
    from: 'server/bin/worker.ts',
    to: 'dist/server.browser.js',
    with: { ...web, plugins: [grayMatter, late] },
  },
  {
    from: 'server/bin/stdio.ts',
    to: 'dist/server.main.js',
    with: node,
    door: { file: 'dist/server.js', start: 'startServer' },
  },
  {
    from: 'server/bin/cli.ts',
    to: 'dist/cli.main.js',
    with: node,
    door: { file: 'dist/cli.js', start: 'runCommandLine' },
  },
  { from: 'server/bin/library.ts', to: 'dist/library.js', with: node, isShared: true, types: true },
  {
    from: 'server/bin/library.ts',
    to: 'dist/library.mjs',
    with: { ...web, platform: 'neutral', format: 'esm', plugins: [grayMatter, late] },
    types: true,
  },
  { from: 'client/persona/page/webview.ts', to: 'dist/persona.js', with: browser, optional: true },
  { from: 'client/graph/page/webview.ts', to: 'dist/graph.js', with: browser, optional: true },
  { from: 'client/graph/graph.css', to: 'dist/graph.css', with: browser, optional: true },
  { from: 'client/plugin/page/webview.ts', to: 'dist/plugin.js', with: browser, optional: true },
  { from: 'client/plugin/plugin.css', to: 'dist/plugin.css', with: browser, optional: true },
  { from: 'client/persona/persona.css', to: 'dist/persona.css', with: browser, optional: true },
];

/** The hook of the plugin, in one file: a program installs the folder of the plugin alone. It is made for a release only. */
export const hookBundle = { from: 'server/bin/hook.ts', to: 'plugin/hook.main.js', with: node };

/**
 * The file that is started, in front of a bundle. From Node 22 on, compiled code is cached between runs, which saves more of a start
 * than all of our own code costs, but only for code that is loaded after the cache is enabled. The bundle is therefore another file.
 */
export const doorTo = ({ to, door }) => `#!/usr/bin/env node
require('node:module').enableCompileCache?.();
require('./${path.basename(to)}').${door.start}();
`;

export function optionsOf(entry, { dev }) {
  return {
    ...entry.with,
    entryPoints: [path.join(root, entry.from)],
    outfile: path.join(root, entry.to),
    absWorkingDir: root,
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    metafile: true,
  };
}
