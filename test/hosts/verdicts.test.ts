// What our verdicts on the recorded cases state: their effects, reasons, places and what they depend on. The tables were reviewed;
// `node scripts/snapshots.mjs --update hosts/verdicts` stores others, to be reviewed like code.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { verdictSnapshots } from '../snapshots/snapshots';

describe('our verdicts on recorded cases', function () {
  this.timeout(60_000);
  for (const { file, text } of verdictSnapshots)
    it(`state the same: ${file}`, () => {
      assert.equal(text(), existsSync(file) ? readFileSync(file, 'utf8') : '', file);
    });
});
