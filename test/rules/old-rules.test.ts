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

  it('goes before the rules that are there already, which count for more', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      to|ols: {write: false, bash: false, docs_search: true}
      permission:
        webfetch: deny
        bash: ask
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
        edit: deny
        docs_search: allow
        webfetch: deny
        bash: ask
      ---
      You review.
    `);
  });

  it('is left where rules with patterns are there for the same, or comments', () => {
    const others = [
      'permission:\n  bash:\n    "git *": allow\nto|ols:\n  bash: false',
      'to|ols:\n  write: false # no',
    ];
    for (const head of others)
      fixing(`---\ndescription: d\n${head}\n---\nYou review.\n`, { at }).offersNot(
        'Write them in permission',
      );
  });
});
