// Translations are sent to a webview once with its HTML, so that messages after a keystroke stay small.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setLocalization } from '../../client/l10n';
import type { ToPage } from '../../client/persona/messages';
import { Sender } from '../../client/persona/sender';
import { cardOf, claude, viewOf } from '../persona/cards';

/** The message after a keystroke in the prompt, when the rest of the page is unchanged. */
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
    it(`sends the same message in ${language} as in English`, () => {
      const english = messageOfAKey();
      const bundle = JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8'));
      setLocalization({ language, bundle });
      assert.equal(messageOfAKey(), english);
    });
});
