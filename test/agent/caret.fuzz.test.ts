// caretAt returns a result at every offset of every text, and the token touches the offset.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { caretAt, nameAtCaret } from '../../server/agent/caret';
import { type Outline, outlineOf } from '../../server/agent/outline';
import { touches } from '../../server/text/span';
import { corpusTexts, someCorpusTexts } from '../support/corpus';
import { processorTime } from '../support/processor-time';

function assertSound(outline: Outline, offset: number): void {
  const caret = caretAt(outline, offset);
  if (caret.in === 'body' || caret.in === 'after') return;
  const span = caret.in === 'key' || caret.in === 'value' ? caret.token : caret.span;
  if (!touches(span, offset) || span.start < 0 || span.end > outline.text.length)
    fail(outline, offset, caret);
  if (caret.in !== 'value' || caret.text.length > 400) return;
  const { token } = nameAtCaret(outline.text, caret.token, offset, ', ');
  if (!touches(token, offset)) fail(outline, offset, token);
}

const fail = (outline: Outline, offset: number, answer: unknown): void =>
  assert.fail(
    `${JSON.stringify(outline.text.slice(0, 2000))} at ${offset}: ${JSON.stringify(answer)}`,
  );

function assertSoundEverywhere(text: string, until: number): void {
  const outline = outlineOf(text);
  for (let offset = 0; offset <= Math.min(until, text.length); offset++)
    assertSound(outline, offset);
}

const pieces = [
  '---',
  '\n',
  '\r\n',
  '\n  ',
  '\n    ',
  '\n- ',
  '  - ',
  '- ',
  ' ',
  '\t',
  'name',
  ':',
  ': ',
  'tools: ',
  'Read',
  ', ',
  ',',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|',
  '>-',
  '#',
  ' # c',
  '(',
  ')',
  '*',
  '\\',
  '"a": ',
  '&x ',
  '!!str ',
  '\uFEFF',
  '😀',
];

describe('the caret at any offset of any text', () => {
  it('is valid in generated frontmatters', () => {
    const text = fc
      .array(fc.constantFrom(...pieces), { maxLength: 25 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom('', '---\n', '---\r\n'),
        text,
        fc.constantFrom('', '\n---\nbody'),
        (a, b, c) => {
          assertSoundEverywhere(a + b + c, 400);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is found quickly in hostile texts', () => {
    const many = (part: string, times: number): string => part.repeat(times);
    const hostile = [
      many('[', 5_000),
      many('- ', 5_000),
      many('{a: ', 5_000),
      many('"', 20_001),
      many("- '\n", 5_000),
      many('[x]\n', 5_000),
      many(' [\n', 5_000),
      many('a: "\n', 5_000),
      many('a:\n', 5_000),
      many('\\"', 5_000),
      `description: ${many('x: ', 300_000)}`,
      many('\n', 20_000),
      many('(', 20_000),
      many('a: |\n', 5_000),
    ];
    for (const lines of hostile) {
      const text = `---\n${lines}\n---\n`;
      // The outline is created by hand, so that parsing is not measured.
      const end = text.length - 4;
      const outline: Outline = {
        ...outlineOf('---\n---\n'),
        text,
        head: { start: 4, end },
        closing: { start: end, end: end + 3 },
      };
      const took = processorTime(() => {
        for (const offset of [4, text.length >> 1, text.length - 5]) assertSound(outline, offset);
      });
      assert.ok(took < 1500, `${lines.slice(0, 20)}... took ${took} ms`);
    }
  });
});

describe('the caret in real files', () => {
  it('is valid at every offset of the frontmatter', function () {
    this.timeout(120_000);
    corpusTexts().forEach((text, index) => {
      const outline = outlineOf(text);
      const end = Math.min(outline.head.end + 8, text.length, 4000);
      for (let offset = index % 9; offset <= end; offset += 9) assertSound(outline, offset);
    });
  });

  it('is valid after any edit', function () {
    this.timeout(120_000);
    const heads = someCorpusTexts(7).map((text) => text.slice(0, 800));
    const change = fc.record({
      head: fc.constantFrom(...heads),
      at: fc.nat(800),
      remove: fc.nat(30),
      insert: fc.constantFrom(...pieces),
      caret: fc.nat(800),
    });
    fc.assert(
      fc.property(change, ({ head, at, remove, insert, caret }) => {
        const text = head.slice(0, at) + insert + head.slice(at + remove);
        const outline = outlineOf(text);
        assertSound(outline, Math.min(caret, text.length));
        assertSound(outline, Math.min(at, text.length));
        assertSound(outline, Math.min(at + insert.length, text.length));
      }),
      { numRuns: 500 },
    );
  });
});
