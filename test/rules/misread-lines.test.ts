// What an author sees of misread-lines. Its examples are tested by test/rules/examples.test.ts.
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';

const at = '.cursor/agents/reviewer.md';
const file = (head: string): string => `---\nname: reviewer\n${head}\n---\nYou review.\n`;

describe('misread-lines', () => {
  it('reports a limit without a colon as lost', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      readonly true
      ^^^^^^^^ error misread-lines: Cursor ignores lines without a colon.
      model fast
      ^^^^^ warning misread-lines: No colon after "model".
      ---
      You review.
      `,
      { at },
    ));

  it('adds the colon, also in place of an equals sign', () => {
    for (const line of ['readonly| true', 'readonly|   true', 'readonly| = true', 'readonly|=true'])
      fixing(file(`description: Reviews changes.\n${line}`), { at })
        .taking('Add the colon')
        .gives(file('description: Reviews changes.\nreadonly: true'));
    fixing(file('Description| Reviews changes.'), { at })
      .taking('Add the colon')
      .gives(file('Description: Reviews changes.'));
  });

  it('reports no other line without a colon', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      readonly false
      is_background no
      tools Read
      model the domain first
      readonly
      reads only true
      metadata:
      ^^^^^^^^ hint unknown-field: "metadata" is not a field
        model fast
      ---
      You review.
      `,
      { at },
    ));

  it('reports no line whose field another line sets', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      model fast
      model: inherit
      ---
      You review.
      `,
      { at },
    ));

  it('reports a limit in the next line once', () => {
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      readonly: >-
      ^^^^^^^^ error misread-lines: Write the value on one line.
        true
      ---
      You review.
      `,
      { at },
    );
    fixing(file('description: Reviews changes.\nreadonly|: >-\n  true'), { at })
      .taking('Write it on one line')
      .gives(file('description: Reviews changes.\nreadonly: true'));
  });

  it('shows keys as the author wrote them', () => {
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      ReadOnly: "true"
                ^^^^^^ error invalid-value: "ReadOnly" must be
      forceDefaultModel: true
      ^^^^^^^^^^^^^^^^^ warning unknown-field: "forceDefaultModel" is not a field
      ---
      You review.
      `,
      { at },
    );
  });
});
