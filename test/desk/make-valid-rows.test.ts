import assert from 'node:assert/strict';
import {
  isPreselected,
  lineReasons,
  noCommonForm,
  nothingToChange,
  programRows,
  secondFiles,
  summaryOf,
} from '../../client/commands/make-valid-rows';
import type { ValidFor } from '../../server/protocol/protocol';

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
  change: {
    steps: ['Put quotes around description', 'Replace with red in color'],
    reasons: [
      { hostName: 'Beta', message: 'Beta rejects the file.', line: 2 },
      { hostName: 'Beta', message: 'Beta does not start.', line: 3 },
    ],
    ...{ text: '', edits: [] },
  },
  notes: ['Alpha will not have "color" any more.'],
};
describe('making a file valid for hosts', () => {
  it('shows the outcome in each host, and whether it applies to its own folder', () => {
    assert.deepEqual(
      programRows(answer).map(({ description, icon }) => [description, icon]),
      [
        ['loads as x', 'pass'],
        ["will not start (color) · in the program's own folder", 'error'],
      ],
    );
    assert.ok(isPreselected(answer, 'a'));
    assert.ok(!isPreselected(answer, 'b'));
  });

  it('reports that no action is needed only where nothing remains', () => {
    assert.match(nothingToChange([]), /^No action needed\./);
    assert.equal(
      nothingToChange(['Alpha does not grant "Bahs".']),
      'The selected programs load the file. Alpha does not grant "Bahs".',
    );
  });

  it('summarizes the change and what it costs', () => {
    assert.equal(
      summaryOf(answer, 'x.md', ['Alpha', 'Beta']),
      '2 changes make x.md valid for Alpha, Beta. Alpha will not have "color" any more.',
    );
  });

  it('has one reason for each change, at its line', () => {
    assert.deepEqual(lineReasons(answer), [
      {
        line: 2,
        label: 'Put quotes around description',
        hostName: 'Beta',
        message: 'Beta rejects the file.',
      },
      {
        line: 3,
        label: 'Replace with red in color',
        hostName: 'Beta',
        message: 'Beta does not start.',
      },
    ]);
    assert.deepEqual(lineReasons({ ...answer, change: null }), []);
  });

  it('explains why there is no common form, and offers a second file for the other host', () => {
    const none = { ...answer, change: null, notes: ['One.', 'Two.', 'Three.'] };
    assert.equal(
      noCommonForm(none, 'x.md', ['Alpha', 'Beta']),
      'No single form of x.md is valid for Alpha and Beta. One. Two.',
    );
    assert.match(noCommonForm({ ...none, notes: [] }, 'x.md', ['Beta']), / Beta word word/);
    assert.deepEqual(secondFiles(none, ['a', 'b']), [{ from: 'a', host: 'b', hostName: 'Beta' }]);
    assert.deepEqual(secondFiles(none, ['a']), []);
    const lost = { ...none, hosts: none.hosts.map((one) => ({ ...one, isLoaded: false })) };
    assert.deepEqual(secondFiles(lost, ['a', 'b']), []);
  });
});
