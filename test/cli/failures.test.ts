// Unforeseen errors.
import assert from 'node:assert/strict';
import { failureLines } from '../../server/cli/report/failure-lines';
import { running } from '../support/running';

describe('an unforeseen error on the command line', () => {
  it('is one line and exit code 2', () => {
    const git = (): never => {
      throw new Error('git\u001b[31m broke\nat night');
    };
    const { code, err, out } = running({}, ['check', '--changed'], '', { git });
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^dossier: unexpected error: git\S*\[31m broke at night\. Set .*\n$/);
    assert.ok(!err.includes('\u001b'));
  });

  it('has its stack on request', () => {
    const shown = failureLines(new Error('broke'), { DOSSIER_DEBUG: '1' });
    assert.match(shown, /^dossier: Error: broke\n +at /);
  });
});
