// Advice on permissions that would write a key or a pattern a second time.
import { diagnosing } from '../support/diagnosing';
import { opencodeFile } from '../support/viewing';

const at = opencodeFile;

describe('a permission whose meant key is there', () => {
  it('names no key to write that is there already', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        "*": deny
        edit: allow
        write: allow
        ^^^^^ hint ineffective-permission: "edit" already decides. Remove this line.
        read: deny
        raed: allow
        ^^^^ warning ineffective-permission: "read" decides and is denied, so this line allows nothing. Change "read" or remove this line.
      ---
      You review.`,
      { at },
    );
  });
});

describe('a pattern without arguments', () => {
  it('is no limit to widen where the wide pattern is there', () => {
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

  it('is no grant to widen where a later rule overrules it', () => {
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
