// What an author sees of broken-link. Its examples are tested by test/rules/examples.test.ts.
import assert from 'node:assert/strict';
import { reportedBy } from '../support/reporting';

const at = '.claude/skills/review/SKILL.md';
const skill = (body: string): string =>
  `---\nname: review\ndescription: Reviews changes. Use when asked.\n---\n\n${body}\n`;

describe('broken-link', () => {
  it('reports a linked file that the folder of the skill does not have', () =>
    assert.deepEqual(
      reportedBy('broken-link', {
        [at]: skill('Read [a](references/a.md), [b](references/b.md "B") and ![c](assets/c.png).'),
        '.claude/skills/review/references/b.md': 'B',
      }),
      [
        'warning "references/a.md" does not exist in the folder of the skill, so the model cannot read it. Create the file, or correct the path.',
        'warning "assets/c.png" does not exist in the folder of the skill, so the model cannot read it. Create the file, or correct the path.',
      ],
    ));

  it('is once for a folder that several programs share', () =>
    assert.equal(
      reportedBy('broken-link', { '.agents/skills/review/SKILL.md': skill('See [a](a/b.md).') })
        .length,
      1,
    ));

  it('accepts folders, encoded names that exist, other places and code', () =>
    assert.deepEqual(
      reportedBy('broken-link', {
        [at]: skill(
          'See [f](references/), [e](references/a%20b.md), [o](../other/SKILL.md), [p](%2e%2e/x.md), [q](%E0%A4.md) and `[c](d/e.md)`.',
        ),
        '.claude/skills/review/references/a b.md': 'A',
      }),
      [],
    ));
});
