// Asserts completion: the items offered at the cursor, and the text after accepting one.
import assert from 'node:assert/strict';
import { complete } from '../../server/features/completion/complete';
import type { Completion } from '../../server/features/completion/item';
import { applyEdits } from '../../server/text/edit';
import { plainSnippet } from '../../server/text/snippet';
import { covers, touches } from '../../server/text/span';
import { dedent, type MarkedText, marked, showCaret, withCrlf } from './marked-text';
import { type Opened, viewAt } from './viewing';
import { words } from './words';

export interface Completing {
  readonly labels: readonly string[];
  offers(...labels: readonly string[]): Completing;
  offersNot(...labels: readonly string[]): Completing;
  offersOnly(...labels: readonly string[]): Completing;
  offersNothing(): Completing;
  /** The item itself, to check its details. */
  item(label: string): Omit<Completion, 'detail' | 'documentation'> & {
    readonly detail: string;
    readonly documentation: () => string;
  };
  accepting(label: string): { gives(template: string): Completing };
}

export function completing(template: string, opened: Opened = {}): Completing {
  const plain = marked(template);
  const at: MarkedText = opened.crlf ? withCrlf(plain) : plain;
  const items = complete(viewAt(at.text, opened), at.caret);
  const labels = items.map(({ label }) => label);
  const where = showCaret(at.text, at.caret);
  for (const { label, span } of items) {
    assert.ok(touches(span, at.caret), `${label} replaces what is not at the caret:\n${where}`);
    assert.ok(covers({ start: 0, end: at.text.length }, span), label);
  }
  assert.deepEqual(labels, [...new Set(labels)], `no label twice:\n${where}`);

  const item = (label: string): Completion => {
    const found = items.find((one) => one.label === label);
    assert.ok(found, `${label} is not offered at\n${where}\nbut ${labels.join(', ') || 'nothing'}`);
    return found;
  };
  const door: Completing = {
    labels,
    item: (label) => {
      const found = item(label);
      const documentation = (): string => words(found.documentation());
      return { ...found, detail: words(found.detail), documentation };
    },
    offers(...wanted) {
      for (const label of wanted) item(label);
      return door;
    },
    offersNot(...unwanted) {
      const found = unwanted.filter((label) => labels.includes(label));
      assert.deepEqual(found, [], where);
      return door;
    },
    offersOnly(...wanted) {
      assert.deepEqual([...labels].sort(), [...wanted].sort(), where);
      return door;
    },
    offersNothing() {
      assert.deepEqual(labels, [], where);
      return door;
    },
    accepting: (label) => ({
      gives(expected) {
        const { span, insert, isSnippet } = item(label);
        const text = isSnippet ? plainSnippet(insert) : insert;
        const after = applyEdits(at.text, [{ span, text }]);
        const wanted = dedent(expected);
        assert.equal(after, opened.crlf ? wanted.replaceAll('\n', '\r\n') : wanted);
        return door;
      },
    }),
  };
  return door;
}
