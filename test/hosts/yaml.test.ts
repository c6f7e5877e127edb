// What each text comes to, and where and why another is an error. The table was reviewed;
// `node scripts/snapshots.mjs --update hosts/yaml` stores another, to be reviewed like code.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { yamlSnapshots } from '../snapshots/snapshots';

describe('the YAML of the Rust libraries', () => {
  for (const { file, text } of yamlSnapshots)
    it(`is as reviewed: ${file}`, () => {
      assert.equal(text(), existsSync(file) ? readFileSync(file, 'utf8') : '', file);
    });
});
