// What the command line prints: output, errors and exit codes. The texts were reviewed;
// `node scripts/snapshots.mjs --update cli/printed` stores others, to be reviewed like code.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { commandSnapshots } from '../snapshots/snapshots';

describe('the command line', () => {
  for (const { file, text } of commandSnapshots)
    it(`is as reviewed: ${file}`, () => {
      assert.equal(text(), existsSync(file) ? readFileSync(file, 'utf8') : '', file);
    });
});
