// Blocks of a prompt: updating them after an edit gives the same result as parsing the whole text.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blocksAfter, blocksOf } from '../../client/persona/prompt/blocks';
import { applySplice, spliceBetween } from '../../client/persona/splice';

const bits = [
  'Word ',
  'two words\n',
  '\n',
  '\n\n',
  '# Head\n',
  '- item\n',
  '  - below\n',
  '1. one\n',
  '    indented\n',
  '> said\n',
  '```\n',
  '~~~ts\n',
  '---\n',
  '| a | b |\n',
  '| - | - |\n',
  '<example>\n',
  '</example>\n',
  '<!-- note\n',
  '-->\n',
  '[x]: http://y\n',
  '**bold** `code` ',
];
const prompts = fc.array(fc.constantFrom(...bits), { maxLength: 60 }).map((all) => all.join(''));

describe('a splice', () => {
  it('turns one text into the other, and is minimal', () => {
    fc.assert(
      fc.property(prompts, prompts, (before, after) => {
        const splice = spliceBetween(before, after);
        assert.equal(splice ? applySplice(before, splice) : before, after);
      }),
    );
    assert.deepEqual(spliceBetween('abcd', 'abXcd'), { from: 2, removed: 0, text: 'X' });
    assert.equal(spliceBetween('a', 'a'), null);
  });
});

describe('the blocks of a prompt', () => {
  it('are the text, character for character', () => {
    fc.assert(
      fc.property(prompts, (text) => {
        assert.equal(
          blocksOf(text)
            .map(({ raw }) => raw)
            .join(''),
          text,
        );
      }),
    );
  });

  it('are the same after an edit as for the whole text', () => {
    fc.assert(
      fc.property(
        prompts,
        fc.nat(),
        fc.nat({ max: 12 }),
        fc.constantFrom('', ' ', 'x', ...bits),
        (text, place, removed, put) => {
          const from = text.length === 0 ? 0 : place % text.length;
          const gone = Math.min(removed, text.length - from);
          const after = text.slice(0, from) + put + text.slice(from + gone);
          const splice = spliceBetween(text, after);
          if (!splice) return;
          assert.deepEqual(blocksAfter(blocksOf(text), after, splice), blocksOf(after));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('are parsed again only around an edit', () => {
    const text = 'A paragraph of words.\n\n'.repeat(2000);
    const blocks = blocksOf(text);
    const after = `${text.slice(0, 100)}x${text.slice(100)}`;
    const splice = spliceBetween(text, after);
    assert.ok(splice);
    const next = blocksAfter(blocks, after, splice);
    const kept = next.filter((block) => blocks.includes(block)).length;
    assert.ok(kept > next.length - 40, `${next.length - kept} of ${next.length} were read`);
  });
});
