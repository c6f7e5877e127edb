#!/usr/bin/env node
// Bundles the extension, the server and the command line into dist/.
//   node scripts/build.mjs [--dev] [--watch] [--metafile] [--allow-missing] [--quiet]
// --dev: readable, with source maps. --watch: --dev, rebuilding at every change. --metafile: writes the contents of each
// bundle to out/meta. --allow-missing: skips entry points that do not exist yet.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { libraryTypes } from './build/library-types.mjs';
import { doorTo, entries, optionsOf, root } from './build/options.mjs';

const flag = { type: 'boolean', default: false };
const { values: asked } = parseArgs({
  options: { dev: flag, watch: flag, metafile: flag, 'allow-missing': flag, quiet: flag },
});
const dev = asked.dev || asked.watch;

const missing = entries.filter((e) => !e.optional && !existsSync(path.join(root, e.from)));
for (const { from } of missing) console.error(`build: ${from} is not there`);
if (missing.length > 0 && !asked['allow-missing']) process.exit(1);
const present = entries.filter((e) => existsSync(path.join(root, e.from)));

rmSync(path.join(root, 'dist'), { recursive: true, force: true });

function report(entry, { metafile }) {
  for (const [file, { bytes }] of Object.entries(metafile.outputs))
    if (!asked.quiet && !file.endsWith('.map'))
      console.log(`${file.padEnd(22)} ${(bytes / 1024).toFixed(0).padStart(5)} KB`);
  if (entry.door) writeFileSync(path.join(root, entry.door.file), doorTo(entry), { mode: 0o755 });
  if (entry.types)
    writeFileSync(
      path.join(root, entry.to.replace(/js$/, 'ts').replace(/\.(?=m?ts$)/, '.d.')),
      libraryTypes(root),
    );
  if (!asked.metafile) return;
  mkdirSync(path.join(root, 'out/meta'), { recursive: true });
  const file = path.join(root, 'out/meta', `${path.basename(entry.to)}.json`);
  writeFileSync(file, JSON.stringify(metafile));
  console.log(esbuild.analyzeMetafileSync(metafile).split('\n').slice(0, 25).join('\n'));
}

const once = async (entry) => report(entry, await esbuild.build(optionsOf(entry, { dev })));

/** In one file a bundle has a source map. */
const isTogether = ({ door, isShared }) => (door || isShared) && !dev;

/**
 * Bundles the programs for Node together, so that the package has once what they share. esbuild divides ES modules only, which load
 * slower than CommonJS.
 */
async function together(programs) {
  const [{ entryPoints: _, outfile, minify, ...options }] = programs.map((one) =>
    optionsOf(one, { dev }),
  );
  const { outputFiles, metafile } = await esbuild.build({
    ...options,
    entryPoints: programs.map(({ from, to }) => ({ in: from, out: path.parse(to).name })),
    outdir: path.dirname(outfile),
    chunkNames: 'part.[hash]',
    format: 'esm',
    splitting: true,
    write: false,
  });
  const { target, platform, legalComments } = options;
  const form = { target, platform, legalComments, minify, format: 'cjs' };
  mkdirSync(path.dirname(outfile), { recursive: true });
  for (const { path: file, text } of outputFiles) {
    const { code } = await esbuild.transform(text, form);
    writeFileSync(file, code);
    metafile.outputs[path.relative(root, file).replaceAll('\\', '/')].bytes = code.length;
  }
  const [first, ...others] = programs;
  report(first, { metafile });
  for (const one of others) report(one, { metafile: { outputs: {} } });
}

async function forever(entry) {
  const messages = {
    name: 'report',
    setup: (build) => build.onEnd((result) => result.metafile && report(entry, result)),
  };
  const options = optionsOf(entry, { dev });
  const context = await esbuild.context({
    ...options,
    plugins: [...(options.plugins ?? []), messages],
  });
  await context.watch();
}

try {
  await Promise.all([
    ...present.filter((entry) => !isTogether(entry)).map(asked.watch ? forever : once),
    ...(dev ? [] : [together(present.filter(isTogether))]),
  ]);
} catch (error) {
  // esbuild has already printed errors in the sources; any other error is a bug in this script.
  if (!error.errors) console.error(error);
  process.exit(1);
}
