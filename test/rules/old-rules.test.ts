import { fixing } from '../support/fixing';
import { reviewer } from '../support/reviewers';
import { opencodeFile } from '../support/viewing';

const at = opencodeFile;

describe('an old map of tools', () => {
  it('becomes the rules that the host derives from it', () => {
    fixing(
      reviewer(`
      to|ols:
        "*": false
        read: true
        write: true
        docs_*: true
      mode: subagent
`),
      { at },
    )
      .offersForReview('Convert to "permission"')
      .taking('Convert to "permission"')
      .gives(
        reviewer(`
      permission:
        '*': deny
        read: allow
        edit: allow
        docs_*: allow
      mode: subagent
`),
      );
  });

  it('is inserted before existing rules, which override it', () => {
    fixing(
      reviewer(`
      to|ols: {write: false, bash: false, docs_search: true}
      permission:
        webfetch: deny
        bash: ask
`),
      { at },
    )
      .offersForReview('Convert to "permission"')
      .taking('Convert to "permission"')
      .gives(
        reviewer(`
      permission:
        edit: deny
        docs_search: allow
        webfetch: deny
        bash: ask
`),
      );
  });

  it('is not converted if rules with patterns or comments exist', () => {
    const others = [
      'permission:\n  bash:\n    "git *": allow\nto|ols:\n  bash: false',
      'to|ols:\n  write: false # no',
    ];
    for (const head of others)
      fixing(`---\ndescription: d\n${head}\n---\nYou review.\n`, { at }).offersNot(
        'Convert to "permission"',
      );
  });
});
