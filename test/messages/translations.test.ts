// The form of the server's translations: a sentence stays a sentence, a label stays a label, and names stay in quotes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const languages = Object.keys(JSON.parse(readFileSync('l10n/languages.json', 'utf8')));

/** A full stop or a question mark, also the wide ones; not an ellipsis. */
const sentenceEnd = /(?<!\.\.)[.?。？]$/;

const quotedIn = (text: string): string => (text.match(/"\{\w+\}"/g) ?? []).sort().join(' ');

describe('messages/translations', () => {
  for (const language of languages)
    it(`in ${language} have the form of the English templates`, () => {
      const translations: Readonly<Record<string, string>> = JSON.parse(
        readFileSync(`l10n/server.l10n.${language}.json`, 'utf8'),
      );
      const wrong = Object.entries(translations).filter(
        ([template, text]) =>
          sentenceEnd.test(template) !== sentenceEnd.test(text) ||
          quotedIn(template) !== quotedIn(text) ||
          text !== text.trim() ||
          / {2}|[“”„]/.test(text),
      );
      assert.ok(Object.keys(translations).length > 900);
      assert.deepEqual(wrong, []);
    });
});
