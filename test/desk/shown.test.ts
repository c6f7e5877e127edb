// What the preview, the graph, the Agents view and the steps of a new agent show. The texts were reviewed;
// `node scripts/snapshots.mjs --update desk/shown` stores others, to be reviewed like code.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { clientSnapshots } from '../snapshots/snapshots';

describe('the views', () => {
  for (const { file, text } of clientSnapshots)
    it(`are as reviewed: ${file}`, () => {
      assert.equal(text(), existsSync(file) ? readFileSync(file, 'utf8') : '', file);
    });
});
