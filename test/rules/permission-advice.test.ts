// Advice on permissions that would write a key or a pattern a second time.
import { diagnosing } from '../support/diagnosing';
import { opencodeFile } from '../support/viewing';

const at = opencodeFile;

describe('a permission whose intended key exists', () => {
  it('is not to be added a second time', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        "*": deny
        edit: allow
        write: allow
        ^^^^^ hint ineffective-permission: OpenCode has no permission named "write", and the rules for "edit" already apply. Remove this line.
        read: deny
        raed: allow
        ^^^^ warning ineffective-permission: OpenCode has no permission named "raed" and denies "read", so this line allows nothing. Change "read" or remove this line.
      ---
      You review.`,
      { at },
    );
  });
});

describe('a pattern without arguments', () => {
  it('is not reported if the pattern with arguments exists', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        bash:
          git push: deny
          git push *: deny
          "*": allow
          ^^^ error overridden-permission: "*": allow overrides "git push": deny and "git push *": deny
      ---
      You review.`,
      { at },
    );
  });

  it('is not reported if a later rule overrides it', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        bash:
          git status: allow
          "*": ask
          ^^^ warning overridden-permission: "*": ask overrides "git status": allow
      ---
      You review.`,
      { at },
    );
  });
});
