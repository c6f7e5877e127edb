import assert from 'node:assert/strict';
import { hostRows, isPreselected, resultRows } from '../../client/commands/make-valid-rows';
import type { ValidFor } from '../../server/protocol';

const answer: ValidFor = {
  version: 1,
  hosts: [
    {
      ...{ host: 'a', hostName: 'Alpha', result: 'loads as x' },
      ...{ isLoaded: true, isHere: true, isIntended: true },
    },
    {
      ...{ host: 'b', hostName: 'Beta', result: 'will not start (color)' },
      ...{ isLoaded: false, isHere: false, isIntended: false },
    },
  ],
  blocked: [{ host: 'b', hostName: 'Beta', message: `Beta ${'word '.repeat(30)}end.`, line: 3 }],
  change: { steps: ['Put quotes around description', 'Replace with red in color'], edits: [] },
  notes: ['Alpha will not have "color" any more.'],
};
const labels = (given: ValidFor): readonly string[] =>
  resultRows(given, ['a', 'b']).rows.map(({ label }) => label);

describe('making a file valid for hosts', () => {
  it('shows the outcome in each host, and whether it applies to its own folder', () => {
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

  it('starts with the suggested change', () => {
    assert.deepEqual(labels(answer).slice(0, 4), [
      'smallest change',
      'Put quotes around description, then replace with red in color',
      'Alpha will not have "color" any more.',
      'Beta · line 4',
    ]);
    assert.equal(resultRows(answer, ['a', 'b']).title, 'Make Valid for Alpha, Beta');
  });

  it('wraps long messages, and each row goes to the line of the problem', () => {
    const blocked = resultRows(answer, ['b']).rows.filter(({ kind }) => kind === 'blocked');
    assert.ok(blocked.length > 1);
    assert.ok(blocked.every(({ line, label }) => line === 3 && label.length <= 72));
  });

  it('reports that there is no automatic change, or that none is needed', () => {
    assert.equal(labels({ ...answer, change: null })[0], 'no automatic change available');
    assert.deepEqual(labels({ ...answer, change: null, blocked: [], notes: [] }), [
      'No action needed. The selected hosts load the file unchanged.',
    ]);
  });
});
