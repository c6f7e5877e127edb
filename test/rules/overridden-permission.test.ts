import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { opencodeFile } from '../support/viewing';

const at = opencodeFile;

describe('a permission that another overrides', () => {
  it('is reported at the rule that wins', () => {
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

  it('is a warning if less is allowed than written', () => {
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

  it('is not reported if the rules are equal or do not overlap', () => {
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

  it('applies after the broader rule is moved before it, with comments and line breaks', () => {
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

  it('is not moved inside braces', () => {
    fixing('---\npermission: { edit: deny, "*|": allow }\n---\nYou review.\n', {
      at,
    }).offersNot('Move "*" above them');
  });
});
