import assert from 'node:assert/strict';
import { literalTags } from '../../client/persona/literal';

describe('tags in a prompt', () => {
  const cases: readonly [what: string, rendered: string, shown: string][] = [
    ["an author's own", '<example>\nHello\n</example>', '&lt;example>\nHello\n&lt;/example>'],
    ['with attributes', '<doc index="1"><p>a</p></doc>', '&lt;doc index="1"><p>a</p>&lt;/doc>'],
    ['a script', '<script>x()</script>', '&lt;script>x()&lt;/script>'],
    ['in capitals', '<Good_Example a>', '&lt;Good_Example a>'],
    ['a comment', '<!-- a note -->', '&lt;!-- a note -->'],
    [
      'what Markdown makes',
      '<p data-line="1">a <em>b</em><br></p>',
      '<p data-line="1">a <em>b</em><br></p>',
    ],
    ['a box of a list', '<input type="checkbox" disabled>', '<input type="checkbox" disabled>'],
    ['an input of the author', '<input>', '&lt;input>'],
    ['what is text already', '<p>a &lt;b&gt; c</p>', '<p>a &lt;b&gt; c</p>'],
  ];

  for (const [what, rendered, shown] of cases) {
    it(`${what}: ${rendered.replaceAll('\n', ' ')}`, () =>
      assert.equal(literalTags(rendered), shown));
  }

  it('are found in linear time', () => {
    const from = Date.now();
    for (const trap of ['<a '.repeat(200_000), '<!--'.repeat(200_000), `<x ${' '.repeat(500_000)}`])
      literalTags(trap);
    assert.ok(Date.now() - from < 1500);
  });
});
