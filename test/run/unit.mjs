// Unit tests: everything named *.test.ts, but for the rooms that have parts of their own. Named files are found in the
// hosts' room too.
import { filesBelow, runMocha } from './mocha.mjs';
import { skip } from './tally.mjs';

const otherParts = /^test\/(editor|layers|clients|bench)\//;
const longer = /^test\/(hosts|fuzz)\/|\.fuzz\.test\.ts$/;

const tests = () => filesBelow('test', '.test.ts').filter((file) => !otherParts.test(file));

export default async function run({ only }) {
  const files =
    only.length > 0
      ? tests().filter((file) => only.some((word) => file.includes(word)))
      : tests().filter((file) => !longer.test(file));
  return files.length > 0 ? runMocha('unit', files) : skip('no test file of that name');
}

/** Recorded cases, whole corpora and made-up texts: the same kind of test, but it takes longer. */
export function runLonger() {
  const files = tests().filter((file) => longer.test(file));
  return files.length > 0 ? runMocha('longer', files) : skip('no such test');
}
