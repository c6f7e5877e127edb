// Bundles test files into one program and runs it with mocha in a process of its own.
import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { node, root } from '../../scripts/build/options.mjs';

const child = fileURLToPath(new URL('./mocha-child.mjs', import.meta.url));

/** Paths below `folder` that end so, from the project's root, sorted. */
export function filesBelow(folder, ending) {
  const found = readdirSync(path.join(root, folder), { recursive: true })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith(ending) && !file.includes('/node_modules/'));
  return found.sort();
}

// Each file in a suite of its own name. One that fails to load is one failed test, not the end of the run.
function entryOf(files) {
  const suites = files.map((file) => {
    const title = JSON.stringify(file.replace(/^test\//, '').replace(/\.test\.ts$/, ''));
    return `describe(${title}, () => {
      try { require(${JSON.stringify(`./${file}`)}); }
      catch (error) { it('loads', () => { throw error; }); }
    });`;
  });
  return suites.join('\n');
}

/** The bundle's file. `external` for what only the place where it runs can give. */
export async function bundleTests(name, files, { external = [] } = {}) {
  const outfile = path.join(root, 'out', name, 'tests.cjs');
  await esbuild.build({
    ...node,
    external,
    stdin: { contents: entryOf(files), resolveDir: root, loader: 'js', sourcefile: `${name}.js` },
    outfile,
    sourcemap: 'linked',
    absWorkingDir: root,
  });
  return outfile;
}

/** `only` and `not`: a pattern that the full title of a test must, or must not, answer to. */
export async function runMocha(name, files, { only, not } = {}) {
  const bundle = await bundleTests(name, files);
  return new Promise((resolve, reject) => {
    const tests = fork(child, [bundle, JSON.stringify({ only, not })], { cwd: root });
    let counted;
    tests.on('message', (message) => {
      counted = message;
    });
    tests.on('error', reject);
    tests.on('exit', (code) =>
      counted
        ? resolve(counted)
        : reject(new Error(`the tests ended with ${code} before their end`)),
    );
  });
}
