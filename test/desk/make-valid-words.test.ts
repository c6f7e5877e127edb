import assert from 'node:assert/strict';
import { hostRows, isPreselected, resultRows } from '../../client/commands/make-valid-words';
import type { ValidFor } from '../../server/protocol';

const answer: ValidFor = {
  version: 1,
  hosts: [
    {
      ...{ host: 'a', hostName: 'Alpha', says: 'loads as x' },
      ...{ loads: true, isHere: true, isMeant: true },
    },
    {
      ...{ host: 'b', hostName: 'Beta', says: 'will not start (color)' },
      ...{ loads: false, isHere: false, isMeant: false },
    },
  ],
  blocked: [{ host: 'b', hostName: 'Beta', message: `Beta ${'word '.repeat(30)}end.`, line: 3 }],
  change: { steps: ['Put quotes around description', 'Replace with red in color'], edits: [] },
  notes: ['Alpha will not have "color" any more.'],
};
const labels = (given: ValidFor): readonly string[] =>
  resultRows(given, ['a', 'b']).rows.map(({ label }) => label);

describe('making a file valid for hosts', () => {
  it('shows how each host fares, and where a host would have to look', () => {
    assert.deepEqual(
      hostRows(answer).map(({ description, icon }) => [description, icon]),
      [
        ['loads as x', 'pass'],
        ["will not start (color) · in the host's own folder", 'error'],
      ],
    );
    assert.ok(isPreselected(answer, 'a'));
    assert.ok(!isPreselected(answer, 'b'));
  });

  it('begins with what is to be done', () => {
    assert.deepEqual(labels(answer).slice(0, 4), [
      'smallest change',
      'Put quotes around description, then replace with red in color',
      'Alpha will not have "color" any more.',
      'Beta · line 4',
    ]);
    assert.equal(resultRows(answer, ['a', 'b']).title, 'Make Valid for Alpha, Beta');
  });

  it('breaks what is longer than a row, and every line leads to its place', () => {
    const blocked = resultRows(answer, ['b']).rows.filter(({ kind }) => kind === 'blocked');
    assert.ok(blocked.length > 1);
    assert.ok(blocked.every(({ line, label }) => line === 3 && label.length <= 72));
  });

  it('says so where nothing does it, and where nothing is to be done', () => {
    assert.equal(labels({ ...answer, change: null })[0], 'no automatic change available');
    assert.deepEqual(labels({ ...answer, change: null, blocked: [], notes: [] }), [
      'No action needed. The selected hosts load the file unchanged.',
    ]);
  });
});
