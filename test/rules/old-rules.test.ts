import { fixing } from '../support/fixing';
import { opencodeFile } from '../support/viewing';

const at = opencodeFile;

describe('an old map of tools', () => {
  it('becomes the rules that it stands for', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      to|ols:
        "*": false
        read: true
        write: true
        docs_*: true
      mode: subagent
      ---
      You review.
    `,
      { at },
    )
      .offersForReview('Write them in permission')
      .taking('Write them in permission')
      .gives(`
      ---
      description: Reviews changes.
      permission:
        '*': deny
        read: allow
        edit: allow
        docs_*: allow
      mode: subagent
      ---
      You review.
    `);
  });

  it('is left where there are rules already, or comments', () => {
    const others = [
      'permission:\n  bash: deny\nto|ols:\n  write: false',
      'to|ols:\n  write: false # no',
    ];
    for (const head of others)
      fixing(`---\ndescription: d\n${head}\n---\nYou review.\n`, { at }).offersNot(
        'Write them in permission',
      );
  });
});
