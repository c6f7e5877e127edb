import path from 'node:path';
import Mocha from 'mocha';
import failure from '../../run/failure.cjs';
import { afterFailure, leaveDesk } from './desk.mjs';

const mocha = new Mocha({ reporter: 'spec', timeout: 240_000, slow: 8000 });
for (const file of process.argv.slice(2)) mocha.addFile(path.resolve(file));
mocha.rootHooks({
  async afterEach() {
    if (this.currentTest?.state === 'failed') await afterFailure(this.currentTest.title);
  },
  afterAll: leaveDesk,
});
await mocha.loadFilesAsync();
const runner = mocha.run();
const failing = new Set();
const failures = [];
runner.on('fail', (test, error) => {
  const file = test.file && path.relative('', test.file);
  if (file) failing.add(file);
  failures.push(failure.failureOf(test, error, file));
});
runner.on('end', () => {
  const { passes: passed, failures: failed, pending: skipped } = runner.stats;
  process.send({ passed, failed, skipped, failures, failing: [...failing] }, () => process.exit());
});
