// The links from facts to cases and rules hold when the facts are taken away, which takes longer than to look them up.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { linksOf } from '../conformance/evidence/links';
import { hosts } from '../support/catalog';

describe('the evidence', () => {
  it('changes the findings of each rule that names it as its source', function () {
    this.timeout(240_000);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/evidence.mjs', '--rules'],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, `${stdout}\n${stderr}`);
  });

  it('holds in a sample of the links', function () {
    this.timeout(120_000);
    const all = hosts.map(({ id }) => JSON.stringify(linksOf(id))).join('\n');
    const seed = createHash('sha256').update(all).digest().readUInt16BE();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/evidence.mjs', '--sample', '8', '--seed', String(seed)],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, `${stdout}\n${stderr}`);
  });
});
