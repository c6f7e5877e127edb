#!/usr/bin/env node
// Recorded cases against our judge, or the hosts' own programs: `npm run conformance -- --help`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import esbuild from 'esbuild';
import { node, root } from './build/options.mjs';

const outfile = path.join(root, 'out/conformance/main.cjs');
await esbuild.build({
  ...node,
  entryPoints: [path.join(root, 'test/conformance/main.ts')],
  outfile,
  sourcemap: 'linked',
  absWorkingDir: root,
});
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', outfile, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 2);
