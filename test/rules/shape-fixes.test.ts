import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { vscodeFile } from '../support/viewing';

describe('a value in the wrong shape', () => {
  it('becomes a list with its comments', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      skills: do|cs-update, review # ours
      ---
      You review.
    `,
      { at: vscodeFile },
    )
      .taking('Convert to a list')
      .gives(`
      ---
      description: Reviews changes.
      skills: [docs-update, review] # ours
      ---
      You review.
    `);
  });

  it('becomes a string if the list has one item', () => {
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      model: [so|nnet] # enough
      ---
      You review.
    `)
      .taking('Remove the brackets around "sonnet"')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      model: sonnet # enough
      ---
      You review.
    `);
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      model: [so|nnet, opus]
      ---
      You review.
    `).offersNot('Remove the brackets around "sonnet"');
  });

  it('is quoted as it is where it is only shown, which is no warning', () => {
    const at = '.claude/commands/list.md';
    diagnosing(
      `
      ---
      description: Lists issues.
      argument-hint: [--state STATE]
                     ^^^^^^^^^^^^^^^ information invalid-type: Claude Code shows the items of the list. Quote the value.
      ---
      List issues.`,
      { at },
    );
    fixing('---\ndescription: Lists issues.\nargument-hint: [issue, |"--all"]\n---\nList.\n', {
      at,
    })
      .offersSafely('Quote the value of "argument-hint"')
      .taking('Quote the value of "argument-hint"')
      .gives(`---\ndescription: Lists issues.\nargument-hint: '[issue, "--all"]'\n---\nList.\n`);
  });

  it('is reported once for all items of a list', () => {
    diagnosing(
      `
      ---
      description: Lists issues.
      arguments:
        - name: state
          ^^^^^^^^^^^ warning invalid-type: Each item of "arguments" must be a string, not a map. Claude Code silently ignores it. Write only the name.
        - name: label
      ---
      List issues.`,
      { at: '.claude/commands/list.md' },
    );
  });
});
