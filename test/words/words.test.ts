// Localization of the extension and its webviews.
import assert from 'node:assert/strict';
import { currentLocalization, plural, setLocalization, t } from '../../client/l10n';
import { webviewHtml } from '../../client/webview/document';
import { fillTemplate, html } from '../../client/webview/markup';

const shell = () =>
  webviewHtml({ title: 'T', id: 'i', cspSource: 'c', nonce: 'n', style: 's', script: 'j' });

describe('localized strings', () => {
  afterEach(() => setLocalization(undefined));

  it('are English by default', () => {
    assert.equal(t('What {0} does with {1}', 'Kilo', 2), 'What Kilo does with 2');
    assert.equal(plural(1, '{0} agent', '{0} agents'), '1 agent');
    assert.equal(plural(1200, '{0} agent of {1}', '{0} agents of {1}', 'A'), '1,200 agents of A');
  });

  it('are translated, with arguments in the order of the translation', () => {
    const bundle = { '{0} of {1}': '{1}: {0}', '{0} agents': '{0} Agenten', Open: 'Öffnen' };
    setLocalization({ language: 'de', bundle });
    assert.equal(t('{0} of {1}', 'a', 'b'), 'b: a');
    assert.equal(t('Open'), 'Öffnen');
    assert.equal(plural(1200, '{0} agent', '{0} agents'), '1.200 Agenten');
    assert.equal(t('Nobody has told this'), 'Nobody has told this');
  });

  it('use the plural rules of the language', () => {
    const bundle = { '{0} agent': '{0} un', '{0} agents': '{0} autres' };
    setLocalization({ language: 'fr', bundle });
    assert.equal(plural(0, '{0} agent', '{0} agents'), '0 un');
    setLocalization({ language: 'ja', bundle });
    assert.equal(plural(1, '{0} agent', '{0} agents'), '1 autres');
  });

  it('insert arguments literally', () => {
    assert.equal(t('{0} and {1}', '{1} $& $1', 'b'), '{1} $& $1 and b');
    assert.equal(t('{0} and {1}', 'a'), 'a and {1}');
  });

  it('are escaped in HTML, except for inserted HTML', () => {
    const { markup } = fillTemplate('<b> {1} & {0}', html`<i>a</i>`, '<b>');
    assert.equal(markup, '&#60;b&#62; &#60;b&#62; &#38; <i>a</i>');
  });

  it('are embedded in the HTML of a webview, except in English', () => {
    assert.match(shell(), /<html lang="en">/);
    const bundle = { 'Show "it"': "<Zeig> 'es' & alles" };
    setLocalization({ language: 'zh-cn', bundle });
    const [, lang, words = ''] = /<html lang="([^"]*)" data-words="([^"]*)">/.exec(shell()) ?? [];
    const read = words.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    assert.equal(lang, 'zh-cn');
    assert.deepEqual(JSON.parse(read), bundle);
    assert.equal(currentLocalization().bundle, bundle);
  });
});
