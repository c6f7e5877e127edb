// Asserts quick fixes: those offered at the cursor and the text after applying one, or all safe fixes together.
import assert from 'node:assert/strict';
import { fixAll, quickFixes } from '../../server/features/fixes/fixes';
import type { QuickFix } from '../../server/features/fixes/quick-fix';
import { hasNoRegression } from '../../server/features/fixes/regression';
import { applyEdits } from '../../server/text/edit';
import { at } from '../../server/text/span';
import { dedent, marked, showCaret, withCrlf } from './marked-text';
import { type Shape, shaped, shapes, tidied } from './shapes';
import { type Opened, viewAt } from './viewing';
import { words } from './words';

export interface Fixing {
  readonly titles: readonly string[];
  offers(...titles: readonly string[]): Fixing;
  offersNot(...titles: readonly string[]): Fixing;
  /** Offered, and applied by "fix all". */
  offersSafely(...titles: readonly string[]): Fixing;
  /** Offered, but applied only individually. */
  offersForReview(...titles: readonly string[]): Fixing;
  offersNothing(): void;
  taking(title: string): { gives(template: string): Fixing };
}

export function fixing(template: string, opened: Opened = {}): Fixing {
  const { text, caret } = opened.crlf ? withCrlf(marked(template)) : marked(template);
  const fixes = quickFixes(viewAt(text, opened), at(caret));
  const titles = fixes.map(({ title }) => words(title));
  const where = `at ${showCaret(text, caret)}`;
  assert.deepEqual(titles, [...new Set(titles)], `no title twice ${where}`);
  const fixCalled = (title: string): QuickFix => {
    const found = fixes.find((one) => words(one.title) === title);
    assert.ok(found, `no "${title}" ${where}, but ${titles.join('; ') || 'nothing'}`);
    return found;
  };
  /** A fix that is offered in another shape of the file has the same result in that shape. */
  const inShape = (shape: Shape, title: string, expected: string): void => {
    const other = shaped(text, caret, shape);
    if (other.text === text) return;
    const view = viewAt(other.text, opened);
    const fix = quickFixes(view, at(other.caret)).find((one) => words(one.title) === title);
    // Some programs find no frontmatter after a byte order mark, or repair no line that ends with CRLF.
    const { message } = fixCalled(title).finding;
    if (!fix && !view.findings().some((one) => words(one.message) === words(message))) return;
    assert.ok(fix, `no "${title}" with ${shape.name}`);
    const result = tidied(shape, applyEdits(other.text, fix.edits));
    assert.equal(result, tidied(shape, shape.of(expected)), `${title} with ${shape.name}`);
  };
  const door: Fixing = {
    titles,
    offers(...wanted) {
      for (const title of wanted) fixCalled(title);
      return door;
    },
    offersNot(...unwanted) {
      const found = unwanted.filter((title) => titles.includes(title));
      assert.deepEqual(found, [], where);
      return door;
    },
    offersSafely(...wanted) {
      for (const title of wanted) assert.equal(fixCalled(title).safety, 'safe', title);
      return door;
    },
    offersForReview(...wanted) {
      for (const title of wanted) assert.equal(fixCalled(title).safety, 'review', title);
      return door;
    },
    offersNothing: () => assert.deepEqual(titles, [], where),
    taking: (title) => ({
      gives(expected) {
        const after = applyEdits(text, fixCalled(title).edits);
        assert.equal(after, asWritten(expected, opened));
        for (const shape of text.includes('\r') ? [] : shapes)
          inShape(shape, title, dedent(expected));
        return door;
      },
    }),
  };
  return door;
}

/** Applies all safe fixes; asserts the result, that no safe fix is left, and that nothing is worse than before. */
export function fixingAll(
  template: string,
  opened: Opened = {},
): { gives(template: string): void } {
  const view = viewAt(asWritten(template, opened), opened);
  const { text } = fixAll(view);
  const after = viewAt(text, opened);
  assert.ok(hasNoRegression(view.verdicts(), after.verdicts()), text);
  assert.equal(fixAll(after).text, text);
  return { gives: (expected) => assert.equal(text, asWritten(expected, opened)) };
}

const asWritten = (template: string, { crlf }: Opened): string => {
  const text = dedent(template);
  return crlf ? text.replaceAll('\n', '\r\n') : text;
};
