// What `check` reports of a skill or a command because of the other files of the workspace.
import assert from 'node:assert/strict';
import { reportedBy } from '../support/reporting';

const agent = (name: string): string =>
  `---\nname: ${name}\ndescription: Reviews changes.\n---\nReview.\n`;

describe('a skill among the files of a workspace', () => {
  it('names an agent that does not exist', () =>
    assert.deepEqual(
      reportedBy('unknown-agent', {
        '.claude/agents/reviewer.md': agent('reviewer'),
        '.claude/agents/tester.md': agent('tester'),
        '.claude/skills/review/SKILL.md':
          '---\ndescription: Reviews. Use when asked.\ncontext: fork\nagent: reviewr\n---\nReview.\n',
      }),
      [
        'warning Claude Code has no agent named "reviewr" in this workspace. Did you mean "reviewer"?',
      ],
    ));

  it('names one of the workspace or of the program', () => {
    for (const name of ['reviewer', 'Explore', 'general-purpose'])
      assert.deepEqual(
        reportedBy('unknown-agent', {
          '.claude/agents/reviewer.md': agent('reviewer'),
          '.claude/skills/review/SKILL.md': `---\ndescription: Reviews. Use when asked.\ncontext: fork\nagent: ${name}\n---\nReview.\n`,
        }),
        [],
      );
  });
});
