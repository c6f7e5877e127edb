import path from 'node:path';
import Mocha from 'mocha';
import failure from '../../run/failure.cjs';
import { afterFailure, leaveDesk } from './desk.mjs';

const failures = [];
const mocha = new Mocha({ reporter: 'spec', timeout: 240_000, slow: 8000 });
for (const file of process.argv.slice(2)) mocha.addFile(path.resolve(file));
mocha.rootHooks({
  async afterEach() {
    if (this.currentTest?.state !== 'failed') return;
    const shown = await afterFailure(this.currentTest.title);
    const failed = failures.at(-1);
    if (failed && shown) failed.message += `\n${shown}`;
  },
  afterAll: leaveDesk,
});
await mocha.loadFilesAsync();
const runner = mocha.run();
const failing = new Set();
runner.on('fail', (test, error) => {
  const file = test.file && path.relative('', test.file);
  if (file) failing.add(file);
  failures.push(failure.failureOf(test, error, file));
});
runner.on('end', () => {
  const { passes: passed, failures: failed, pending: skipped } = runner.stats;
  process.send({ passed, failed, skipped, failures, failing: [...failing] }, () => process.exit());
});
