// Bundles a program of test/conformance, which is TypeScript and asks our own judge, and runs it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import esbuild from 'esbuild';
import { node, root } from '../build/options.mjs';

/** Ends this process with the program's own exit code. */
export async function runProgram(file, words) {
  const outfile = path.join(
    root,
    'out/conformance',
    `${path.basename(path.dirname(file))}-${path.basename(file, '.ts')}.cjs`,
  );
  await esbuild.build({
    ...node,
    entryPoints: [path.join(root, file)],
    outfile,
    sourcemap: 'linked',
    absWorkingDir: root,
  });
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exit(status ?? 2);
}
