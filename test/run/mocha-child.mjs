// Runs one bundle of tests and sends the result to the parent process. Tests use the root of the project as working directory.
import { createRequire } from 'node:module';
import Mocha from 'mocha';

const [bundle, titles] = process.argv.slice(2);
const { only, not } = JSON.parse(titles);
const mocha = new Mocha({ reporter: 'dot', timeout: 5000, forbidOnly: Boolean(process.env.CI) });
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
