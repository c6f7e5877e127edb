// The tokens of an agent file: known fields and placeholders get scopes, and no other token loses its own. The grammars of VS
// Code are tested in test/editor/suite/colors.test.ts.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describeColors } from './colors';
import { standIns } from './stand-ins';

describeColors('stand-in grammars', standIns);

describe('the grammars', () => {
  it('are what their sources and the hosts make them', function () {
    this.timeout(120_000);
    const checked = spawnSync(process.execPath, ['scripts/grammar.mjs', '--check'], {
      encoding: 'utf8',
    });
    assert.equal(
      checked.status,
      0,
      `run "node scripts/grammar.mjs": ${checked.stdout}${checked.stderr}`,
    );
  });
});
