// Unit tests: everything named *.test.ts, but for the rooms that have parts of their own.
import { filesBelow, runMocha } from './mocha.mjs';
import { skip } from './tally.mjs';

const otherParts = /^test\/(editor|layers|clients|bench)\//;

export default async function run({ only }) {
  const files = filesBelow('test', '.test.ts')
    .filter((file) => !otherParts.test(file))
    .filter((file) => only.length === 0 || only.some((word) => file.includes(word)));
  return files.length > 0 ? runMocha('unit', files) : skip('no test file of that name');
}
