// An error is a promise that something is lost. Over every real file, wherever it lies, each must keep it.
import assert from 'node:assert/strict';
import { corpusVerdicts, describeWith, noAnswers, scaled } from '../support/resources';
import { words } from '../support/words';
import { precision } from './precision';

/** Judged once for both tests. */
let judged: ReturnType<typeof precision> | undefined;
const judgedFiles = (): ReturnType<typeof precision> => {
  judged ??= precision();
  return judged;
};

describe('errors over real files', () => {
  it('stand beside an agent that is lost, or a limit that is, as the verdicts have it: node scripts/precision.mjs', () => {
    const all = judgedFiles();
    const { offenders, errorsOnUnchanged, unchanged } = all;
    assert.deepEqual(
      offenders.map(
        ({ file, as, line, finding }) => `${file}:${line} ${as} ${words(finding.message)}`,
      ),
      [],
    );
    assert.equal(errorsOnUnchanged, 0);
    assert.ok(unchanged > scaled(3_000), 'files that load as they are written');
  }).timeout(120_000);
});

const isAnswered = Object.keys(corpusVerdicts()).length > 0;

describeWith(isAnswered, noAnswers, 'errors over real files, and what the programs did', () => {
  it('agree', () => {
    const { programs } = judgedFiles();
    assert.ok(programs.asked > scaled(3_000), 'programs were asked');
    assert.deepEqual(programs.otherwise, [], 'a program did otherwise than we say');
    assert.ok(
      programs.untold.every((file) => /\/README\.md /.test(file)),
      programs.untold.join(', '),
    );
  }).timeout(120_000);
});
