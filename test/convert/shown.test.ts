// What conversions do: their accounts and files. The texts were reviewed;
// `node scripts/snapshots.mjs --update convert/shown` stores others, to be reviewed like code.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { conversionSnapshots } from '../snapshots/snapshots';

describe('conversions', () => {
  for (const { file, text } of conversionSnapshots)
    it(`are as reviewed: ${file}`, () => {
      assert.equal(text(), existsSync(file) ? readFileSync(file, 'utf8') : '', file);
    });
});
