// Changes in a syntax without quotes, lists and nested keys, and changes that a line scanner and YAML read alike.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Outline, outlineOf } from '../../server/agent/outline';
import { writerFor } from '../../server/agent/write-for';
import type { Edits, Syntax, Writer } from '../../server/agent/writer';
import { applyEdits } from '../../server/text/edit';
import { type Entry, entryOf } from '../../server/yaml/value';
import { scannedFields } from '../support/line-host';

const lines: readonly Syntax[] = ['line-scanner'];
const both: readonly Syntax[] = ['yaml', 'line-scanner'];

const outlineWith = (head: string): Outline => outlineOf(`---\n${head}\n---\n\nYou are.\n`);

/** The lines of the frontmatter after the change; null where it is refused. */
function head(before: string, syntaxes: readonly Syntax[], change: (writer: Writer) => Edits) {
  const outline = outlineWith(before);
  const edits = change(writerFor(outline, syntaxes));
  if (edits === null) return null;
  const after = outlineOf(applyEdits(outline.text, edits));
  assert.equal(after.text.slice(after.body.start), outline.text.slice(outline.body.start));
  return after.text.slice(after.head.start, after.head.end).replace(/\n$/, '');
}

function scanned({ outline }: Writer, key: string): Entry {
  const found = entryOf(scannedFields(outline), key);
  assert.ok(found, `there is no ${key}`);
  return found;
}

const setting =
  (key: string, text: string) =>
  (writer: Writer): Edits =>
    writer.replaceValue(scanned(writer, key).value, { text });

describe('a line scanner', () => {
  it('gets a string without quotes, whatever YAML would need', () => {
    for (const text of ['Use when: x', '"x"', '[a]', '# x', 'on', '12', "it's #1", 'a, b'])
      assert.equal(
        head('name: a\nmodel: b', lines, setting('name', text)),
        `name: ${text}\nmodel: b`,
      );
  });

  it('loses the whole old value, with its quotes and what looks like a comment', () => {
    assert.equal(head('name: "a" # b', lines, setting('name', 'c')), 'name: c');
    assert.equal(head('name:', lines, setting('name', 'c')), 'name: c');
    assert.equal(head('name: ', lines, setting('name', 'c')), 'name: c');
  });

  it('is not given a string that a line cannot express', () => {
    for (const text of ['', ' a', 'a ', 'a\nb', 'a\r\nb', 'a\u2028b', 'a\tb', 'a\u0000'])
      assert.equal(head('name: a', lines, setting('name', text)), null);
  });

  it('has fields added, renamed and removed by the line', () => {
    const before = 'name: a\ntitle: b';
    assert.equal(
      head(before, lines, (to) => to.insertField('x', 'y: z')),
      `${before}\nx: y: z`,
    );
    assert.equal(
      head(before, lines, (to) => to.insertField('x:', 'y')),
      null,
    );
    assert.equal(
      head(before, lines, (to) => to.insertField('- x', 'y')),
      null,
    );
    assert.equal(
      head(before, lines, (to) => to.renameKey(scanned(to, 'title'), 'description')),
      'name: a\ndescription: b',
    );
    assert.equal(
      head(before, lines, (to) => to.renameKey(scanned(to, 'title'), 'a: b')),
      null,
    );
    assert.equal(
      head(before, lines, (to) => to.removeField(scanned(to, 'name'))),
      'title: b',
    );
  });

  it('has names separated by commas, and no lists', () => {
    const before = 'tools: Look, Change';
    assert.equal(
      head(before, lines, (to) => to.addItem(['tools'], 'Run')),
      `${before}, Run`,
    );
    assert.equal(
      head('tools:', lines, (to) => to.addItem(['tools'], 'Run')),
      'tools: Run',
    );
    assert.equal(
      head('Tools: a\ntools: b', lines, (to) => to.addItem(['tools'], 'c')),
      'Tools: a\ntools: b, c',
    );
    assert.equal(
      head(before, lines, (to) => to.addItem(['tools'], 'Run, Go')),
      null,
    );
    assert.equal(
      head(before, lines, (to) => to.addItem(['tools', 'x'], 'Run')),
      null,
    );
    assert.equal(
      head(before, lines, (to) => to.setNames('tools', ['A', 'B'])),
      'tools: A, B',
    );
    assert.equal(
      head('name: a', lines, (to) => to.setNames('tools', ['A'])),
      'name: a\ntools: A',
    );
    assert.equal(
      head(before, lines, (to) =>
        to.setField(scanned(to, 'tools'), { names: ['A', 'B'], form: 'commas' }),
      ),
      'tools: A, B',
    );
    assert.equal(
      head(before, lines, (to) =>
        to.setField(scanned(to, 'tools'), { names: ['A,B'], form: 'commas' }),
      ),
      null,
    );
    assert.equal(
      head(before, lines, (to) =>
        to.setField(scanned(to, 'tools'), { names: ['A'], form: 'flow' }),
      ),
      null,
    );
    assert.equal(
      head(before, lines, (to) => to.setField(scanned(to, 'tools'), { pairs: [['a', 'b']] })),
      null,
    );
    assert.equal(
      head(before, lines, (to) => to.removeItem(['tools', 0])),
      null,
    );
  });

  it('has single names replaced and removed', () => {
    const before = 'tools: Look, Change';
    const nameAt = (writer: Writer, name: string) => {
      const start = writer.outline.text.indexOf(name);
      return { start, end: start + name.length };
    };
    const replacing = (name: string, by: string) => (writer: Writer) =>
      writer.replaceName(nameAt(writer, name), by);
    const removing = (name: string) => (writer: Writer) => {
      const { value } = scanned(writer, 'tools');
      assert.ok(value.kind === 'text');
      return writer.removeName(value, nameAt(writer, name));
    };
    assert.equal(head(before, lines, replacing('Look', 'See: it')), 'tools: See: it, Change');
    assert.equal(head(before, lines, replacing('Look', 'a, b')), null);
    assert.equal(head('tools: [Look]', lines, replacing('Look', 'See')), null);
    assert.equal(head('  tools: Look', lines, replacing('Look', 'See')), null);
    assert.equal(head(before, lines, removing('Look')), 'tools: Change');
    assert.equal(head(before, lines, removing('Change')), 'tools: Look');
    assert.equal(head('tools: "Look, Change', lines, removing('Change')), 'tools: "Look');
  });

  it('is given no quotes, no block scalar, and nothing that was made for YAML', () => {
    const before = 'name: a: b';
    assert.equal(
      head(before, lines, (to) =>
        to.replaceValue(scanned(to, 'name').value, { text: 'a', isQuoted: true }),
      ),
      null,
    );
    assert.equal(
      head(before, lines, (to) => to.setField(scanned(to, 'name'), { text: 'a', isQuoted: true })),
      null,
    );
    assert.equal(
      head(before, lines, (to) => to.inYaml([])),
      null,
    );
    assert.equal(writerFor(outlineWith(before), lines).nestedKey('a'), null);
  });

  it('is given a literal as it is, a comment and a whole frontmatter', () => {
    assert.equal(
      head('limit: "3"', lines, (to) => to.replaceValue(scanned(to, 'limit').value, { word: '3' })),
      'limit: 3',
    );
    assert.equal(writerFor(outlineWith('name: a'), lines).comment('x'), '# x');
    const none = outlineOf('You are.\n');
    const edits = writerFor(none, lines).insertFrontmatter([['description', 'Use when: x']]);
    assert.equal(
      applyEdits(none.text, edits ?? []),
      '---\ndescription: Use when: x\n---\n\nYou are.\n',
    );
    assert.equal(writerFor(none, lines).insertFrontmatter([['description', 'a\nb']]), null);
  });
});

describe('a file that a line scanner and a YAML parser read', () => {
  it('is given what both write alike', () => {
    assert.equal(head('name: a', both, setting('name', 'b c')), 'name: b c');
    assert.equal(head('name:', both, setting('name', 'b')), 'name: b');
    assert.equal(
      head('tools: A', both, (to) => to.addItem(['tools'], 'B')),
      'tools: A, B',
    );
    assert.equal(
      head('name: a', both, (to) => to.insertField('model', 'x')),
      'name: a\nmodel: x',
    );
    assert.equal(
      head('name: a\nb: c', both, (to) => to.removeField(scanned(to, 'b'))),
      'name: a',
    );
    assert.equal(writerFor(outlineWith('a: b'), both).comment('x'), '# x');
  });

  it('is not given what one of them reads differently', () => {
    for (const text of ['Use when: x', 'on', '12', '[a]', 'a\nb', "'a'", 'a #b'])
      assert.equal(head('name: a', both, setting('name', text)), null, text);
    assert.equal(head('name: "a"', both, setting('name', 'b')), null);
    // The value as YAML reads it ends before the comment.
    const commented = (writer: Writer): Edits => {
      const entry = entryOf(writer.outline.fields, 'name');
      assert.ok(entry);
      return writer.replaceValue(entry.value, { text: 'b' });
    };
    assert.equal(head('name: a # c', ['yaml'], commented), 'name: b # c');
    assert.equal(head('name: a # c', both, commented), null);
    assert.equal(
      head('tools:\n  - A', both, (to) => to.removeField(scanned(to, 'tools'))),
      null,
    );
    assert.equal(
      head('tools:\n  - A', both, (to) => to.addItem(['tools'], 'B')),
      null,
    );
    const nested = outlineWith('permission:\n  edit: ask');
    const [permission] = nested.fields;
    assert.ok(permission?.value.kind === 'map');
    const [edit] = permission.value.entries;
    assert.ok(edit);
    assert.equal(writerFor(nested, both).replaceValue(edit.value, { text: 'deny' }), null);
    assert.notEqual(writerFor(nested, ['yaml']).replaceValue(edit.value, { text: 'deny' }), null);
  });

  it('accepts lines that both read alike', () => {
    const writer = writerFor(outlineWith('a: b'), both);
    for (const line of ['name: a', 'limit: 3', 'readonly: true', 'name:', '# a'])
      assert.equal(writer.accepts(line), true, line);
    for (const line of [
      'a: b: c',
      'tools: [A]',
      'a: "b"',
      'a: on',
      'a: b # c',
      'a:\n  - b',
      '- a: b',
    ])
      assert.equal(writer.accepts(line), false, line);
  });

  it('reads as the same string what was written, or is not changed', () => {
    const word = fc.constantFrom(
      'a',
      'on',
      ': ',
      ' #',
      '"',
      "'",
      '[',
      ',',
      '- ',
      '1',
      'é',
      '\n',
      ' ',
      '*',
    );
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (old, now) => {
        const outline = outlineWith(`name: ${old}\nmodel: x`);
        if (outline.errors.length > 0) return;
        const entry = entryOf(scannedFields(outline), 'name');
        assert.ok(entry);
        const edits = writerFor(outline, both).replaceValue(entry.value, { text: now });
        if (edits === null || applyEdits(outline.text, edits) === outline.text) return;
        const after = outlineOf(applyEdits(outline.text, edits));
        const inYaml = entryOf(after.fields, 'name')?.value;
        const inLines = entryOf(scannedFields(after), 'name')?.value;
        assert.deepEqual(after.errors, []);
        assert.equal(inYaml?.kind === 'text' ? inYaml.text : inYaml, now, after.text);
        assert.equal(inLines?.kind === 'text' ? inLines.text : inLines, now, after.text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a file that no host reads', () => {
  it('is written as YAML', () => {
    assert.equal(head('name: a', [], setting('name', 'b: c')), "name: 'b: c'");
  });
});
