// An exported persona is in the language of the editor and contains no links to lines.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setLocalization } from '../../client/l10n';
import { personaHtml } from '../../client/persona/export-html';
import { personaMarkdown } from '../../client/persona/export-markdown';
import { cardOf, claude, reviewer, viewOf } from '../persona/cards';

const host = { ...claude, agent: { ...reviewer, description: 'Reviews changes.' } };
const view = viewOf(cardOf(host));
const page = (): string => personaHtml(view, '', '');
const markdown = (): string => personaMarkdown(view.card, host, '');

describe('an exported persona', () => {
  afterEach(() => setLocalization(undefined));

  it('names the program in which the agent is shown', () => {
    assert.match(page(), /<main>\n<p class="saved-title">code-reviewer in Claude Code<\/p>/);
  });

  it('has no links, in English', () => {
    assert.match(page(), /<html lang="en">/);
    assert.doesNotMatch(page(), /title="Go to/);
    assert.match(page(), />Tools </);
    assert.match(markdown(), /^## Tools: /m);
  });

  it('has no links, in German', () => {
    const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8'));
    setLocalization({ language: 'de', bundle });
    assert.match(page(), /<html lang="de">/);
    assert.doesNotMatch(page(), /title="(?:Go to|Zu )/);
    assert.match(page(), />Tokenkosten </);
    assert.match(markdown(), /^- Aufruf: /m);
  });
});
