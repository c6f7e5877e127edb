// In valid YAML, the caret and the parser agree on every key and every value.
import assert from 'node:assert/strict';
import { caretAt } from '../../server/agent/caret';
import { type Outline, outlineOf } from '../../server/agent/outline';
import type { Span } from '../../server/text/span';
import type { Path, Value } from '../../server/yaml/value';
import { someCorpusTexts } from '../support/corpus';
import { scaled } from '../support/resources';

function agrees(outline: Outline, value: Value, path: Path): void {
  if (value.kind === 'list') {
    for (const [index, item] of value.items.entries()) agrees(outline, item, [...path, index]);
  } else if (value.kind === 'map') {
    for (const { key, keySpan, value: below } of value.entries) {
      const caret = caretAt(outline, middle(keySpan));
      const place = caret.in === 'key' ? [...caret.path, caret.text] : caret;
      assert.deepEqual(place, [...path, key]);
      agrees(outline, below, [...path, key]);
    }
  } else agreesOnScalar(outline, value.span, path);
}

function agreesOnScalar(outline: Outline, { start, end }: Span, path: Path): void {
  const caret = caretAt(outline, middle({ start, end }));
  if (caret.in !== 'value') assert.deepEqual(caret, { in: 'value', path });
  else if (caret.form === 'block-scalar' || start === end) assert.deepEqual(caret.path, path);
  else {
    const quotes = caret.quote.length;
    const { token } = caret;
    assert.deepEqual(
      { path: caret.path, token },
      { path, token: { start: start + quotes, end: end - quotes } },
    );
  }
}

const middle = ({ start, end }: Span): number => (start + end) >> 1;

const isValid = ({ text, head, errors, root }: Outline): boolean =>
  errors.length === 0 &&
  root?.kind === 'map' &&
  !/(?:^|\s)[&*!]\w|\{\{/.test(text.slice(head.start, head.end));

describe('the caret and the tree of real files', () => {
  it('agree on every key and value', () => {
    let count = 0;
    for (const text of someCorpusTexts(3)) {
      const outline = outlineOf(text);
      if (!isValid(outline) || !outline.root) continue;
      agrees(outline, outline.root, []);
      count++;
    }
    assert.ok(count > scaled(300));
  });
});
