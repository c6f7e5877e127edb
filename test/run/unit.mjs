// Unit tests: everything named *.test.ts, but for the rooms that have parts of their own. What takes longer (recorded
// cases, whole corpora, made-up texts, copies of the project) is told by its place or its title and has a part to itself, so that the rest stays
// quick enough to run at every save. Files that are named run whole.
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
