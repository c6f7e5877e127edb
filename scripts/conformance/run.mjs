// Bundles a program of test/conformance, which is TypeScript and uses our own evaluation, and runs it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import esbuild from 'esbuild';
import { node, root } from '../build/options.mjs';

/** The path of the bundle. */
export async function bundle(file) {
  const name = `${path.basename(path.dirname(file))}-${path.basename(file, '.ts')}.cjs`;
  const outfile = path.join(root, 'out/conformance', name);
  await esbuild.build({
    ...node,
    entryPoints: [path.join(root, file)],
    outfile,
    sourcemap: 'linked',
    absWorkingDir: root,
  });
  return outfile;
}

const run = (program, args) =>
  spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status ?? 2;

/** Returns its exit code. */
export const runHere = (outfile, words) =>
  run(process.execPath, ['--enable-source-maps', outfile, ...words]);

/** Like `runHere`, but with no network except loopback if the system supports that. */
export function runAlone(outfile, words) {
  const up = 'ip link set lo up && exec "$@"';
  const alone = ['-n', 'sh', '-c', up, 'sh'];
  const able = spawnSync('unshare', [...alone, 'true'], { stdio: 'ignore' }).status === 0;
  return able
    ? run('unshare', [...alone, process.execPath, '--enable-source-maps', outfile, ...words])
    : runHere(outfile, words);
}
