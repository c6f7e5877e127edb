// The compared servers: ours as it is shipped, and the floors.
import path from 'node:path';
import esbuild from 'esbuild';
import { node, root } from '../../scripts/build/options.mjs';

const floor = path.join(root, 'out/bench/floor.cjs');

export const base = 'floor';
export const parseBase = 'floor+parse';

export async function servers() {
  await esbuild.build({
    ...node,
    entryPoints: [path.join(root, 'test/bench/floor.mjs')],
    outfile: floor,
    minify: true,
  });
  return [
    { name: base, command: [floor, '--stdio'], env: {} },
    { name: parseBase, command: [floor, '--stdio'], env: { FLOOR_PARSE: '1' } },
    { name: 'dossier', command: [path.join(root, 'dist/server.js'), '--stdio'], env: {} },
  ];
}
