// Edits of values and lists, as the text before and after.
import assert from 'node:assert/strict';
import { namesIn } from '../../server/agent/names';
import type { Outline } from '../../server/agent/outline';
import type { Edit } from '../../server/text/edit';
import type { Path, StringValue } from '../../server/yaml/value';
import { head, text, value, type Writing } from '../support/writing';
import * as write from '../support/yaml-edits';

const replacing =
  (path: Path, by: string): Writing =>
  (outline) =>
    write.replaceScalar(outline, value(outline, path), by);
describe('a scalar', () => {
  const same = [
    'sonnet',
    'a b',
    'Read, Write',
    'github-copilot/gpt-5',
    "it's",
    'a:b',
    'a#b',
    'say "x"',
    '-x',
    'mcp__x__*',
    'é😀',
    '.claude',
    'x]',
  ];
  for (const one of same) it(`leaves ${one} plain`, () => assert.equal(write.scalar(one), one));

  const quoted = [
    '',
    ' a',
    'a ',
    'a: b',
    'a:',
    'a #b',
    '# a',
    '*',
    '&a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    '- a',
    '-',
    '?',
    '{a}',
    '[a]',
    '"a"',
    "'a'",
    'true',
    'No',
    'on',
    'y',
    'null',
    '~',
    '1',
    '-1',
    '1.5',
    '1e3',
    '0x1f',
    '0o7',
    '010',
    '1_000',
    '12:30',
    '.inf',
    '.nan',
    '2020-01-01',
    '2020-01-01T00:00:00Z',
    '---',
    '...',
    '=',
    '<<',
    '--- a',
    ', a',
    '+1',
    '.5',
    '1.',
  ];
  for (const one of quoted) {
    it(`quotes ${JSON.stringify(one)}`, () =>
      assert.equal(write.scalar(one), `'${one.replaceAll("'", "''")}'`));
  }
  it('escapes what only double quotes can hold', () =>
    assert.equal(write.scalar('a\n\tb\u0007\ud800'), '"a\\n\\tb\\u0007\\ud800"'));
  it('uses the requested quotes', () =>
    assert.equal(write.scalar('a "b"', 'double'), '"a \\"b\\""'));
  it('quotes commas in flow lists', () =>
    assert.equal(write.flowScalar('Bash(a, b)'), "'Bash(a, b)'"));
});

describe('replacing a value', () => {
  it('keeps a plain one plain', () =>
    head('model: opus # best', replacing(['model'], 'sonnet'), 'model: sonnet # best'));
  it('keeps quotes', () =>
    head(
      `model: "opus"\ncolor: 'red'`,
      replacing(['color'], 'blue'),
      `model: "opus"\ncolor: 'blue'`,
    ));
  it('adds quotes where needed', () =>
    head('name: a', replacing(['name'], 'true'), "name: 'true'"));
  it('fills an empty one', () =>
    head('model:\nname: a', replacing(['model'], 'opus'), 'model: opus\nname: a'));
  it('fills one before a comment', () =>
    head('model: # which', replacing(['model'], 'opus'), 'model: opus # which'));
  it('fills one after spaces', () =>
    head('model:   \nname: a', replacing(['model'], 'opus'), 'model: opus\nname: a'));
  it('replaces items of flow lists', () =>
    head('tools: [a, b]', replacing(['tools', 1], 'x, y'), "tools: [a, 'x, y']"));
  it('replaces values of nested maps', () =>
    head(
      'permission:\n  bash: sometimes\n  edit: deny',
      replacing(['permission', 'bash'], 'ask'),
      'permission:\n  bash: ask\n  edit: deny',
    ));
  it('writes line breaks as a block scalar', () =>
    head(
      'description: a\\n\\nb\nname: c',
      replacing(['description'], 'a\n\n  b: c'),
      'description: |-\n  a\n\n    b: c\nname: c',
    ));
  it('writes line breaks in quotes where no block scalar fits', () =>
    head('tools: [a, b] # c', replacing(['tools', 0], 'x\ny'), 'tools: ["x\\ny", b] # c'));
  it('replaces a block scalar', () =>
    head('model: >\n  opus\nname: a', replacing(['model'], 'opus'), 'model: opus\nname: a'));
});

describe('removing an item', () => {
  const item =
    (path: Path): Writing =>
    (outline) =>
      write.removeItem(outline, path);
  it('removes the comma after it', () =>
    head('tools: [a, b, c]', item(['tools', 1]), 'tools: [a, c]'));
  it('removes the first', () => head('tools: [ a, b ]', item(['tools', 0]), 'tools: [ b ]'));
  it('removes the comma before the last', () =>
    head('tools: ["a", "b"]', item(['tools', 1]), 'tools: ["a"]'));
  it('keeps a trailing comma', () => head('tools: [a, b,]', item(['tools', 1]), 'tools: [a,]'));
  it('leaves an empty list', () => head('tools: [a]', item(['tools', 0]), 'tools: []'));
  it('removes its line in a flow list of several lines', () =>
    head('tools: [\n  a,\n  b,\n  c\n]', item(['tools', 1]), 'tools: [\n  a,\n  c\n]'));
  it('removes the last line and the comma before it', () =>
    head('tools: [\n  a,\n  b\n]', item(['tools', 1]), 'tools: [\n  a\n]'));
  it('removes a line of a block list', () =>
    head('tools:\n  - a\n  - b # why\n  - c', item(['tools', 1]), 'tools:\n  - a\n  - c'));
  it('removes all lines of a map', () =>
    head(
      'handoffs:\n  - label: a\n    agent: b\n  # next\n  - label: c\nname: x',
      item(['handoffs', 0]),
      'handoffs:\n  # next\n  - label: c\nname: x',
    ));
  it('leaves an empty list in place of the last line', () =>
    head('tools: # c\n  - a\nname: b', item(['tools', 0]), 'tools: [] # c\nname: b'));
  it('removes a line at the column of the key', () =>
    head('tools:\n- a\n- b\nname: c', item(['tools', 1]), 'tools:\n- a\nname: c'));
});

describe('removing and replacing a name', () => {
  const name =
    (
      at: number,
      act: (outline: Outline, value: StringValue, index: number) => readonly Edit[],
    ): Writing =>
    (outline) =>
      act(outline, text(outline, ['tools']), at);
  const spanOf = (outline: Outline, { span }: StringValue, index: number) => {
    const quotes = /["']/.test(outline.text.charAt(span.start)) ? 1 : 0;
    const found = namesIn(
      outline.text,
      { start: span.start + quotes, end: span.end - quotes },
      ',',
    )[index];
    assert.ok(found);
    return found.span;
  };
  const remove = (at: number): Writing =>
    name(at, (outline, one, index) => write.removeName(outline, one, spanOf(outline, one, index)));
  const replace = (at: number, by: string): Writing =>
    name(at, (outline, one, index) => write.replaceName(outline, spanOf(outline, one, index), by));

  it('removes the comma after it', () =>
    head('tools: Read, MultiEdit, Bash', remove(1), 'tools: Read, Bash'));
  it('removes the comma before the last', () =>
    head('tools: "Read, Bash"', remove(1), 'tools: "Read"'));
  it('removes one with parentheses', () =>
    head('tools: Bash(a, b), Read', remove(0), 'tools: Read'));
  it('keeps the only one', () => head('tools: Read', remove(0), 'tools: Read'));
  it('works across lines', () =>
    head('tools: Read,\n  Grep,\n  Bash', remove(1), 'tools: Read,\n  Bash'));
  it('replaces it', () =>
    head('tools: Read, MultiEdit, Bash', replace(1, 'Edit'), 'tools: Read, Edit, Bash'));
  it('escapes it in quotes', () =>
    head("tools: 'Read, Bash'", replace(1, "it's"), "tools: 'Read, it''s'"));
  it('quotes the whole value where it can no longer be plain', () =>
    head('tools: Read, Bash', replace(0, '*'), "tools: '*, Bash'"));
  it('replaces a key in its quotes', () =>
    head(
      'tools:\n  "a": true\n  b: false',
      (outline) =>
        ['a"', 'b:'].flatMap((key) => {
          const start = outline.text.indexOf(key);
          return write.replaceName(outline, { start, end: start + 1 }, '*');
        }),
      'tools:\n  "*": true\n  \'*\': false',
    ));
  it('replaces a whole item', () =>
    head(
      'tools: [a, "b"]',
      (outline) => write.replaceName(outline, value(outline, ['tools', 1]).span, 'c'),
      'tools: [a, "c"]',
    ));
});

describe('adding an item', () => {
  const add =
    (item: string, path: Path = ['tools']): Writing =>
    (outline) =>
      write.addItem(outline, path, item);
  it('to a flow list', () => head('tools: [a]', add('b'), 'tools: [a, b]'));
  it('to an empty flow list', () => head('tools: [ ]', add('b'), 'tools: [b]'));
  it('with the quotes of the others', () => head("tools: ['a']", add('b'), "tools: ['a', 'b']"));
  it('to a flow list of several lines', () =>
    head('tools: [\n  a,\n  b\n]', add('c'), 'tools: [\n  a,\n  b,\n  c\n]'));
  it('to a block list', () =>
    head('tools:\n  - a\nname: x', add('b'), 'tools:\n  - a\n  - b\nname: x'));
  it('to a block list at the end', () => head('tools:\n- "a"', add('b'), 'tools:\n- "a"\n- "b"'));
  it('to a string of names', () => head('tools: Read # x', add('Bash'), 'tools: Read, Bash # x'));
  it('to a quoted string of names', () =>
    head('tools: "Read"', add('Bash'), 'tools: "Read, Bash"'));
  it('to an empty value', () => head('tools:\nname: x', add('Bash'), 'tools: Bash\nname: x'));
  it('to a missing field', () => head('name: x', add('Bash'), 'name: x\ntools: Bash'));
});
