import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { opencodeFile } from '../support/viewing';

const at = opencodeFile;

describe('a permission that another overrules', () => {
  it('is told of at the one that wins', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        edit: deny
        bash:
          "git *": ask
        "*": allow
        ^^^ error overridden-permission: "*": allow overrides "edit": deny and "git *": ask. Move it above them.
      ---
      You review.
    `,
      { at },
    );
  });

  it('is a warning where less is allowed than is written', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        bash:
          "git diff *": allow
          "git *": ask
          ^^^^^^^ warning overridden-permission: "git *": ask overrides "git diff *": allow. Move it above them.
      ---
      You review.
    `,
      { at },
    );
  });

  it('says nothing of rules that say the same, or of which none covers the other', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        edit: deny
        bash:
          "git diff *": allow
          "git log *": deny
          "* --force": deny
        webfetch: deny
      ---
      You review.
    `,
      { at },
    );
  });

  it('holds once the wider one stands before it, comments and line breaks kept', () => {
    for (const crlf of [{}, { crlf: true } as const]) {
      const door = fixing(
        `
        ---
        description: Reviews changes.
        permission:
          # never
          edit: deny
          bash: ask # each time
          "*|": allow # the rest
        mode: all
        ---
        You review.
      `,
        { at, ...crlf },
      );
      door
        .offersForReview('Move "*" above them')
        .taking('Move "*" above them')
        .gives(`
        ---
        description: Reviews changes.
        permission:
          # never
          "*": allow # the rest
          edit: deny
          bash: ask # each time
        mode: all
        ---
        You review.
      `);
    }
  });

  it('is left to the author between braces', () => {
    fixing('---\npermission: { edit: deny, "*|": allow }\n---\nYou review.\n', {
      at,
    }).offersNot('Move "*" above them');
  });
});
