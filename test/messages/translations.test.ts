// The form of the server's translations: a sentence stays a sentence, a label stays a label, and names stay in quotes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const languages = Object.keys(JSON.parse(readFileSync('l10n/languages.json', 'utf8')));

/** A full stop or a question mark, also the wide ones; not an ellipsis. */
const sentenceEnd = /(?<!\.\.)[.?。？]$/;

const quotedIn = (text: string): string => (text.match(/"\{\w+\}"/g) ?? []).sort().join(' ');

/** What the glossary of `l10n/README.md` and the forms of a language exclude. */
const notWritten: Readonly<Record<string, RegExp>> = {
  de: /\b(?:den|dem|diesen|einen|einem) Agent\b|\bAgents\b|Unteragent|Werkzeug|stillschweigend/,
  es: /\b(?:la|una) persona\b|traspaso|archivo de prompt|ruta de acceso|en silencio|sin avisar/,
  fr: /\p{L}'\p{L}|[^\s\u00a0\u202f:/][ \u202f]?(?<!\u00a0)[?;!](?:\s|$)|\p{L} :(?:\s|$)|silencieusement|sans avertissement/u,
  ja: /フロントマター|引き継ぎ|規則|通知なし/,
  'zh-cn': /代理|前置元数据|移交|您|[：（）？]/,
};

/** All texts of a language, those of the extension and of the manifest too. */
const textsOf = (language: string): readonly string[] =>
  [`l10n/server.l10n.${language}`, `l10n/bundle.l10n.${language}`, `package.nls.${language}`]
    .flatMap((name) => Object.values(JSON.parse(readFileSync(`${name}.json`, 'utf8'))))
    .map(String);

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

  for (const language of languages)
    it(`in ${language} use its punctuation and one word for each term`, () => {
      const wrong = notWritten[language];
      assert.ok(wrong, language);
      assert.deepEqual(
        textsOf(language).filter((text) => wrong.test(text)),
        [],
      );
    });
});
