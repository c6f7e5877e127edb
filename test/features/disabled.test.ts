// An agent that its author disabled has no findings.
import assert from 'node:assert/strict';
import { opencodeFile, viewAt } from '../support/viewing';

const text = (disable: boolean): string =>
  `---\ndescription: "${'Long. '.repeat(400)}"\ndisable: ${disable}\ntools:\n  Foo: true\nTODO: "[your name]"\n---\n\nTODO: [your role]\n`;

const rules = (disable: boolean): string[] =>
  viewAt(text(disable), { at: opencodeFile })
    .findings()
    .map(({ rule }) => rule);

describe('an agent that is switched off', () => {
  it('has no findings, not even advice', () => {
    const [verdict] = viewAt(text(true), { at: opencodeFile }).shown();
    assert.deepEqual([verdict?.outcome, verdict?.reason], ['ignored', 'disabled']);
    assert.ok(rules(false).length > 1);
    assert.deepEqual(rules(true), []);
  });
});
