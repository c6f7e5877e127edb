// Runs a bundle of tests inside the extension host of a VS Code and writes down what came of it.
const { writeFileSync } = require('node:fs');
const mochaModule = require('mocha');
const { describeFile } = require('../../run/describe-file.cjs');
const { failureOf } = require('../../run/failure.cjs');

// mocha is an ES module: by the version of Node the constructor comes bare or in its namespace.
const Mocha = mochaModule.default ?? mochaModule;

exports.run = () =>
  new Promise((resolve, reject) => {
    const { DOSSIER_TESTS: bundle, DOSSIER_COUNTS: counts } = process.env;
    const mocha = new Mocha({ reporter: 'spec', color: false, timeout: 60000, slow: 2000 });
    mocha.suite.emit('pre-require', globalThis, bundle, mocha);
    for (const [file, load] of Object.entries(require(bundle).files)) describeFile(file, load);
    const runner = mocha.run((failures) =>
      failures > 0 ? reject(new Error(`${failures} failed`)) : resolve(),
    );
    // The outermost suite bears the name of its file.
    const failing = new Set();
    const failures = [];
    runner.on('fail', (test, error) => {
      const file = `test/${test.titlePath()[0]}.test.ts`;
      failing.add(file);
      failures.push(failureOf(test, error, file));
    });
    runner.on('end', () => {
      const { passes: passed, failures: failed, pending: skipped } = runner.stats;
      const found = { passed, failed, skipped, failures, failing: [...failing] };
      writeFileSync(counts, JSON.stringify(found));
    });
  });
