// Text from files in Markdown: hovers, completions, pages and tooltips. An editor fetches images and opens links in them.
import assert from 'node:assert/strict';
import { complete } from '../../server/features/completion/complete';
import { hover } from '../../server/features/hover/hover';
import { escapeMarkdown, markdownCode } from '../../server/text/escape-markdown';
import { plainMarkdown } from '../../server/text/plain-markdown';
import { visibleControls } from '../../server/text/visible-controls';
import { agentFolders, asFileName, hostileAgent, hostileTexts } from '../support/hostile-agents';
import { assertInert } from '../support/inert-markdown';
import { some } from '../support/share';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

describe('hostile text in Markdown', () => {
  for (const [index, [attempt, text]] of hostileTexts.entries()) {
    it(`is shown and not interpreted: ${attempt}`, () => {
      const shown = visibleControls(text.replaceAll(/\s*[\t\r\n]\s*/g, ' ')).trim();
      for (const around of ['$', '**$** · x', '- $', '| $ |', 'x $', '> $', 'model $ · `a`']) {
        const markdown = around.replace('$', () => escapeMarkdown(text));
        assertInert(markdown, around);
        assertInert(
          around.replace('$', () => markdownCode(text)),
          around,
        );
      }
      assert.equal(plainMarkdown(escapeMarkdown(text)), shown);
      // A client without Markdown sees the text itself.
      assert.equal(plainMarkdown(`a ${escapeMarkdown(text)} b`), `a ${shown} b`.trim());
    });

    it(`is inert in hovers, completions and the page of all hosts: ${attempt}`, () => {
      for (const path of some(agentFolders, index))
        for (const [file, name] of [
          ['reviewer', 'reviewer'],
          [asFileName(text), text],
        ] as const) {
          const written = hostileAgent(text, name);
          const view = viewAt(written, { at: path.replace('{name}', () => file) });
          view.verdicts();
          for (const offset of placesIn(written)) {
            const found = hover(view, offset);
            if (found) assertInert(words(found.markdown), `hover at ${offset} of ${path}`);
          }
          for (const offset of placesIn(written))
            for (const item of complete(view, offset))
              if (words(item.detail).includes(text) || item.label.includes(text))
                assertInert(words(item.documentation()), `documentation of ${item.label}`);
        }
    });
  }

  it('remains as it is where nothing would interpret it', () => {
    for (const text of ['code-reviewer', 'Reviews a.md (and b). 1.5 > 1!', 'C# & D', 'a:b @c'])
      assert.equal(escapeMarkdown(text), text);
    assert.equal(markdownCode('a|b'), '`a|b`');
    assert.equal(markdownCode('a`b'), '`` a`b ``');
    assert.equal(markdownCode(''), '');
  });
});

/** An offset in each key and each value, and in each line of the prompt. */
function placesIn(text: string): readonly number[] {
  const places: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const value = line.indexOf(': ') + 2;
    places.push(start + 1, start + value + 2, start + Math.floor((value + line.length) / 2));
    start += line.length + 1;
  }
  return places.filter((offset) => offset < text.length);
}
