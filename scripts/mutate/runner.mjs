// Runs the tests that reach a fault, with the fault switched on.
import { fork, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleTests, filesBelow } from '../../test/run/mocha.mjs';
import { node, root } from '../build/options.mjs';

const child = fileURLToPath(new URL('./child.mjs', import.meta.url));

/** Quick tests, and what the programs answered to recorded cases. */
const otherTests =
  /^test\/(?:editor|layers|clients|ci|bench|hostile|fuzz|ecosystem|new)\/|\.fuzz\.test\.ts$/;
/** The same by the titles of tests. */
const long = 'real files';

/** A fault may delete or write anything that the tests may, so they run in a copy of the project. */
const sandbox = path.join(root, 'out/mutation/sandbox');

/** `run` returns whether a test noticed the fault, and how many were run. `tests` is their number without any fault. */
export async function createRunner(sources, mutants, chosen) {
  copyProject();
  const files = filesBelow('test', '.test.ts').filter((file) => !otherTests.test(file));
  const { outfile: bundle } = await bundleTests('mutation', files, {
    plugins: [switched(sources), ...node.plugins],
    folder: sandbox,
  });
  const dry = await inChild(bundle, {
    not: long,
    record: {
      chosen: chosen.map(({ id }) => id),
      files: mutants.map(({ id, file }) => [id, file]),
    },
  });
  if (!dry) throw new Error('The tests ended before their end without any fault.');
  const { durations, byMutant, byFile } = dry;
  return {
    tests: Object.keys(durations).length,
    run: async ({ id, file }) => {
      const { hits = 0, isOnce, isStatic, tests = [] } = byMutant[id] ?? {};
      if (hits === 0) return { isNoticed: false, ran: 0 };
      const isNoticedBy = async (only) => {
        const expected = only.reduce((sum, test) => sum + durations[test], 0);
        const ended = await inChild(
          bundle,
          { not: long, active: { id, hits }, only },
          { milliseconds: 30_000 + 10 * expected },
        );
        return !ended || ended.failed > 0;
      };
      // What is computed once, for the first test that asks or on loading, is used by others that reach the file. A table that
      // is made on loading is also read by tests that pass nothing else in its file.
      const likely = isOnce ? (byFile[file] ?? []) : tests;
      if (likely.length > 0 && (await isNoticedBy(likely)))
        return { isNoticed: true, ran: likely.length };
      if (!isStatic) return { isNoticed: false, ran: likely.length };
      const isKnown = new Set(likely);
      const others = Object.keys(durations).filter((test) => !isKnown.has(test));
      const isNoticed = others.length > 0 && (await isNoticedBy(others));
      return { isNoticed, ran: likely.length + others.length };
    },
  };
}

/** Only files that git would commit, and what is built. */
function copyProject() {
  rmSync(sandbox, { recursive: true, force: true });
  mkdirSync(sandbox, { recursive: true });
  const { stdout } = spawnSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of stdout
    .split('\0')
    .filter((one) => one !== '' && existsSync(path.join(root, one))))
    cpSync(path.join(root, file), path.join(sandbox, file), { force: true });
  for (const folder of ['node_modules', 'dist'])
    symlinkSync(path.join(root, folder), path.join(sandbox, folder), 'junction');
}

const switched = (sources) => ({
  name: 'switched',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      const contents = sources.get(file);
      return contents === undefined ? undefined : { contents, loader: 'ts' };
    });
  },
});

/** What the child sends, or undefined if it does not end in time or crashes. With a fault, it sends nothing else. */
function inChild(bundle, job, { milliseconds } = {}) {
  return new Promise((resolve) => {
    const tests = fork(child, [bundle], {
      cwd: sandbox,
      stdio: ['ignore', 'ignore', job.active ? 'ignore' : 'inherit', 'ipc'],
      timeout: milliseconds,
      killSignal: 'SIGKILL',
    });
    let ended;
    tests.on('message', (message) => {
      ended = message;
    });
    tests.on('exit', () => resolve(ended));
    tests.send(job);
  });
}
