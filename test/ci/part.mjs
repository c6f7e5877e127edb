// The gates of other people's repositories: pre-commit and the GitHub Action, each on a small repository.
import { filesBelow, runMocha } from '../run/mocha.mjs';
import { ensurePreCommit } from './pre-commit.mjs';

export default function run() {
  ensurePreCommit();
  return runMocha('ci', filesBelow('test/ci', '.test.ts'), { processes: 1 });
}
