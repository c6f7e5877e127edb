// Edits of fields and fences, repairs of values, and conversions between their forms.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { YamlWriter } from '../../server/agent/write-yaml';
import { applyEdits } from '../../server/text/edit';
import { entryOf, plain } from '../../server/yaml/value';
import { field, head, turns, value, type Writing } from '../support/writing';
import * as write from '../support/yaml-edits';

const removing =
  (key: string): Writing =>
  (outline) =>
    write.removeField(outline, field(outline, key));

describe('removing a field', () => {
  it('removes its line', () =>
    head('name: a\nmodel: b # c\ncolor: red', removing('model'), 'name: a\ncolor: red'));
  it('removes nested lines', () =>
    head('tools:\n  - a\n\n  # why\n  - b\nname: c', removing('tools'), 'name: c'));
  it('removes items at its own column', () =>
    head('tools:\n- a\n- b\nname: c', removing('tools'), 'name: c'));
  it('keeps the comments of adjacent fields', () =>
    head(
      '# one\nname: a\n# two\nmodel: b\n\n# three\ncolor: red',
      removing('model'),
      '# one\nname: a\n# two\n\n# three\ncolor: red',
    ));
  it('removes a block scalar', () =>
    head('description: |\n  a\n\n  b\n\nname: c', removing('description'), '\nname: c'));
  it('removes a flow list that closes at column 0', () =>
    head('tools: [\n a\n]\nname: c', removing('tools'), 'name: c'));
  it('removes the only field', () => head('name: a', removing('name'), ''));
  it('removes a field of a nested map', () =>
    head(
      'permission:\n  bash: ask\n  edit: deny',
      (outline) => {
        const map = value(outline, ['permission']);
        assert.ok(map.kind === 'map');
        const entry = entryOf(map.entries, 'bash');
        return entry ? write.removeField(outline, entry) : [];
      },
      'permission:\n  edit: deny',
    ));
  it('removes a field of a flow map', () =>
    head(
      'permission: { bash: ask, edit: deny }',
      (outline) => {
        const map = value(outline, ['permission']);
        assert.ok(map.kind === 'map');
        const entry = entryOf(map.entries, 'bash');
        return entry ? write.removeField(outline, entry) : [];
      },
      'permission: { edit: deny }',
    ));
  it('removes the first key of an item', () =>
    head(
      'hooks:\n  - matcher: a\n    type: b',
      (outline) => {
        const map = value(outline, ['hooks', 0]);
        assert.ok(map.kind === 'map');
        const entry = entryOf(map.entries, 'matcher');
        return entry ? write.removeField(outline, entry) : [];
      },
      'hooks:\n  - type: b',
    ));
});

describe('keys and fences', () => {
  it('renames a key', () =>
    head(
      'allowed-tools: a',
      (o) => write.renameKey(o, field(o, 'allowed-tools'), 'tools'),
      'tools: a',
    ));
  it('renames a quoted key', () =>
    head('"a": b', (o) => write.renameKey(o, field(o, 'a'), 'c'), '"c": b'));
  it('inserts a field at the end', () =>
    head(
      'name: a\n# end',
      (o) => write.insertField(o, 'model', 'opus'),
      'name: a\n# end\nmodel: opus',
    ));
  it('inserts a field after another', () =>
    head(
      'tools:\n  - a\nname: b',
      (o) => write.insertField(o, 'model', 'opus', 'tools'),
      'tools:\n  - a\nmodel: opus\nname: b',
    ));
  it('inserts a field first', () =>
    head('model: a', (o) => write.insertField(o, 'name', 'b', null), 'name: b\nmodel: a'));
  it('inserts several lines', () =>
    head(
      'name: a',
      (o) => write.insertField(o, 'tools', '\n  - b\n  - c'),
      'name: a\ntools:\n  - b\n  - c',
    ));
  it('inserts into an empty head', () =>
    turns('---\n---\n', (o) => write.insertField(o, 'name', 'a'), '---\nname: a\n---\n'));
  it('inserts into an unclosed head', () =>
    turns('---\nname: a', (o) => write.insertField(o, 'model', 'b'), '---\nname: a\nmodel: b'));
  it('inserts where there is no frontmatter', () =>
    turns(
      'You are.\n',
      (o) => write.insertField(o, 'name', 'a'),
      '---\nname: a\n---\n\nYou are.\n',
    ));
  it('inserts a frontmatter into an empty text', () =>
    assert.equal(
      applyEdits('', write.insertFrontmatter(outlineOf(''), 'name: a\n')),
      '---\nname: a\n---\n',
    ));
  it('closes the fence', () =>
    turns('---\nname: a\n\nYou are.\n', write.closeFence, '---\nname: a\n---\n\nYou are.\n'));
  it('closes the fence at the end', () =>
    turns('---\nname: a', write.closeFence, '---\nname: a\n---\n'));
});

describe('repairing a plain value', () => {
  const quoting: Writing = (outline) => write.quoteValue(outline, field(outline, 'description'));
  const folding: Writing = (outline) =>
    write.foldIntoBlock(outline, field(outline, 'description'), (key) =>
      ['name', 'model'].includes(key),
    );
  it('quotes it', () =>
    head('description: Use when: x\nname: a', quoting, 'description: "Use when: x"\nname: a'));
  it('quotes it with single quotes around double ones', () =>
    head(
      'description: Use "x": it\'s\nname: a',
      quoting,
      `description: 'Use "x": it''s'\nname: a`,
    ));
  it('keeps an escaped line break unchanged', () =>
    head('description: Use: a\\nb\nname: a', quoting, `description: 'Use: a\\nb'\nname: a`));
  it('joins its lines', () =>
    head(
      'description: Use when: x\n  and: y\nname: a',
      quoting,
      'description: "Use when: x and: y"\nname: a',
    ));
  it('closes a quote', () =>
    head('description: "Use when: x\nname: a', quoting, 'description: "Use when: x"\nname: a'));
  it('escapes quotes within quotes', () =>
    head(
      'description: "Use "this" when: x"\nname: a',
      quoting,
      'description: "Use \\"this\\" when: x"\nname: a',
    ));
  it('quotes a string that only begins with a quote', () =>
    head(
      'description: "This" when: x\nname: a',
      quoting,
      `description: '"This" when: x'\nname: a`,
    ));
  it('folds lines at column 0', () =>
    head(
      'name: a\ndescription: Use when: x.\n\n<example>\nuser: "hi"\n  assistant: ho\n</example>\nmodel: b',
      folding,
      'name: a\ndescription: |-\n  Use when: x.\n\n  <example>\n  user: "hi"\n    assistant: ho\n  </example>\nmodel: b',
    ));
  it('does not quote a string that continues at the column of the key', () => {
    const broken = 'description: Use when: x\n<example>\nname: a';
    head(broken, quoting, broken);
  });
  it('does not fold a map', () => {
    const broken = 'description:\n  name: a\n  text: "b\nname: a';
    head(broken, folding, broken);
  });
  it('folds one line', () =>
    head('description: Use when: x', folding, 'description: >-\n  Use when: x'));
  it('keeps the words', () => {
    const broken = '---\ndescription: Use when: x "y" # z\n  and: it\'s\nname: a\n---\n';
    const outline = outlineOf(broken);
    for (const writing of [quoting, folding]) {
      const repaired = outlineOf(applyEdits(broken, writing(outline)));
      assert.deepEqual(repaired.errors, []);
      const words = String(plain(value(repaired, ['description']))).split(/\s+/);
      assert.deepEqual(words, ['Use', 'when:', 'x', '"y"', '#', 'z', 'and:', "it's"]);
    }
  });
});

describe('converting a value', () => {
  const list =
    (style: 'flow' | 'block', ...names: string[]): Writing =>
    (o) =>
      write.toList(o, field(o, 'tools'), names, style);
  const comma =
    (...names: string[]): Writing =>
    (o) =>
      write.toCommaText(o, field(o, 'tools'), names);
  const map =
    (...names: string[]): Writing =>
    (o) =>
      write.toMap(
        o,
        field(o, 'tools'),
        names.map((name) => [name, 'true'] as const),
      );
  it('string to flow list', () =>
    head('tools: a, b # c\nname: x', list('flow', 'a', 'b'), 'tools: [a, b] # c\nname: x'));
  it('string to block list', () =>
    head(
      'tools: a, b # c\nname: x',
      list('block', 'a', '*'),
      "tools: # c\n  - a\n  - '*'\nname: x",
    ));
  it('block list to string', () =>
    head('tools: # c\n  - a\n  - b\nname: x', comma('a', 'b'), 'tools: a, b # c\nname: x'));
  it('block list to flow list', () =>
    head('tools:\n- a\n- b\nname: x', list('flow', 'a', 'b'), 'tools: [a, b]\nname: x'));
  it('flow list to string', () =>
    head('tools: [\n  a,\n  b\n]\nname: x', comma('a', 'b'), 'tools: a, b\nname: x'));
  it('flow list to map', () =>
    head('tools: [a, b]\nname: x', map('a', 'b_*'), 'tools:\n  a: true\n  b_*: true\nname: x'));
  it('block list to map', () =>
    head(
      'tools:\n  - a # c\n  - b\nname: x',
      map('a', '*'),
      "tools:\n  a: true\n  '*': true\nname: x",
    ));
  it('map to list', () =>
    head('tools:\n  a: true\n  b: false\nname: x', list('block', 'a'), 'tools:\n  - a\nname: x'));
  it('empty value to list', () =>
    head('tools:\nname: x', list('flow', 'a'), 'tools: [a]\nname: x'));
  it('empty value to map', () => head('tools:\nname: x', map('a'), 'tools:\n  a: true\nname: x'));
  it('any value to names', () => {
    const names: Writing = (o) => new YamlWriter(o).setNames('tools', ['a', 'b']) ?? [];
    head('tools:\nname: x', names, 'tools: [a, b]\nname: x');
    head('tools:\n- c\n- d\nname: x', names, 'tools: [a, b]\nname: x');
    head('tools: { c: true }\nname: x', names, 'tools: [a, b]\nname: x');
    head('tools: c # d', names, 'tools: a, b # d');
    head('name: x', names, 'name: x\ntools: [a, b]');
  });
});
