// An error is a promise that something is lost. Over every real file, wherever it lies, each must keep it.
import assert from 'node:assert/strict';
import { describeWithShared } from '../support/shared';
import { precision } from './precision';

describeWithShared('errors over real files', () => {
  it('stand beside an agent that is lost, or a limit that is, as the programs have it: node scripts/precision.mjs', () => {
    const all = precision();
    const { offenders, errorsOnUnchanged, unchanged } = all;
    assert.deepEqual(
      offenders.map(({ file, as, line, finding }) => `${file}:${line} ${as} ${finding.message}`),
      [],
    );
    assert.equal(errorsOnUnchanged, 0);
    assert.ok(unchanged > 3_000, 'files that load as they are written');
    const { programs } = all;
    assert.ok(programs.asked > 3_000, 'programs were asked');
    assert.deepEqual(programs.otherwise, [], 'a program did otherwise than we say');
    assert.ok(
      programs.untold.every((file) => /\/README\.md /.test(file)),
      programs.untold.join(', '),
    );
  }).timeout(120_000);
});
