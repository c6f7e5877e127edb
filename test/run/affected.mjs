// The unit tests that a change can break: those that import a changed file, directly or not, and those that name it or a folder of it,
// because they read it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/build/options.mjs';
import { affectedBy } from './affected-by.mjs';
import { changedFiles } from './changed-files.mjs';
import { bundleTests, runMocha } from './mocha.mjs';
import { none } from './tally.mjs';
import { quickFiles, smoke } from './unit.mjs';

const textOf = (file) => readFileSync(path.join(root, file), 'utf8');

export default async function run() {
  const tests = quickFiles();
  const { inputs } = await bundleTests('affected', tests);
  const changed = changedFiles(root);
  const files = affectedBy(changed, { tests, inputs, textOf });
  console.log(
    `${changed.length} changed files concern ${files.length} of ${tests.length} test files`,
  );
  return files.length > 0 ? runMocha('affected', files, { share: smoke }) : none;
}
