// Asserts the hover at the cursor.
import assert from 'node:assert/strict';
import { hover } from '../../server/features/hover/hover';
import { marked, showCaret, withCrlf } from './marked-text';
import { type Opened, viewAt } from './viewing';
import { words } from './words';

export interface Hovering {
  readonly markdown: string;
  shows(...parts: readonly string[]): Hovering;
  omits(...parts: readonly string[]): Hovering;
  /** The beginning of the first line. */
  answers(beginning: string): Hovering;
  isEmpty(): void;
  /** The text that the hover applies to. */
  over(token: string): Hovering;
}

export function hovering(template: string, opened: Opened = {}): Hovering {
  const { text, caret } = opened.crlf ? withCrlf(marked(template)) : marked(template);
  const view = viewAt(text, opened);
  view.verdicts(); // evaluates all hosts, as when the editor is idle
  const found = hover(view, caret, {
    withFindings: opened.withFindings ?? opened.builtinVersion !== undefined,
  });
  const markdown = words(found?.markdown ?? '');
  const where = `at ${showCaret(text, caret)}\nsays\n${markdown || '(nothing)'}`;
  assert.doesNotMatch(markdown, /undefined|\[object/);
  const door: Hovering = {
    markdown,
    shows(...parts) {
      for (const part of parts) assert.ok(markdown.includes(part), `"${part}" missing ${where}`);
      return door;
    },
    omits(...parts) {
      for (const part of parts) assert.ok(!markdown.includes(part), `"${part}" too much ${where}`);
      return door;
    },
    answers(beginning) {
      assert.ok(markdown.startsWith(beginning), `not first: "${beginning}" ${where}`);
      return door;
    },
    isEmpty: () => assert.equal(markdown, '', where),
    over(token) {
      assert.equal(text.slice(found?.span.start, found?.span.end), token, where);
      return door;
    },
  };
  return door;
}
