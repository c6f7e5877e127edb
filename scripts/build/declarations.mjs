// The declarations are TypeScript, so a script that reads them bundles them first.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { node, root } from './options.mjs';

/** Loads this TypeScript source, whose imports are relative to the root. It is bundled into a temporary folder. */
export async function moduleOf(contents) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-declarations-'));
  try {
    const outfile = path.join(folder, 'declarations.cjs');
    await esbuild.build({ ...node, stdin: { contents, resolveDir: root, loader: 'ts' }, outfile });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
