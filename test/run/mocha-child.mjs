// Runs test files of a bundle, one for each message with a path, and answers with the result. Tests use the root of the project as
// working directory.
import { readFileSync } from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import path from 'node:path';
import Mocha from 'mocha';
import testFile from './describe-file.cjs';
import failure from './failure.cjs';

const [bundle] = process.argv.slice(2);
const { files } = createRequire(import.meta.url)(bundle);
/** Milliseconds from which the time of a test is stored. */
const slowFrom = 300;

/** The stack with places in the sources instead of in the bundle. */
let map;
function inSources(stack) {
  // Only of tests that fail: Node's own source maps also cost time for every error that is thrown and caught.
  map ??= new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  const [start] = stack.split(/^ +at /m, 1);
  const frames = stack.slice(start.length);
  return (
    start +
    frames.replaceAll(/(\S*?)tests\.cjs:(\d+):(\d+)/g, (place, before, line, column) => {
      const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
      if (originalSource === undefined) return place;
      const file = path.relative('', path.resolve(path.dirname(bundle), originalSource));
      return `${before.startsWith('(') ? '(' : ''}${file}:${originalLine + 1}:${originalColumn + 1}`;
    })
  );
}

/** The title of a suite that is skipped as a whole contains the reason. */
function reasonOf({ parent, pending, title }) {
  const suite = parent.fullTitle();
  const whole = pending && !suite.includes('(skipped: ') ? `${suite} ${title}` : suite;
  return /\(skipped: (.*)\)/.exec(`${suite} ${title}`)?.[1] ?? whole;
}

function run(file) {
  const from = Date.now();
  // A test that hangs ends. Some parts run at low priority next to a window, where seconds become a minute.
  const mocha = new Mocha({
    reporter: class {},
    timeout: 120_000,
    forbidOnly: Boolean(process.env.CI),
  });
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  // Both ways of speaking are at home here.
  globalThis.suite = globalThis.describe;
  globalThis.test = globalThis.it;
  testFile.describeFile(file, files[file]);

  const slow = [];
  const failures = [];
  const skips = [];
  let counted;
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      // Otherwise the listeners of all files pass each unhandled rejection on to each other, without end.
      mocha.dispose();
      resolve({ file, seconds: (Date.now() - from) / 1000, slow, counted });
    });
    runner.on('pass', (test) => {
      if (test.duration > slowFrom)
        slow.push({ test: test.fullTitle(), seconds: test.duration / 1000 });
    });
    runner.on('fail', (test, error) => {
      if (error?.stack) error.stack = inSources(error.stack);
      failures.push(failure.failureOf(test, error, file));
    });
    runner.on('pending', (test) => skips.push(reasonOf(test)));
    runner.on('end', () => {
      const { passes: passed, failures: failed, pending: skipped } = runner.stats;
      counted = { passed, failed, skipped, failures, skips };
    });
  });
}

// Of what a test leaves running. It belongs to no test.
process.on('unhandledRejection', (reason) => console.error('unhandled rejection:', reason));
process.on('message', async (file) => process.send(await run(file)));
process.on('disconnect', () => process.exit());
