// Words of another language go to a page with its HTML and never again: what a key costs stays what it was.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ToPage } from '../../client/persona/messages';
import { Sender } from '../../client/persona/sender';
import { setLocalization } from '../../client/words';
import { cardOf, claude, viewOf } from '../persona/cards';

/** The message of a key in the prompt, when the page shows all else already. */
function messageOfAKey(): string {
  const sent: ToPage[] = [];
  const sender = new Sender((message) => sent.push(message));
  const view = viewOf(cardOf(claude));
  sender.show(view, undefined, null);
  sender.show({ ...view, prompt: `${view.prompt.slice(0, -1)}!` }, undefined, null);
  assert.equal(sent.length, 2);
  return JSON.stringify(sent[1]);
}

describe('an edit', () => {
  afterEach(() => setLocalization(undefined));

  for (const language of Object.keys(JSON.parse(readFileSync('l10n/languages.json', 'utf8'))))
    it(`costs in ${language} what it costs in English`, () => {
      const english = messageOfAKey();
      const bundle = JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8'));
      setLocalization({ language, bundle });
      assert.equal(messageOfAKey(), english);
    });
});
