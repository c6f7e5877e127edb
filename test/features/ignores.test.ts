// Comments that ignore a finding, as an author writes them: which findings are suppressed, which remain, and findings on the
// comment.
import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { fixing, fixingAll } from '../support/fixing';
import { processorTime } from '../support/processor-time';
import { opencodeFile } from '../support/viewing';

const opencode = { at: opencodeFile };

describe('a comment that ignores', () => {
  it('speaks of the field below it, down to its last line', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      # dossier-ignore unknown-field: our dashboard reads it
      owner: payments
      reviewed: 2026-01-01
      ^^^^^^^^ hint unknown-field: "reviewed" is not a field
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      # dossier-ignore unknown-tool, removed-tool: an extension brings them
      tools:
        - Foo
        - MultiEdit
        - Read
      ---
      `);
  });

  it('speaks of one item of a list', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools:
        - Read
        # dossier-ignore unknown-tool: an extension brings it
        - Foo
        - Bar
          ^^^ warning unknown-tool: "Bar"
      ---
      `);
  });

  it('speaks of one key of a map', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        # dossier-ignore invalid-permission: asked for upstream
        edit: never
      ---
      `,
      { ...opencode, besides: ['breaking-value'] },
    );
  });

  it('may be next to other comments and empty lines', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      # dossier-ignore unknown-field: our dashboard reads it

      # who to ask
      owner: payments
      ---
      `);
  });

  it('is not a comment inside a string', () => {
    diagnosing(`
      ---
      name: reviewer
      description: |
        Reviews changes.
        # dossier-ignore unknown-field: a part of the description
      owner: payments
      ^^^^^ hint unknown-field: "owner" is not a field
      ---
      `);
  });

  it('speaks of the paragraph below it in the prompt', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      ---

      <!-- dossier-ignore placeholder: our own script fills it in -->
      You review
      {{PROJECT}}.

      Then {{OTHER}}.
           ^^^^^^^^^ information placeholder: {{OTHER}}
      `);
  });

  it('is not a comment inside fenced code', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      ---

      \`\`\`
      <!-- dossier-ignore placeholder: as an example -->
      \`\`\`
      You review {{PROJECT}}.
                 ^^^^^^^^^^^ information placeholder: {{PROJECT}}
      `);
  });

  it('speaks of the whole file, from the frontmatter or the prompt', () => {
    diagnosing(`
      ---
      # dossier-ignore-file placeholder: our own script fills them in
      name: reviewer
      description: Reviews {{PROJECT}}.
      ---

      You review {{PROJECT}}.
      `);
    diagnosing('# Hello\n\n<!-- dossier-ignore-file no-frontmatter: a table of contents -->\n');
  });
});

describe('the comment itself', () => {
  it('is reported when it ignores nothing', () => {
    diagnosing(`
      ---
      name: reviewer
      # dossier-ignore invalid-model, unknown-field: long ago
                                      ^^^^^^^^^^^^^ information unused-ignore: "unknown-field" reports nothing here, and this comment would hide its next finding.
      model: nonsense
      description: Reviews changes.
      # dossier-ignore unknown-tool: at the end
                       ^^^^^^^^^^^^ information unused-ignore: "unknown-tool" reports nothing here, and this comment would hide its next finding.
      ---
      `);
  });

  it('is reported without a reason, without a rule, and with a rule that does not exist', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      # dossier-ignore unknown-field
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information unused-ignore: This comment gives no reason.
      owner: payments
      # dossier-ignore: a secret
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ information unused-ignore: names no rule
      # dossier-ignore unknown-feild: a slip
                       ^^^^^^^^^^^^^ information unused-ignore: Did you mean "unknown-field"?
      team: payments
      ^^^^ hint unknown-field: "team" is not a field
      ---
      `);
  });

  it('is not changed where a host that is not shown has the finding', () => {
    const text = `
      ---
      name: reviewer
      description: Reviews changes.
      # dossier-ignore invalid-type: we have no use for the command line
      tools:
        Read: true
      ---
      `;
    diagnosing(text, { besides: ['invalid-type', 'empty-tools', 'malformed-tool'] });
  });

  it('is not changed while its rule is disabled', () => {
    const settings = { rules: { 'unknown-field': 'off' } } as const;
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      # dossier-ignore unknown-field: our dashboard reads it
      owner: payments
      ---
      `,
      { settings },
    );
  });

  it('reports nothing where its own rule is disabled', () => {
    const settings = { rules: { 'unused-ignore': 'off' } } as const;
    diagnosing('---\nname: a\n# dossier-ignore empty-tools: x\ndescription: d\n---\n', {
      settings,
    });
  });

  it('goes safely, whole or name by name', () => {
    const text = (comment: string): string => `
      ---
      name: reviewer
      ${comment}description: Reviews changes.
      ---
      `;
    fixingAll(text('# dossier-ignore unknown-tool, empty-tools: long ago\n      ')).gives(text(''));
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      # dossier-ignore unknown-field, unknown-to|ol: ours
      owner: payments
      ---
      `)
      .offersSafely('Remove "unknown-tool" from the comment')
      .taking('Remove "unknown-tool" from the comment')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      # dossier-ignore unknown-field: ours
      owner: payments
      ---
      `);
  });
});

describe('a hostile file', () => {
  /** In milliseconds: the least of some measurements. */
  const costOf = (text: string): number => {
    const costs = [1, 2, 3].map(() =>
      processorTime(() => {
        // A single time is shorter than what the clock can tell apart.
        for (let time = 0; time < 8; time++) findingsIn(text);
      }),
    );
    return Math.min(...costs);
  };
  const comments = (count: number): string => {
    const head = '# dossier-ignore empty-tools: x\n'.repeat(count / 8);
    const body = '<!-- dossier-ignore placeholder: x -->\n'.repeat(count);
    return `---\nname: a\n${head}description: d\n---\n${body}{{PROJECT}}\n`;
  };
  const unclosed = (count: number): string => {
    const names = `<!-- dossier-ignore ${'a,'.repeat(count * 8)}\n`;
    return `---\nname: a\ndescription: d\n---\n${names}${'<!-- dossier-ignore a '.repeat(count)}`;
  };

  it('of nothing but comments takes time that grows with its size', () => {
    assert.ok(findingsIn(comments(800)).length > 0);
    for (const text of [comments, unclosed]) {
      const times = costOf(text(8000)) / costOf(text(1000));
      // Eight times the size: 64 would be quadratic.
      assert.ok(times < 30, `${times} times the cost`);
    }
  });
});

describe('the quick fix that ignores', () => {
  it('comes last, for review, above the field', () => {
    const door = fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      own|er: payments
      ---
      `);
    door
      .offersForReview('Disable unknown-field for this line')
      .taking('Disable unknown-field for this line')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      # dossier-ignore unknown-field:
      owner: payments
      ---
      `);
  });

  it('goes above the item of a list, as far in as the item', () => {
    fixing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      tools:
        - Read
        - Fo|o
      ---
      `,
      { crlf: true },
    )
      .taking('Disable unknown-tool for this line')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      tools:
        - Read
        # dossier-ignore unknown-tool:
        - Foo
      ---
      `);
  });

  it('goes above the paragraph of the prompt', () => {
    fixing('---\nname: a\ndescription: d\n---\n\nYou review\n{{PRO|JECT}}.\n')
      .taking('Disable placeholder for this line')
      .gives(
        '---\nname: a\ndescription: d\n---\n\n<!-- dossier-ignore placeholder: -->\nYou review\n{{PROJECT}}.\n',
      );
  });

  it('speaks of the whole file where there is no line for it', () => {
    fixing('# A |guide\n')
      .taking('Disable no-frontmatter for this line')
      .gives('# A guide\n<!-- dossier-ignore-file no-frontmatter: -->\n');
  });
});
