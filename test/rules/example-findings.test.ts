// What an author sees of every rule: the severity, place and message of each finding in its failing examples, and each fix. The texts
// in test/rules/examples were reviewed; `node scripts/snapshots.mjs --update` stores others, to be reviewed like code.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { leftOver, ruleSnapshots } from '../snapshots/snapshots';

describe('the reviewed examples', () => {
  for (const { file, text } of ruleSnapshots)
    it(`are what an author sees: ${file}`, () => {
      assert.equal(text(), existsSync(file) ? readFileSync(file, 'utf8') : '', file);
    });

  it('belong to a rule', () => assert.deepEqual(leftOver(), []));
});
