// Messages as data, and as text in the language of the reader.
import assert from 'node:assert/strict';
import { composed, joined, t, verbatim } from '../../server/text/message';
import { english, translator } from '../../server/text/translate';

const german = translator({
  'a list': 'eine Liste',
  'Use {form}.': 'Verwenden Sie {form}.',
  '{host} ignores it.': '{host} ignoriert es.',
  toString: 'nicht gefragt',
});

describe('a message', () => {
  it('is rendered in the language of the reader, and without a translation in English', () => {
    const message = t('{host} ignores it.', { host: 'Cursor' });
    assert.equal(german(message), 'Cursor ignoriert es.');
    assert.equal(english(message), 'Cursor ignores it.');
    assert.equal(german(t('{host} loads it.', { host: 'Cursor' })), 'Cursor loads it.');
    assert.equal(translator({})(t('toString')), 'toString');
  });

  it('is plain data, so that it can be stored and sent', () => {
    const message = t('Use {form}.', { form: t('a list') });
    assert.deepEqual(JSON.parse(JSON.stringify(message)), message);
    assert.equal(german(JSON.parse(JSON.stringify(message))), 'Verwenden Sie eine Liste.');
  });

  it('contains values of a file unchanged, even if they look like a template', () => {
    for (const name of ['a list', '{host}', '{0}', '$&', ''])
      for (const message of [t('Use {form}.', { form: name }), composed`Use ${name}.`])
        assert.ok([`Use ${name}.`, `Verwenden Sie ${name}.`].includes(german(message)), name);
    assert.equal(german(verbatim('a list')), 'a list');
  });

  it('keeps the placeholders that have no value yet', () => {
    const sentence = t('{host} ignores {tool}.', { tool: 'Bash' });
    assert.equal(english(sentence), '{host} ignores Bash.');
    assert.equal(english(t(sentence, { host: 'Cursor', tool: 'Read' })), 'Cursor ignores Bash.');
  });

  it('is put together of whole messages', () => {
    const parts = [t('{host} ignores it.', { host: 'Cursor' }), t('Use {form}.', { form: 5 })];
    assert.equal(german(joined(parts)), 'Cursor ignoriert es. Verwenden Sie 5.');
    assert.equal(german(composed`${t('a list')}: ${'x'}`), 'eine Liste: x');
    assert.equal(german(joined([])), '');
  });
});
