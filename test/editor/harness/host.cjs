// Runs a bundle of tests inside the extension host of a VS Code and writes down what came of it.
const { writeFileSync } = require('node:fs');
const mochaModule = require('mocha');

// mocha is an ES module: by the version of Node the constructor comes bare or in its namespace.
const Mocha = mochaModule.default ?? mochaModule;

exports.run = () =>
  new Promise((resolve, reject) => {
    const { DOSSIER_TESTS: bundle, DOSSIER_COUNTS: counts } = process.env;
    const mocha = new Mocha({ reporter: 'spec', color: false, timeout: 60000, slow: 2000 });
    mocha.suite.emit('pre-require', globalThis, bundle, mocha);
    require(bundle);
    const runner = mocha.run((failures) =>
      failures > 0 ? reject(new Error(`${failures} failed`)) : resolve(),
    );
    // The outermost suite bears the name of its file.
    const failing = new Set();
    runner.on('fail', (test) => failing.add(`test/${test.titlePath()[0]}.test.ts`));
    runner.on('end', () => {
      const { passes: passed, failures: failed, pending: skipped } = runner.stats;
      writeFileSync(counts, JSON.stringify({ passed, failed, skipped, failing: [...failing] }));
    });
  });
