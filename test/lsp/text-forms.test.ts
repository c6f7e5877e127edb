// Snippets and Markdown as the plain text that a client without them is sent.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainMarkdown } from '../../server/text/plain-markdown';
import { plainSnippet } from '../../server/text/snippet';

describe('a snippet as plain text', () => {
  for (const [snippet, text] of [
    ['plain', 'plain'],
    ['model: ${1|sonnet,opus|}$0', 'model: sonnet'],
    ['tools: ${1:Read, Grep}', 'tools: Read, Grep'],
    ['$1 and ${2}', ' and '],
    ['${1:outer ${2:inner} end}!', 'outer inner end!'],
    ['{"a": ${1:b}}', '{"a": b}'],
    ['cost: \\$5 \\} \\\\', 'cost: $5 } \\'],
    ['${1|a\\,b,c|}', 'a,b'],
    ['${1|a\\|b,c|} ${2|x|}', 'a|b x'],
  ] as const)
    it(JSON.stringify(snippet), () => assert.equal(plainSnippet(snippet), text));

  it('leaves text without a snippet sign alone', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[\\$]/.test(text)),
        (text) => assert.equal(plainSnippet(text), text),
      ),
    );
  });

  it('gives back what was escaped', () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        assert.equal(plainSnippet(text.replaceAll(/[\\$}]/g, '\\$&')), text),
      ),
    );
  });
});

describe('Markdown as plain text', () => {
  for (const [markdown, text] of [
    ['**Read** · Claude Code', 'Read · Claude Code'],
    ['`src/**` and `*`', 'src/** and *'],
    ['a\\_b \\*c\\*', 'a_b *c*'],
    ['mcp__server__tool', 'mcp__server__tool'],
    ['one\n\n---\n\ntwo', 'one\n\ntwo'],
    ['# Head\n\n- a\n- b', 'Head\n\n- a\n- b'],
    ['See [the page](https://x.y/z).', 'See the page.'],
    ['```markdown\n---\nname: **x**\n---\n```', '---\nname: **x**\n---'],
    ['one  \ntwo', 'one\ntwo'],
  ] as const)
    it(JSON.stringify(markdown), () => assert.equal(plainMarkdown(markdown), text));
});
