// Runs tests of one bundle with one fault switched on, or without any, to record which tests reach which fault. The switches
// are those of StrykerJS: its sources ask `__stryker__` which fault is on, and count there what they pass.
import { createRequire } from 'node:module';
import Mocha from 'mocha';
import testFile from '../../test/run/describe-file.cjs';

const [bundle] = process.argv.slice(2);
process.once('message', ({ active, only, not, record }) => {
  const switches = {
    ...(active && {
      activeMutant: active.id,
      hitCount: 0,
      // A fault may make a loop endless.
      hitLimit: active.hits * 100 + 1000,
    }),
    mutantCoverage: { static: {}, perTest: {} },
  };
  globalThis.__stryker__ = switches;
  const mocha = new Mocha({ reporter: Mocha.reporters.Base, timeout: 120_000, bail: !record });
  mocha.suite.emit('pre-require', globalThis, bundle, mocha);
  globalThis.suite = globalThis.describe;
  globalThis.test = globalThis.it;
  const { files } = createRequire(import.meta.url)(bundle);
  for (const [file, load] of Object.entries(files)) testFile.describeFile(file, load);

  const wanted = only && new Set(only);
  // The test of a file that cannot be loaded exists only then.
  keepTests(mocha.suite, (title) =>
    wanted ? wanted.has(title) || title.endsWith(' loads') : !title.includes(not),
  );
  if (!record) {
    run(mocha, () => ({}));
    return;
  }
  const recorded = recording(record, switches);
  mocha.suite.beforeEach(recorded.before);
  mocha.suite.afterEach(recorded.after);
  run(mocha, recorded.end);
});

function keepTests(suite, isKept) {
  suite.tests = suite.tests.filter((test) => isKept(test.fullTitle()));
  for (const inner of suite.suites) keepTests(inner, isKept);
}

function run(mocha, more) {
  const runner = mocha.run();
  runner.on('end', () =>
    process.send({ failed: runner.stats.failures, ...more() }, () => process.exit()),
  );
}

/** Which tests that pass reach which chosen fault, and which reach any fault of a file. */
function recording({ chosen, files }, switches) {
  const fileOf = new Map(files);
  const isChosen = new Set(chosen);
  const durations = {};
  const byMutant = {};
  const byFile = {};
  const mutantOf = (id) => {
    byMutant[id] ??= { hits: 0, isOnce: false, isStatic: false, tests: [] };
    return byMutant[id];
  };
  return {
    before() {
      switches.currentTestId = 'now';
    },
    after() {
      const counts = switches.mutantCoverage.perTest.now ?? {};
      switches.mutantCoverage.perTest = {};
      switches.currentTestId = undefined;
      const test = this.currentTest;
      if (test.state !== 'passed') return;
      const title = test.fullTitle();
      durations[title] = test.duration;
      const reached = new Set();
      for (const [id, hits] of Object.entries(counts)) {
        reached.add(fileOf.get(id));
        if (!isChosen.has(id)) continue;
        const mutant = mutantOf(id);
        mutant.hits += hits;
        mutant.tests.push(title);
      }
      for (const file of reached) {
        byFile[file] ??= [];
        byFile[file].push(title);
      }
    },
    end() {
      for (const [id, hits] of Object.entries(switches.mutantCoverage.static)) {
        if (!isChosen.has(id)) continue;
        const mutant = mutantOf(id);
        mutant.hits += hits;
        mutant.isStatic = true;
      }
      for (const mutant of Object.values(byMutant))
        mutant.isOnce = mutant.isStatic || mutant.tests.length === 1;
      return { durations, byMutant, byFile };
    },
  };
}
