// Runs one bundle of tests and sends the result to the parent process. Tests use the root of the project as working directory.
import { readFileSync } from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import path from 'node:path';
import Mocha from 'mocha';

const [bundle, titles] = process.argv.slice(2);
const { only, not } = JSON.parse(titles);
// A test that hangs ends. Some parts run at low priority next to a window, where seconds become a minute.
const mocha = new Mocha({ reporter: 'dot', timeout: 120_000, forbidOnly: Boolean(process.env.CI) });
if (only) mocha.grep(new RegExp(only));
if (not) mocha.grep(new RegExp(not)).invert();
mocha.suite.emit('pre-require', globalThis, bundle, mocha);
// Both ways of speaking are at home here.
globalThis.suite = globalThis.describe;
globalThis.test = globalThis.it;
createRequire(import.meta.url)(bundle);

const runner = mocha.run();
const slow = [];
runner.on('pass', (test) => {
  if (test.duration > 300) slow.push(`${test.duration} ms: ${test.fullTitle()}`);
});
let map;
// Only of tests that fail: Node's own source maps also cost time for every error that is thrown and caught.
runner.on('fail', (_, error) => {
  if (error?.stack) error.stack = inSources(error.stack);
});
const skipped = new Set();
// The title of a suite that is skipped as a whole contains the reason.
runner.on('pending', ({ parent, pending, title }) => {
  const suite = parent.fullTitle();
  skipped.add(suite.includes('(skipped: ') || !pending ? suite : `${suite} ${title}`);
});
runner.on('end', () => {
  for (const name of skipped) console.log(`skipped: ${name}`);
  for (const line of slow) console.log(line);
  const { passes: passed, failures: failed, pending } = runner.stats;
  process.send({ passed, failed, skipped: pending }, () => process.exit());
});

/** The stack with places in the sources instead of in the bundle. */
function inSources(stack) {
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
