// What an author sees in a file of Factory.
import assert from 'node:assert/strict';
import { viewAt } from '../../support/viewing';

const at = '.factory/agents/reviewer.md';

describe('Factory', () => {
  it('is the owner of its folder and has the agent', () => {
    const view = viewAt('---\ndescription: Reviews.\n---\nYou review.\n', { at });
    const [verdict] = view.verdicts();
    assert.equal(verdict?.place.host.id, 'factory');
    assert.equal(verdict.persona?.id, 'reviewer');
    assert.equal(verdict.persona.description, 'Reviews.');
    assert.equal(verdict.persona.prompt, 'You review.');
  });

  it('has no agent in a file without frontmatter', () => {
    const [verdict] = viewAt('You review.\n', { at }).verdicts();
    assert.equal(verdict?.persona, null);
  });
});
