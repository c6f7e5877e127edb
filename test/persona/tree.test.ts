// The rendered prompt: the elements of Markdown, without active content.
import assert from 'node:assert/strict';
import { blocksOf, definitionsIn, topHeadingIn } from '../../client/persona/prompt/blocks';
import { type Tree, treeOf } from '../../client/persona/prompt/tree';

const trees = (text: string): Tree[] => {
  const blocks = blocksOf(text);
  return blocks.flatMap(
    (block) => treeOf(block, definitionsIn(blocks), topHeadingIn(blocks)) ?? [],
  );
};

/** As HTML, to be read: never as such in the product. */
const shown = (tree: Tree): string =>
  typeof tree === 'string'
    ? tree
    : `<${tree.tag}${tree.className ? `.${tree.className}` : ''}${tree.href ? ` ${tree.href}` : ''}>${tree.children.map(shown).join('')}</${tree.tag}>`;
const drawn = (text: string): string => trees(text).map(shown).join('\n');

describe('a rendered prompt', () => {
  it('supports the elements of Markdown', () => {
    assert.equal(drawn('# A *b*'), '<h3>A <em>b</em></h3>');
    assert.equal(drawn('Intro.\n\n## A\n\n### B'), '<p>Intro.</p>\n<h3>A</h3>\n<h4>B</h4>');
    assert.equal(drawn('A\n---\n\nB\n==='), '<h4>A</h4>\n<h3>B</h3>');
    assert.equal(drawn('a **b** `c<d`'), '<p>a <strong>b</strong> <code>c<d</code></p>');
    assert.equal(
      drawn('- [x] a\n- [ ] b'),
      '<ul><li.task>☑ <span>a</span></li><li.task>☐ <span>b</span></li></ul>',
    );
    assert.equal(drawn('```js\nx\n```'), '<pre><code>x</code></pre>');
    assert.match(drawn('| a |\n| - |\n| 1 |'), /<thead><tr><th>a<.*<td>1</);
    assert.equal(drawn('a &amp; b &#8594; c &zz;'), '<p>a & b → c &zz;</p>');
    assert.equal(drawn('&#x10FFFF;'), `<p>${String.fromCodePoint(0x10ffff)}</p>`);
    assert.equal(drawn('&#1;'), '<p>\u0001</p>');
    assert.equal(drawn('&#0; &#1114112; &constructor;'), '<p>\ufffd \ufffd &constructor;</p>');
  });

  it('shows tags as text', () => {
    assert.equal(drawn('Use <version> here'), '<p>Use <span.tag><version></span> here</p>');
    assert.equal(drawn('<example>\nhi\n</example>'), '<p.lines><example>\nhi\n</example></p>');
    assert.equal(drawn('<script>alert(1)</script>'), '<p.lines><script>alert(1)</script></p>');
  });

  it('allows only safe links, and loads no images', () => {
    assert.equal(drawn('[a](https://b.c)'), '<p><a https://b.c>a</a></p>');
    for (const address of [
      ...['javascript:alert(1)', 'javascript:x=1//https://b.c', 'command:x', 'command:mailto:x'],
      ...['data:text/html,x', 'file:///x'],
    ])
      assert.doesNotMatch(drawn(`[a](${address})`), /<a/, address);
    assert.equal(drawn('![logo](https://b.c/x.png)'), '<p><span.picture>logo</span></p>');
  });

  it('resolves link definitions', () => {
    assert.match(drawn('[a][r]\n\nmore\n\n[r]: https://b.c'), /<a https:\/\/b\.c>a<\/a>/);
  });

  it('marks placeholders, also in code', () => {
    assert.match(drawn('Look at {{BRANCH}}.'), /<mark>\{\{BRANCH\}\}<\/mark>/);
    assert.match(drawn('`git log {{BRANCH}}`'), /<code>git log <mark>/);
  });

  it('knows the lines of items in nested lists', () => {
    const [list] = trees('1. a\n2. b\n   - c\n   - d');
    const lines = (tree: Tree | undefined): unknown =>
      typeof tree === 'object' ? [tree.tag, tree.line, tree.children.map(lines)] : tree;
    const below = [
      'ul',
      1,
      [
        ['li', 0, [['span', undefined, ['c']]]],
        ['li', 1, [['span', undefined, ['d']]]],
      ],
    ];
    assert.deepEqual(lines(list), [
      'ol',
      undefined,
      [
        ['li', 0, [['span', undefined, ['a']]]],
        ['li', 1, [['span', undefined, ['b']], below]],
      ],
    ]);
  });

  it('knows the lines of list items', () => {
    const [list] = trees('- a\n- b\n  more\n- c');
    assert.ok(typeof list === 'object');
    assert.deepEqual(
      list.children.map((item) => typeof item === 'object' && item.line),
      [0, 1, 3],
    );
  });
});
