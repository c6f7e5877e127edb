// Text from files in HTML: the preview and a saved persona, made of the cards that the server sends.
import assert from 'node:assert/strict';
import { tooltipOf } from '../../client/agents/labels';
import { personaHtml } from '../../client/persona/export-html';
import { personaMarkdown } from '../../client/persona/export-markdown';
import { pageOf } from '../../client/persona/html';
import { personaCards } from '../../server/features/persona/persona-card';
import type { AgentItem } from '../../server/protocol/protocol';
import { linesOf } from '../../server/text/lines';
import { itemOf } from '../agents-view/items';
import { cardOf, viewOf } from '../persona/cards';
import { agentFolders, hostileAgent, hostileTexts } from '../support/hostile-agents';
import { assertInert } from '../support/inert-markdown';
import { some } from '../support/share';
import { viewAt } from '../support/viewing';
import { inEnglish } from '../support/words';

/** Each tag with the names of its attributes, without their values. Throws where a tag does not end as ours do. */
function tagsIn(html: string): ReadonlySet<string> {
  const tags = new Set<string>();
  const withoutStyle = html.replaceAll(/<style>[\s\S]*?<\/style>/g, '');
  for (const [, tag = ''] of withoutStyle.matchAll(/<([^!][\s\S]*?)(?=>|$)/g)) {
    assert.match(tag, /^\/?[a-z][a-z0-9]*(?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*\s*\/?$/, tag);
    const [name = '', ...attributes] = tag
      .replaceAll(/="[^"]*"/g, '')
      .trim()
      .split(/\s+/);
    for (const one of ['', ...attributes]) tags.add(`${name} ${one}`);
  }
  return tags;
}

function pagesOf(
  text: string,
  name: string,
  folders = agentFolders,
): { readonly html: string; readonly markdown: string } {
  let html = '';
  let markdown = '';
  for (const path of folders) {
    const at = path.replace('{name}', 'reviewer');
    const written = hostileAgent(text, name);
    const lines = linesOf(written);
    const cards = inEnglish(
      personaCards(viewAt(written, { at }), (offset) => lines.positionAt(offset).line),
    );
    for (const host of cards) {
      const card = { ...cardOf(...cards), file: text };
      const view = viewOf(card, { host: host.host, prompt: text });
      const { top, panel } = pageOf(view);
      html += [...Object.values(top), ...Object.values(panel)].join('\n');
      html += personaHtml(view, '', 'main { color: red }');
      markdown += `${personaMarkdown(card, host, '')}\n\n`;
    }
  }
  return { html, markdown };
}

const harmless = ['x', '#e8912d', 'a long description '.repeat(90), '{{NAME}}', '']
  .map((text) => pagesOf(text, 'reviewer').html + pagesOf(text, text).html)
  .join('\n');

describe('hostile text in pages', () => {
  const known = tagsIn(harmless);

  for (const [index, [attempt, text]] of hostileTexts.entries())
    it(`adds no element and no attribute: ${attempt}`, () => {
      for (const name of ['reviewer', text]) {
        const { html, markdown } = pagesOf(text, name, some(agentFolders, index));
        const added = [...tagsIn(html)].filter((tag) => !known.has(tag));
        assert.deepEqual(added, []);
        assertInert(markdown, 'saved Markdown');
      }
      const more: Partial<AgentItem> = {
        ...{ name: text, description: text, model: text, path: text, problem: text },
        color: { name: text, hex: text },
        ...{ shadowedBy: text, sameNameAs: text, nameConflict: text, headline: text },
      };
      const item = { ...itemOf('a.md'), ...more };
      const row = { kind: 'agent', key: 'k', item, items: [item], fileName: text } as const;
      assertInert(tooltipOf({ ...row, isBelowHost: false }), 'tooltip');
    });

  it('that was not escaped would be noticed', () => {
    assert.ok([...tagsIn('<img src="x">')].some((tag) => !known.has(tag)));
    assert.throws(() => tagsIn('<a title=""><svg onload=alert(1)>">'));
  });
});
