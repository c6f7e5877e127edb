// The caret answers at every offset of every text, and what it answers lies under the caret.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { caretAt, commaItemAt } from '../../server/agent/caret';
import { type Outline, outlineOf } from '../../server/agent/outline';
import { corpusTexts } from '../support/corpus';
import { describeWithShared } from '../support/shared';

function sound(outline: Outline, offset: number): void {
  const caret = caretAt(outline, offset);
  if (caret.in === 'body' || caret.in === 'after') return;
  const span = caret.in === 'key' || caret.in === 'value' ? caret.token : caret.span;
  const where = `${JSON.stringify(outline.text.slice(0, 2000))} at ${offset}: ${JSON.stringify(caret)}`;
  assert.ok(span.start <= offset && offset <= span.end, where);
  assert.ok(0 <= span.start && span.end <= outline.text.length, where);
  if (caret.in !== 'value') return;
  const { token } = commaItemAt(outline.text, caret.token, offset, ', ');
  assert.ok(token.start <= offset && offset <= token.end, where);
}

function everywhere(text: string, until: number): void {
  const outline = outlineOf(text);
  for (let offset = 0; offset <= Math.min(until, text.length); offset++) sound(outline, offset);
}

const pieces = [
  '---', '\n', '\r\n', '\n  ', '\n    ', '\n- ', '  - ', '- ', ' ', '\t', 'name', ':', ': ', 'tools: ', 'Read', ', ',
  ',', '[', ']', '{', '}', '"', "'", '|', '>-', '#', ' # c', '(', ')', '*', '\\', '"a": ', '&x ', '!!str ', '\uFEFF', '😀',
];

describe('the caret at any offset of any text', () => {
  it('is sound in texts made of what frontmatters are made of', () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom('', '---\n', '---\r\n'), text, fc.constantFrom('', '\n---\nbody'), (a, b, c) => {
        everywhere(a + b + c, 400);
      }),
      { numRuns: 1500 },
    );
  });

  it('costs little in hostile texts', () => {
    const many = (part: string, times: number): string => part.repeat(times);
    const hostile = [
      many('[', 100_000), many('- ', 100_000), many('{a: ', 50_000), many('"', 100_001), many("- '\n", 50_000),
      many('[x]\n', 50_000), many(' [\n', 50_000), many('a: "\n', 50_000), many('a:\n', 50_000), many('\\"', 50_000),
      `description: ${many('x: ', 300_000)}`, many('\n', 200_000), many('(', 200_000), many('a: |\n', 50_000),
    ];
    for (const lines of hostile) {
      const text = `---\n${lines}\n---\n`;
      // Parsing is not what is measured here.
      const outline: Outline = { ...outlineOf('---\n---\n'), text, head: { start: 4, end: text.length - 4 }, closing: { start: text.length - 4, end: text.length - 1 } };
      const from = performance.now();
      for (const offset of [4, text.length >> 1, text.length - 5]) sound(outline, offset);
      const took = performance.now() - from;
      assert.ok(took < 1500, `${lines.slice(0, 20)}... took ${took} ms`);
    }
  });
});

describeWithShared('the caret in real files', () => {
  it('is sound at every offset of every head', function () {
    this.timeout(60_000);
    for (const text of corpusTexts()) {
      const outline = outlineOf(text);
      for (let offset = 0; offset <= Math.min(outline.head.end + 8, text.length, 6000); offset++) sound(outline, offset);
    }
  });

  it('is sound while a file is being typed and mistyped', function () {
    this.timeout(60_000);
    const heads = corpusTexts().filter((_, index) => index % 7 === 0).map((text) => text.slice(0, 800));
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
        sound(outline, Math.min(caret, text.length));
        sound(outline, Math.min(at, text.length));
        sound(outline, Math.min(at + insert.length, text.length));
      }),
      { numRuns: 2000 },
    );
  });
});
