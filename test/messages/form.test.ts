// The form of diagnostics: whole sentences of limited length, with at most one colon and one semicolon each.
import assert from 'node:assert/strict';
import { viewOf } from '../../server/features/view/view';
import type { Finding } from '../../server/rules/rule';
import { defaultSettings } from '../../server/settings/settings';
import { catalog } from '../support/catalog';
import { corpusAgents } from '../support/corpus-agents';
import { around, placesAt, rulesWithExamples } from '../support/examples';
import { scaled } from '../support/resources';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

/** Rules that are off by default are enabled. */
const settings = {
  ...defaultSettings,
  rules: Object.fromEntries(
    rulesWithExamples.filter(({ off }) => off).map(({ name }) => [name, 'hint'] as const),
  ),
};

/** Characters of a message, where a name in quotes counts as one word. */
const maxLength = 210;

/** Without names, values and paths, which can contain any characters. A permission rule (`"*": ask`) is a name, too. */
const withoutNames = (message: string): string =>
  message.replaceAll(/"[^"]*"(: (allow|ask|deny)\b)?/g, '"name"').replaceAll(/`[^`]*`/g, '`code`');

/** What is wrong with the form of a message. */
function formFaults(message: string): readonly string[] {
  const plain = withoutNames(message);
  const sentences = plain.split(/(?<=[.?!]) +(?=["`A-Z])/);
  return [
    ...(/^["`A-Z\d]/.test(plain) ? [] : ['starts with a lowercase letter']),
    ...(/[.?]$/.test(plain) ? [] : ['ends without a full stop']),
    ...(plain.length > maxLength ? [`is ${plain.length} characters long`] : []),
    ...(/[\n\r\t]| {2}/.test(plain) ? ['contains a line break or two spaces'] : []),
    ...sentences.flatMap((sentence) =>
      [':', ';'].flatMap((mark) =>
        sentence.split(mark).length > 2 ? [`has several "${mark}" in a sentence`] : [],
      ),
    ),
  ];
}

/** @param least a smaller number of different messages would prove little. */
function faultsOf(found: readonly Finding[], least: number): string {
  const all = [...new Set(found.map(({ message }) => words(message)))];
  assert.ok(all.length > least, String(all.length));
  return all
    .flatMap((message) => formFaults(message).map((fault) => `${fault}: ${message}`))
    .join('\n');
}

describe('messages/form', () => {
  it('is right on the examples of the rules', () => {
    const found = rulesWithExamples.flatMap(({ failing }) =>
      failing.flatMap((example) => {
        const { path, text } = example;
        const places = placesAt(path, example);
        const workspace = around(example);
        return viewOf({ catalog, path, text, places, settings, workspace }).findings();
      }),
    );
    assert.equal(faultsOf(found, 100), '');
  });

  it('is right on real files', () => {
    const found = corpusAgents().flatMap(({ path, text }) =>
      viewAt(text, { at: path, settings }).findings(),
    );
    assert.equal(faultsOf(found, scaled(500)), '');
  });

  it('is checked sentence by sentence, without the names in quotes', () => {
    assert.deepEqual(formFaults('"a: b; c" has no effect. Use one of these: "x: y".'), []);
    assert.deepEqual(formFaults('name is empty: fill it: now'), [
      'starts with a lowercase letter',
      'ends without a full stop',
      'has several ":" in a sentence',
    ]);
    assert.deepEqual(formFaults(`It is ${'very '.repeat(50)}long.`), ['is 261 characters long']);
  });
});
