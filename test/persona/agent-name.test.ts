import assert from 'node:assert/strict';
import { nameProblem, withName } from '../../client/commands/agent-name';

describe('the name of a new agent', () => {
  it('takes what every host takes', () => {
    for (const name of ['reviewer', 'code-reviewer', '2nd-look'])
      assert.equal(nameProblem(name), undefined);
  });

  it('says what is wrong with others, and how it goes', () => {
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

  it('takes the place of the stop that asks for it', () => {
    assert.equal(
      withName('name: $\u007b1:name}\nuse: $\u007b2:x}', 'tester'),
      'name: tester\nuse: $\u007b2:x}',
    );
  });

  it('is put into the path', () => {
    assert.equal(withName('.claude/agents/{name}.md', 'tester'), '.claude/agents/tester.md');
  });
});
