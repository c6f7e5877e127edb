import assert from 'node:assert/strict';
import { nameProblem, promptLine, withName } from '../../client/new-agent/agent-name';
import { nameForPurpose } from '../../client/new-agent/purpose-name';

describe('the name of a new agent', () => {
  it('is valid if every host accepts it', () => {
    for (const name of ['reviewer', 'code-reviewer', '2nd-look'])
      assert.equal(nameProblem(name), undefined);
  });

  it('is rejected with a message about the problem, and a name that is valid', () => {
    assert.match(nameProblem('') ?? '', /Enter a name/);
    assert.match(nameProblem('a b') ?? '', /hyphens.*: a-b\./);
    assert.match(nameProblem('Reviewer') ?? '', /: reviewer\./);
    assert.match(nameProblem('../x') ?? '', /Start.*: x\./);
    assert.match(nameProblem('a/b') ?? '', /only.*: a-b\./);
    assert.match(nameProblem('a:b') ?? '', /only.*: a-b\./);
    assert.match(nameProblem('prüfer') ?? '', /only.*: prufer\./);
    assert.match(nameProblem('-a') ?? '', /Start.*: a\./);
    assert.match(nameProblem('a-') ?? '', /End.*: a\./);
    assert.match(nameProblem(' a') ?? '', /before/);
    assert.match(nameProblem('a'.repeat(65)) ?? '', /64 characters: a{64}\./);
    assert.equal(nameProblem('審査'), 'Use only letters, digits and hyphens.');
  });

  it('follows from the purpose', () => {
    assert.equal(nameForPurpose('Reviews SQL migrations for locks.'), 'sql-migrations-reviewer');
    assert.equal(nameForPurpose('an agent that writes release notes'), 'release-notes-writer');
    assert.equal(nameForPurpose('I want an agent to debug flaky tests'), 'flaky-tests-debugger');
    assert.equal(nameForPurpose('accessibility of web pages'), 'accessibility');
    assert.equal(nameForPurpose('Debug'), 'debugger');
    assert.equal(nameForPurpose('審査'), '');
    for (const purpose of ['Reviews: everything!', 'Use it to release. Then rest.'])
      assert.equal(nameProblem(nameForPurpose(purpose)), undefined, purpose);
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

  for (const [text, shown] of [
    ['---\nname: a\n---\n\n|You review.\n', 'after a frontmatter'],
    ['---\nname: a\n---\n \n\t\n|You review.\n', 'after lines with blanks only'],
    ['|You review.\n', 'without a frontmatter'],
    ['---\nname: a\n---\n|', 'at the end of a file without one'],
    ['name = "a"\nprompt = """\n|You review.\n"""\n', 'after three quotes'],
    ["name = 'a'\nprompt = '''\n|You review.\n'''\nmodel = 'x'\n", 'after three single quotes'],
    ['prompt = """\n|"""', 'in empty quotes at the end'],
    ['name = "a"\nprompt = """|', 'after quotes on the last line'],
  ] as const)
    it(`is followed by the prompt, where the caret is placed: ${shown}`, () => {
      const line = text.slice(0, text.indexOf('|')).split('\n').length - 1;
      assert.equal(promptLine(text.replace('|', '')), line);
    });
});
