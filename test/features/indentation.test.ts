import assert from 'node:assert/strict';
import { indentationAt } from '../../server/features/formatting/indentation';
import { marked } from '../support/marked-text';
import { type Opened, opencodeFile, viewAt, vscodeFile } from '../support/viewing';

const opencode = { at: opencodeFile };

/** How many spaces follow Enter at the end of the line above. */
function spaces(template: string, opened: Opened = {}): number {
  const { text, caret } = marked(template);
  return indentationAt(viewAt(text, opened), caret).length;
}

describe('the indentation of a new line', () => {
  for (const [what, text, opened, count] of [
    ['a map', '---\npermission:\n|\n---\n', opencode, 2],
    ['a map in a file that is not closed', '---\npermission:\n|', opencode, 2],
    ['a map in a map', '---\npermission:\n  bash:\n  |\n---\n', opencode, 2],
    [
      'a map at which the editor has not indented',
      '---\npermission:\n  bash:\n|\n---\n',
      opencode,
      4,
    ],
    ['hooks', '---\nhooks:\n|\n---\n', {}, 2],
    ['a list', '---\ntools:\n|\n---\n', {}, 2],
    ['a list in an item', '---\nhooks:\n  Stop:\n    - hooks:\n|\n---\n', {}, 8],
    ['a key whose map was begun in the meantime', '---\npermission:\ned|\n---\n', opencode, 2],
    ['a list of another program', '---\nhandoffs:\n|\n---\n', { at: vscodeFile }, 2],
  ] as const)
    it(`is there below ${what}`, () => assert.equal(spaces(text, opened), count));

  for (const [what, text, opened] of [
    ['a value of one line', '---\nmode:\n|\n---\n', opencode],
    ['a value', '---\npermission: ask\n|\n---\n', opencode],
    ['a key that no program has', '---\nwhatever:\n|\n---\n', opencode],
    ['a colon in the prompt', '---\ndescription: d\n---\npermission:\n|\n', opencode],
    ['an indented line', '---\npermission:\n  |\n---\n', opencode],
    ['a line that is written', '---\npermission:\nmode: x|\n---\n', opencode],
    ['a comment', '---\n# permission:\n|\n---\n', opencode],
    ['a file that no program reads', '---\npermission:\n|\n---\n', { at: 'README.md' }],
  ] as const)
    it(`is none below ${what}`, () => assert.equal(spaces(text, opened), 0));
});
