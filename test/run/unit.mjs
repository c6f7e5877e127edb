// Unit tests: everything named *.test.ts, except for the folders that have parts of their own. Slow tests (recorded cases,
// whole corpora, generated texts, copies of the project) are recognized by their folder or their title and run in a part of
// their own, so that the rest stays quick enough to run at every save. Files that are named on the command line run completely.
import { filesBelow, runMocha } from './mocha.mjs';
import { skip } from './tally.mjs';

const otherParts = /^test\/(editor|layers|clients|ci|bench)\//;
const longFile = /^test\/(hosts|fuzz)\/|\.fuzz\.test\.ts$/;
// The title of a test begins with its file, without `test/` and the ending.
const long = '^(hosts|fuzz|new)/|^\\S+\\.fuzz |real files';

const tests = () => filesBelow('test', '.test.ts').filter((file) => !otherParts.test(file));

export default function run({ only }) {
  if (only.length === 0) {
    const quick = tests().filter((file) => !longFile.test(file));
    return runMocha('unit', quick, { not: long });
  }
  const named = tests().filter((file) => only.some((word) => file.includes(word)));
  return named.length > 0 ? runMocha('unit', named) : skip('no test file of that name');
}

export const runLonger = () => runMocha('longer', tests(), { only: long });
