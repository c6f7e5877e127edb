// What the rules find in real agent files is kept, so that a change which alters findings shows what it does to them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describeWithShared } from '../support/shared';
import { asText, difference, snapshot } from './findings';

describeWithShared('real files', () => {
  it('give the findings that are kept: node scripts/ecosystem.mjs --update', () => {
    const changes = difference(
      readFileSync('test/ecosystem/findings.txt', 'utf8'),
      asText(snapshot()),
    );
    assert.equal(changes.length, 0, `\n    ${changes.join('\n    ')}`);
  }).timeout(120_000);
});
