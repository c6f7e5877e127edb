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

/** A text and what an edit makes of it: most of both is equal, also next to the edit. */
const edits = fc
  .tuple(
    prompts,
    fc.nat(),
    fc.nat({ max: 12 }),
    fc.constantFrom('', ' ', 'x', ...bits),
    fc.nat({ max: 2 }),
  )
  .map(([before, place, length, put, copies]) => {
    const from = before.length === 0 ? 0 : place % before.length;
    const removed = before.slice(from, from + length);
    // Text that is doubled begins and ends like what was there.
    const text = put + removed.repeat(copies);
    return { before, after: before.slice(0, from) + text + before.slice(from + removed.length) };
  });

describe('a splice', () => {
  it('turns one text into the other, and is minimal', () => {
    const holds = (before: string, after: string): void => {
      const splice = spliceBetween(before, after);
      assert.equal(splice ? applySplice(before, splice) : before, after);
      if (!splice) return;
      const { from, removed, text } = splice;
      assert.ok(removed >= 0 && from + removed <= before.length);
      const gone = before.slice(from, from + removed);
      assert.ok(gone === '' || gone[0] !== text[0], 'it begins where they differ');
      assert.ok(gone === '' || gone.at(-1) !== text.at(-1), 'it ends where they differ');
    };
    fc.assert(
      fc.property(edits, ({ before, after }) => holds(before, after)),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(prompts, prompts, holds));
  });

  for (const [before, after, splice] of [
    ['abcd', 'abXcd', { from: 2, removed: 0, text: 'X' }],
    ['aa', 'aaa', { from: 2, removed: 0, text: 'a' }],
    ['aaa', 'aa', { from: 2, removed: 1, text: '' }],
    ['- one\n- two\n', '- one\n- one\n- two\n', { from: 8, removed: 0, text: 'one\n- ' }],
    ['', 'a', { from: 0, removed: 0, text: 'a' }],
    ['a', '', { from: 0, removed: 1, text: '' }],
    ['a\n', 'a\r\n', { from: 1, removed: 0, text: '\r' }],
    ['a\nlast', 'a\nlast\n', { from: 6, removed: 0, text: '\n' }],
    ['a', 'a', null],
  ] as const)
    it(`of ${JSON.stringify(before)} and ${JSON.stringify(after)}`, () => {
      assert.deepEqual(spliceBetween(before, after), splice);
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
      fc.property(edits, ({ before, after }) => {
        const splice = spliceBetween(before, after);
        if (!splice) return;
        assert.deepEqual(blocksAfter(blocksOf(before), after, splice), blocksOf(after));
      }),
      { numRuns: 3000 },
    );
  });

  it('are parsed again only around an edit', () => {
    const text = Array.from({ length: 2000 }, (_, n) => `Paragraph ${n} of words.\n\n`).join('');
    const blocks = blocksOf(text);
    const after = `${text.slice(0, 100)}x${text.slice(100)}`;
    const splice = spliceBetween(text, after);
    assert.ok(splice);
    const next = blocksAfter(blocks, after, splice);
    const kept = next.filter((block) => blocks.includes(block)).length;
    assert.ok(kept > next.length - 40, `${next.length - kept} of ${next.length} were read`);
    assert.deepEqual(next, blocksOf(after));
  });
});
