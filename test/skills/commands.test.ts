// What an author sees in a command.
import assert from 'node:assert/strict';
import { completing } from '../support/completing';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const claude = { at: '.claude/commands/git/review.md' };
const flat = { at: '.claude/commands/review.md' };
const opencode = { at: '.opencode/command/git/review.md' };

describe('a command', () => {
  it('has the path below its folder as its name, in the form of each program', () => {
    const text = '---\ndescription: Reviews.\n---\nReview it.\n';
    const named = ({ at }: { at: string }): readonly (string | null)[] =>
      viewAt(text, { at })
        .verdicts()
        .map(({ place, skill }) => skill && `${place.host.name}: ${skill.id}`);
    assert.deepEqual(named(claude), ['Claude Code: git:review']);
    assert.deepEqual(named(flat), ['Claude Code: review', 'Copilot CLI: review']);
    assert.deepEqual(named(opencode), ['OpenCode: git/review']);
  });

  it('needs no frontmatter', () => {
    diagnosing('Review the changes.\n', claude);
    diagnosing('Review the changes.\n', flat);
    diagnosing('Review the changes.\n', opencode);
  });

  it('stops OpenCode if a value has another type', () =>
    diagnosing(
      `
      ---
      description: 5
                   ^ error invalid-type: OpenCode does not start.
      ---
      Review it.
      `,
      opencode,
    ));

  it('is reported if neither users nor the model can call it', () =>
    diagnosing(
      `
      ---
      description: Reviews.
      disable-model-invocation: true
      ^^^^^^^^^^^^^^^^^^^^^^^^ warning unreachable-skill: Neither users nor the model can call this file in Claude Code.
      user-invocable: false
      ---
      Review it.
      `,
      claude,
    ));

  it('completes the fields of each program', () => {
    completing('---\nd|\n---\n', claude).offers('description', 'disable-model-invocation');
    completing('---\ns|\n---\n', opencode).offers('subtask');
  });

  it('has no message about agents or skills', () => {
    const texts = [
      '---\ndescription: [a]\nallowed-tools: bash\ncontext: forked\nmodel: 5\n---\nGo.\n',
      '---\nname: _x\ndescription: "x\n---\nGo.\n',
      ' ---\ndescription: x\n---\nGo.\n',
      '---\n- a\n---\nGo.\n',
      '---\ndescription: x\n',
    ];
    for (const at of [claude, flat, opencode].map((one) => one.at))
      for (const text of texts)
        for (const { message } of findingsIn(text, { at }))
          assert.doesNotMatch(words(message), /\b(?:agents?|skills?|persona)\b/i, `${at}\n${text}`);
  });
});
