import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { type FoldOptions, folds } from '../../server/features/folding';
import { linesOf } from '../../server/text/lines';
import { dedent } from '../support/marked-text';

/** `kind first-last`, lines counted from 0. */
function folding(template: string, expected: readonly string[], options?: FoldOptions): void {
  for (const text of [dedent(template), dedent(template).replaceAll('\n', '\r\n')]) {
    const lines = linesOf(text);
    const reported = folds(outlineOf(text), options).map(({ span, kind }) => {
      const { start, end } = lines.rangeOf(span);
      return `${kind} ${start.line}-${end.line}`;
    });
    assert.deepEqual(reported, expected);
  }
}

describe('folding', () => {
  const text = `
    ---
    name: a
    description: >-
      b

      c
    tools:
    - d
    # why
    - e
    hooks:
      Stop:
        - type: x
          command: y

    permission: {
      edit: deny
    }
    ---
    # Role

    You are.

    # End`;

  it('takes the frontmatter and every field of several lines', () =>
    folding(text, [
      'frontmatter 0-18',
      'field 2-5',
      'field 6-9',
      'field 10-13',
      'field 11-13',
      'field 15-17',
    ]));
  it('folds sections where no other provider does', () =>
    folding(
      text,
      [
        'frontmatter 0-18',
        'field 2-5',
        'field 6-9',
        'field 10-13',
        'field 11-13',
        'field 15-17',
        'section 19-21',
      ],
      {
        sections: true,
      },
    ));
  it('takes the whole of a frontmatter that is too long to be read', () => {
    const long = `---\ntools:\n  - a\n${'b: c\n'.repeat(7_000)}---\n`;
    folding(long, ['frontmatter 0-7003']);
  });
  it('takes nothing of a text without frontmatter', () => folding('# a\n\nb\n', []));
  it('takes fields of an unclosed one', () => folding('---\ntools:\n  - a\n', ['field 1-2']));
});
