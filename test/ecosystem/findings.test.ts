// What the rules find in agent files is stored, so that a change which alters findings shows what it does to them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describeWith } from '../support/resources';
import { difference, everyFinding, filesOf, snapshots } from './findings';

for (const { file, folder, asText } of snapshots) {
  const before = readFileSync(file, 'utf8');
  const isOfThese = filesOf(before) === filesOf(asText([]));

  describeWith(isOfThese, 'no findings are stored for this corpus', `real files, ${file}`, () => {
    it('has their findings: node scripts/ecosystem.mjs --update', () => {
      const changes = difference(before, asText(everyFinding(folder)));
      assert.equal(changes.length, 0, `\n    ${changes.join('\n    ')}`);
    }).timeout(120_000);
  });
}
