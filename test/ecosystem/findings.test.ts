// What the rules find in agent files is stored, so that a change which alters findings shows what it does to them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describeWith } from '../support/resources';
import { asText, difference, everyFinding, fingerprintOf, stored } from './findings';

const before = readFileSync(stored, 'utf8');
const now = asText(everyFinding());
const isOfThese = fingerprintOf(before) === fingerprintOf(now);

describeWith(isOfThese, 'no findings are stored for this corpus', 'real files', () => {
  it(`give the findings in ${stored}: node scripts/ecosystem.mjs --update`, () => {
    const changes = difference(before, now);
    assert.equal(changes.length, 0, `\n    ${changes.join('\n    ')}`);
  }).timeout(120_000);
});
