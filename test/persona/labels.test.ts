import assert from 'node:assert/strict';
import { formattedNumber, plural, setLocalization } from '../../client/l10n';
import { formattedDate, initials, outcomeLabel } from '../../client/persona/labels';
import { splitPlaceholders } from '../../client/persona/prompt/placeholders';

describe('texts of the preview', () => {
  afterEach(() => setLocalization(undefined));

  it('formats dates', () => {
    assert.equal(formattedDate('2026-11-20'), '20 Nov 2026');
    assert.equal(formattedDate('2026-01-05T10:00:00Z'), '5 Jan 2026');
    assert.equal(formattedDate('soon'), 'soon');
    setLocalization({ language: 'de', bundle: {} });
    assert.equal(formattedDate('2026-11-20'), '20.11.2026');
    assert.equal(formattedDate('soon'), 'soon');
  });

  it('formats numbers', () => {
    assert.equal(formattedNumber(999), '999');
    assert.equal(formattedNumber(1234567), '1,234,567');
    assert.equal(plural(1, '{0} finding', '{0} findings'), '1 finding');
    assert.equal(plural(0, '{0} finding', '{0} findings'), '0 findings');
  });

  it('has a text for every outcome, and shows unknown ones unchanged', () => {
    assert.equal(outcomeLabel({ outcome: 'stops-host', tone: 'bad' }), 'will not start');
    assert.equal(outcomeLabel({ outcome: 'loads', tone: 'good' }), 'loads');
    assert.equal(outcomeLabel({ outcome: 'loads', tone: 'changed' }), 'loads, changed');
    assert.equal(outcomeLabel({ outcome: 'loads-changed', tone: 'bad' }), 'cannot start');
    assert.equal(outcomeLabel({ outcome: 'brand-new', tone: 'unknown' }), 'brand-new');
  });

  it('finds initials in any script', () => {
    assert.equal(initials('backend-engineer'), 'BE');
    assert.equal(initials('reviewer'), 'R');
    assert.equal(initials('Очень важный агент'), 'ОВ');
    assert.equal(initials('𝒳yz'), '𝒳');
    assert.equal(initials('---'), '?');
    assert.equal(initials(''), '?');
  });
});

// Not a template's own.
const braced = (name: string) => `$\u007b${name}}`;

describe('placeholders', () => {
  const found = (text: string) =>
    splitPlaceholders(text)
      .filter((piece) => piece.isPlaceholder)
      .map((piece) => piece.text);

  it('are found in all supported forms', () => {
    assert.deepEqual(found(`for {{PROJECT}} on ${braced('input:branch')}, $ARGUMENTS`), [
      '{{PROJECT}}',
      braced('input:branch'),
      '$ARGUMENTS',
    ]);
  });

  it('are not found in similar text', () => {
    assert.deepEqual(found('a { b } c, $x, {{}}, {{a\nb}}, $ARGUMENTSX'), []);
  });

  it('are not expansions of a shell', () => {
    const expansions = ['NAME:-default', 'NAME:+other', '#LIST[@]', 'NAME%.git', 'a || pwd'];
    assert.deepEqual(found(expansions.map(braced).join(' ')), []);
  });

  it('preserve the text', () => {
    const text = `{{A}}{{B}} and ${braced('C')} end`;
    assert.equal(
      splitPlaceholders(text)
        .map((piece) => piece.text)
        .join(''),
      text,
    );
    assert.deepEqual(splitPlaceholders(''), []);
  });
});
