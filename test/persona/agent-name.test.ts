import assert from 'node:assert/strict';
import { nameProblem, withName } from '../../client/new-agent/agent-name';

describe('the name of a new agent', () => {
  it('is valid if every host accepts it', () => {
    for (const name of ['reviewer', 'code-reviewer', '2nd-look'])
      assert.equal(nameProblem(name), undefined);
  });

  it('is rejected with a message about the problem', () => {
    assert.match(nameProblem('') ?? '', /Enter a name/);
    assert.match(nameProblem('a b') ?? '', /hyphens/);
    assert.match(nameProblem('Reviewer') ?? '', /reviewer/);
    assert.match(nameProblem('../x') ?? '', /Start/);
    assert.match(nameProblem('a/b') ?? '', /only/);
    assert.match(nameProblem('a:b') ?? '', /only/);
    assert.match(nameProblem('-a') ?? '', /Start/);
    assert.match(nameProblem(' a') ?? '', /before/);
    assert.match(nameProblem('a'.repeat(65)) ?? '', /64/);
  });

  it('replaces the tab stop that asks for it', () => {
    assert.equal(
      withName('name: $\u007b1:name}\nuse: $\u007b2:x}', 'tester'),
      'name: tester\nuse: $\u007b2:x}',
    );
  });

  it('is inserted into the path', () => {
    assert.equal(withName('.claude/agents/{name}.md', 'tester'), '.claude/agents/tester.md');
  });
});
