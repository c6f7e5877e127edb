// Bundles test files into one program and runs it with mocha, in several processes.
import { fork } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { node, root } from '../../scripts/build/options.mjs';
import { add, failure, none } from './tally.mjs';

const child = fileURLToPath(new URL('./mocha-child.mjs', import.meta.url));

/** Paths below `folder` that end so, from the project's root, sorted. */
export function filesBelow(folder, ending) {
  const found = readdirSync(path.join(root, folder), { recursive: true })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith(ending) && !file.includes('/node_modules/'));
  return found.sort();
}

/** The bundle exports `files`: a function that defines the tests of a file, by its path. */
const entryOf = (files) =>
  `exports.files = {\n${files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)}),`).join('\n')}\n};`;

/**
 * @param options `external`: for what only the place where it runs can give. `folder`: of a copy of the project in which it runs.
 * @returns the bundle's file, and what each file in it imports.
 */
export async function bundleTests(
  name,
  files,
  { external = [], plugins = node.plugins, folder = root } = {},
) {
  const outfile = path.join(folder, 'out', name, 'tests.cjs');
  const { metafile } = await esbuild.build({
    ...node,
    external,
    plugins,
    stdin: { contents: entryOf(files), resolveDir: root, loader: 'js', sourcefile: `${name}.js` },
    outfile,
    sourcemap: 'linked',
    metafile: true,
    absWorkingDir: root,
  });
  return { outfile, inputs: metafile.inputs };
}

/** Next to a window of an editor, DOSSIER_PROCESSES is 1 (side-by-side.mjs). A process costs as much as a few files. */
const processesFor = (files) =>
  Math.min(
    Number(process.env.DOSSIER_PROCESSES ?? Math.min(availableParallelism(), 4)),
    Math.ceil(files.length / 6),
  );

/**
 * Each process runs one file after the other, and gets the next one when it has finished one.
 * @param options `processes`: how many. `share`: of the full amount of generated texts and of long tables, see test/support/share.ts.
 */
export async function runMocha(name, files, { share = 1, processes = processesFor(files) } = {}) {
  const { outfile } = await bundleTests(name, files);
  const queue = [...files];
  const ran = [];
  const env = { ...process.env, DOSSIER_SHARE: String(share) };
  const worker = async () => {
    while (queue.length > 0) await runInProcess(outfile, queue, ran, env);
  };
  await Promise.all(Array.from({ length: processes }, worker));
  storeTimes(name, ran);
  return ran.map(({ counted }) => counted).reduce(add, none);
}

/** Until the queue is empty, or the process ends in the middle of a file, which is then a failed test. */
function runInProcess(bundle, queue, ran, env) {
  const tests = fork(child, [bundle], { cwd: root, env });
  let current;
  const next = () => {
    current = queue.shift();
    if (current === undefined) tests.disconnect();
    else tests.send(current);
  };
  tests.on('message', (result) => {
    ran.push(result);
    next();
  });
  next();
  return new Promise((resolve, reject) => {
    tests.on('error', reject);
    tests.on('exit', (code, signal) => {
      if (current !== undefined) {
        const message = `The process ended with ${signal ?? code} in this file.`;
        ran.push({ file: current, seconds: 0, slow: [], counted: failure(current, message) });
      }
      resolve();
    });
  });
}

/** The times of files and of slow tests: in out/NAME/times.json, and with DOSSIER_TIMES=1 on the terminal. */
function storeTimes(name, ran) {
  const files = [...ran].sort((a, b) => b.seconds - a.seconds);
  const times = files.map(({ file, seconds, slow }) => ({ file, seconds, slow }));
  const folder = path.join(root, 'out', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'times.json'), `${JSON.stringify(times, null, 1)}\n`);
  if (!process.env.DOSSIER_TIMES) return;
  for (const { file, seconds, slow } of times.slice(0, 30)) {
    console.log(`${seconds.toFixed(1).padStart(6)} s  ${file}`);
    for (const { test, seconds } of slow)
      console.log(`${seconds.toFixed(1).padStart(12)} s  ${test}`);
  }
}
