// The writers, as texts before and after.
import assert from 'node:assert/strict';
import { namesIn } from '../../server/agent/names';
import { type Outline, outlineOf } from '../../server/agent/outline';
import { entryOf, type Entry, type Path, plain, type TextValue, type Value, valueAt } from '../../server/agent/value';
import * as write from '../../server/agent/write';
import { applyEdits, type Edit } from '../../server/text/edit';
import { dedent } from '../support/marked-text';

type Writing = (outline: Outline) => readonly Edit[];

/** Both with LF and with CRLF. */
function turns(before: string, writing: Writing, after: string): void {
  const [from, to] = [dedent(before), dedent(after)];
  const run = (text: string): string => applyEdits(text, writing(outlineOf(text)));
  assert.equal(run(from), to);
  assert.equal(run(from.replaceAll('\n', '\r\n')), to.replaceAll('\n', '\r\n'), 'with CRLF');
}

const head = (before: string, writing: Writing, after: string): void =>
  turns(`---\n${before}\n---\n\nYou are.\n`, writing, `---\n${after}${after && '\n'}---\n\nYou are.\n`);

function field({ fields }: Outline, key: string): Entry {
  const entry = entryOf(fields, key);
  assert.ok(entry, `there is no ${key}`);
  return entry;
}

function value({ fields }: Outline, path: Path): Value {
  const found = valueAt(fields, path);
  assert.ok(found, `there is nothing at ${path.join('.')}`);
  return found;
}

function text(outline: Outline, path: Path): TextValue {
  const found = value(outline, path);
  assert.ok(found.kind === 'text');
  return found;
}

const replacing = (path: Path, by: string): Writing => (outline) => write.replaceScalar(outline, value(outline, path), by);
const removing = (key: string): Writing => (outline) => write.removeField(outline, field(outline, key));

describe('a scalar', () => {
  const same = ['sonnet', 'a b', 'Read, Write', 'github-copilot/gpt-5', "it's", 'a:b', 'a#b', 'say "x"', '-x', 'mcp__x__*', 'é😀', '.claude', 'x]'];
  for (const one of same) it(`leaves ${one} plain`, () => assert.equal(write.scalar(one), one));

  const quoted = [
    '', ' a', 'a ', 'a: b', 'a:', 'a #b', '# a', '*', '&a', '!a', '|', '>', '%a', '@a', '`a`', '- a', '-', '?', '{a}', '[a]', '"a"', "'a'",
    'true', 'No', 'on', 'y', 'null', '~', '1', '-1', '1.5', '1e3', '0x1f', '0o7', '010', '1_000', '12:30', '.inf', '.nan',
    '2020-01-01', '2020-01-01T00:00:00Z', '---', '...', '=', '<<', '--- a', ', a', '+1', '.5', '1.',
  ];
  for (const one of quoted) {
    it(`quotes ${JSON.stringify(one)}`, () => assert.equal(write.scalar(one), `'${one.replaceAll("'", "''")}'`));
  }
  it('escapes what only double quotes can hold', () => assert.equal(write.scalar('a\n\tb\u0007\ud800'), '"a\\n\\tb\\u0007\\ud800"'));
  it('keeps the quotes asked for', () => assert.equal(write.scalar('a "b"', 'double'), '"a \\"b\\""'));
  it('quotes commas between brackets', () => assert.equal(write.flowScalar('Bash(a, b)'), "'Bash(a, b)'"));
});

describe('replacing a value', () => {
  it('keeps a plain one plain', () => head('model: opus # best', replacing(['model'], 'sonnet'), 'model: sonnet # best'));
  it('keeps quotes', () => head(`model: "opus"\ncolor: 'red'`, replacing(['color'], 'blue'), `model: "opus"\ncolor: 'blue'`));
  it('adds quotes where needed', () => head('name: a', replacing(['name'], 'true'), "name: 'true'"));
  it('fills an empty one', () => head('model:\nname: a', replacing(['model'], 'opus'), 'model: opus\nname: a'));
  it('fills one before a comment', () => head('model: # which', replacing(['model'], 'opus'), 'model: opus # which'));
  it('fills one behind blanks', () => head('model:   \nname: a', replacing(['model'], 'opus'), 'model: opus\nname: a'));
  it('reaches into flow lists', () => head('tools: [a, b]', replacing(['tools', 1], 'x, y'), "tools: [a, 'x, y']"));
  it('reaches into nested maps', () =>
    head('permission:\n  bash: sometimes\n  edit: deny', replacing(['permission', 'bash'], 'ask'), 'permission:\n  bash: ask\n  edit: deny'));
  it('replaces a block scalar', () => head('model: >\n  opus\nname: a', replacing(['model'], 'opus'), 'model: opus\nname: a'));
});

describe('removing an item', () => {
  const item = (path: Path): Writing => (outline) => write.removeItem(outline, path);
  it('takes the comma behind it', () => head('tools: [a, b, c]', item(['tools', 1]), 'tools: [a, c]'));
  it('takes the first', () => head('tools: [ a, b ]', item(['tools', 0]), 'tools: [ b ]'));
  it('takes the comma before the last', () => head('tools: ["a", "b"]', item(['tools', 1]), 'tools: ["a"]'));
  it('leaves a trailing comma', () => head('tools: [a, b,]', item(['tools', 1]), 'tools: [a,]'));
  it('leaves an empty list', () => head('tools: [a]', item(['tools', 0]), 'tools: []'));
  it('takes its line in a flow list of several lines', () =>
    head('tools: [\n  a,\n  b,\n  c\n]', item(['tools', 1]), 'tools: [\n  a,\n  c\n]'));
  it('takes the last line and the comma before it', () =>
    head('tools: [\n  a,\n  b\n]', item(['tools', 1]), 'tools: [\n  a\n]'));
  it('takes a line of a block list', () => head('tools:\n  - a\n  - b # why\n  - c', item(['tools', 1]), 'tools:\n  - a\n  - c'));
  it('takes all lines of a map', () =>
    head('handoffs:\n  - label: a\n    agent: b\n  # next\n  - label: c\nname: x', item(['handoffs', 0]), 'handoffs:\n  # next\n  - label: c\nname: x'));
  it('leaves an empty list in place of the last line', () =>
    head('tools: # c\n  - a\nname: b', item(['tools', 0]), 'tools: [] # c\nname: b'));
  it('takes a line at the column of the key', () => head('tools:\n- a\n- b\nname: c', item(['tools', 1]), 'tools:\n- a\nname: c'));
});

describe('removing and replacing a name', () => {
  const name = (at: number, act: (outline: Outline, value: TextValue, index: number) => readonly Edit[]): Writing => (outline) =>
    act(outline, text(outline, ['tools']), at);
  const spanOf = (outline: Outline, { span }: TextValue, index: number) => {
    const quotes = /["']/.test(outline.text.charAt(span.start)) ? 1 : 0;
    const found = namesIn(outline.text, { start: span.start + quotes, end: span.end - quotes }, ',')[index];
    assert.ok(found);
    return found.span;
  };
  const remove = (at: number): Writing => name(at, (outline, one, index) => write.removeName(outline, one, spanOf(outline, one, index)));
  const replace = (at: number, by: string): Writing =>
    name(at, (outline, one, index) => write.replaceName(outline, spanOf(outline, one, index), by));

  it('takes it with the comma behind it', () => head('tools: Read, MultiEdit, Bash', remove(1), 'tools: Read, Bash'));
  it('takes the last with the comma before it', () => head('tools: "Read, Bash"', remove(1), 'tools: "Read"'));
  it('takes one with parentheses', () => head('tools: Bash(a, b), Read', remove(0), 'tools: Read'));
  it('leaves the only one', () => head('tools: Read', remove(0), 'tools: Read'));
  it('works across lines', () => head('tools: Read,\n  Grep,\n  Bash', remove(1), 'tools: Read,\n  Bash'));
  it('replaces it', () => head('tools: Read, MultiEdit, Bash', replace(1, 'Edit'), 'tools: Read, Edit, Bash'));
  it('escapes in quotes', () => head("tools: 'Read, Bash'", replace(1, "it's"), "tools: 'Read, it''s'"));
  it('quotes the whole where it is no longer plain', () => head('tools: Read, Bash', replace(0, '*'), "tools: '*, Bash'"));
  it('replaces a whole item', () =>
    head('tools: [a, "b"]', (outline) => write.replaceName(outline, value(outline, ['tools', 1]).span, 'c'), 'tools: [a, "c"]'));
});

describe('adding an item', () => {
  const add = (item: string, path: Path = ['tools']): Writing => (outline) => write.addItem(outline, path, item);
  it('to a flow list', () => head('tools: [a]', add('b'), 'tools: [a, b]'));
  it('to an empty flow list', () => head('tools: [ ]', add('b'), 'tools: [b]'));
  it('in the quotes of the others', () => head("tools: ['a']", add('b'), "tools: ['a', 'b']"));
  it('to a flow list of several lines', () => head('tools: [\n  a,\n  b\n]', add('c'), 'tools: [\n  a,\n  b,\n  c\n]'));
  it('to a block list', () => head('tools:\n  - a\nname: x', add('b'), 'tools:\n  - a\n  - b\nname: x'));
  it('to a block list at the end', () => head('tools:\n- "a"', add('b'), 'tools:\n- "a"\n- "b"'));
  it('to a text of names', () => head('tools: Read # x', add('Bash'), 'tools: Read, Bash # x'));
  it('to a quoted text of names', () => head('tools: "Read"', add('Bash'), 'tools: "Read, Bash"'));
  it('to nothing', () => head('tools:\nname: x', add('Bash'), 'tools: Bash\nname: x'));
  it('to no field', () => head('name: x', add('Bash'), 'name: x\ntools: Bash'));
});

describe('removing a field', () => {
  it('takes its line', () => head('name: a\nmodel: b # c\ncolor: red', removing('model'), 'name: a\ncolor: red'));
  it('takes nested lines', () => head('tools:\n  - a\n\n  # why\n  - b\nname: c', removing('tools'), 'name: c'));
  it('takes items at its own column', () => head('tools:\n- a\n- b\nname: c', removing('tools'), 'name: c'));
  it('leaves the comments of its neighbours', () =>
    head('# one\nname: a\n# two\nmodel: b\n\n# three\ncolor: red', removing('model'), '# one\nname: a\n# two\n\n# three\ncolor: red'));
  it('takes a block scalar', () => head('description: |\n  a\n\n  b\n\nname: c', removing('description'), '\nname: c'));
  it('takes a flow list that closes at column 0', () => head('tools: [\n a\n]\nname: c', removing('tools'), 'name: c'));
  it('takes the only one', () => head('name: a', removing('name'), ''));
  it('takes one in a nested map', () =>
    head('permission:\n  bash: ask\n  edit: deny', (outline) => {
      const map = value(outline, ['permission']);
      assert.ok(map.kind === 'map');
      const entry = entryOf(map.entries, 'bash');
      return entry ? write.removeField(outline, entry) : [];
    }, 'permission:\n  edit: deny'));
  it('takes one between brackets', () =>
    head('permission: { bash: ask, edit: deny }', (outline) => {
      const map = value(outline, ['permission']);
      assert.ok(map.kind === 'map');
      const entry = entryOf(map.entries, 'bash');
      return entry ? write.removeField(outline, entry) : [];
    }, 'permission: { edit: deny }'));
  it('takes the first key of an item', () =>
    head('hooks:\n  - matcher: a\n    type: b', (outline) => {
      const map = value(outline, ['hooks', 0]);
      assert.ok(map.kind === 'map');
      const entry = entryOf(map.entries, 'matcher');
      return entry ? write.removeField(outline, entry) : [];
    }, 'hooks:\n  - type: b'));
});

describe('keys and fences', () => {
  it('renames a key', () => head('allowed-tools: a', (o) => write.renameKey(o, field(o, 'allowed-tools'), 'tools'), 'tools: a'));
  it('renames a quoted key', () => head('"a": b', (o) => write.renameKey(o, field(o, 'a'), 'c'), '"c": b'));
  it('inserts a field at the end', () => head('name: a\n# end', (o) => write.insertField(o, 'model', 'opus'), 'name: a\n# end\nmodel: opus'));
  it('inserts a field behind another', () =>
    head('tools:\n  - a\nname: b', (o) => write.insertField(o, 'model', 'opus', 'tools'), 'tools:\n  - a\nmodel: opus\nname: b'));
  it('inserts a field first', () => head('model: a', (o) => write.insertField(o, 'name', 'b', null), 'name: b\nmodel: a'));
  it('inserts several lines', () => head('name: a', (o) => write.insertField(o, 'tools', '\n  - b\n  - c'), 'name: a\ntools:\n  - b\n  - c'));
  it('inserts into an empty head', () => turns('---\n---\n', (o) => write.insertField(o, 'name', 'a'), '---\nname: a\n---\n'));
  it('inserts into an unclosed head', () => turns('---\nname: a', (o) => write.insertField(o, 'model', 'b'), '---\nname: a\nmodel: b'));
  it('inserts where there is no frontmatter', () =>
    turns('You are.\n', (o) => write.insertField(o, 'name', 'a'), '---\nname: a\n---\n\nYou are.\n'));
  it('inserts a frontmatter into an empty text', () =>
    assert.equal(applyEdits('', write.insertFrontmatter(outlineOf(''), 'name: a\n')), '---\nname: a\n---\n'));
  it('closes the fence', () => turns('---\nname: a\n\nYou are.\n', write.closeFence, '---\nname: a\n---\n\nYou are.\n'));
  it('closes the fence at the end', () => turns('---\nname: a', write.closeFence, '---\nname: a\n---\n'));
});

describe('mending a plain value', () => {
  const quoting: Writing = (outline) => write.quoteValue(outline, field(outline, 'description'));
  const folding: Writing = (outline) => write.foldIntoBlock(outline, field(outline, 'description'), (key) => ['name', 'model'].includes(key));
  it('quotes it', () => head('description: Use when: x\nname: a', quoting, 'description: "Use when: x"\nname: a'));
  it('quotes it with single quotes around double ones', () =>
    head('description: Use "x": it\'s\nname: a', quoting, `description: 'Use "x": it''s'\nname: a`));
  it('keeps a written-out line break as it is', () =>
    head('description: Use: a\\nb\nname: a', quoting, `description: 'Use: a\\nb'\nname: a`));
  it('joins its lines', () => head('description: Use when: x\n  and: y\nname: a', quoting, 'description: "Use when: x and: y"\nname: a'));
  it('closes a quote', () => head('description: "Use when: x\nname: a', quoting, 'description: "Use when: x"\nname: a'));
  it('escapes quotes within quotes', () =>
    head('description: "Use "this" when: x"\nname: a', quoting, 'description: "Use \\"this\\" when: x"\nname: a'));
  it('quotes a text that only begins with a quote', () =>
    head('description: "This" when: x\nname: a', quoting, `description: '"This" when: x'\nname: a`));
  it('folds lines at column 0', () =>
    head(
      'name: a\ndescription: Use when: x.\n\n<example>\nuser: "hi"\n  assistant: ho\n</example>\nmodel: b',
      folding,
      'name: a\ndescription: |-\n  Use when: x.\n\n  <example>\n  user: "hi"\n    assistant: ho\n  </example>\nmodel: b',
    ));
  it('folds one line', () => head('description: Use when: x', folding, 'description: >-\n  Use when: x'));
  it('keeps the words', () => {
    const broken = '---\ndescription: Use when: x "y" # z\n  and: it\'s\nname: a\n---\n';
    const outline = outlineOf(broken);
    for (const writing of [quoting, folding]) {
      const mended = outlineOf(applyEdits(broken, writing(outline)));
      assert.deepEqual(mended.errors, []);
      const words = String(plain(value(mended, ['description']))).split(/\s+/);
      assert.deepEqual(words, ['Use', 'when:', 'x', '"y"', '#', 'z', 'and:', "it's"]);
    }
  });
});

describe('turning a value into another form', () => {
  const list = (style: 'flow' | 'block', ...names: string[]): Writing => (o) => write.toList(o, field(o, 'tools'), names, style);
  const comma = (...names: string[]): Writing => (o) => write.toCommaText(o, field(o, 'tools'), names);
  const map = (...names: string[]): Writing => (o) => write.toMap(o, field(o, 'tools'), names.map((name) => [name, 'true'] as const));
  it('a text into a flow list', () => head('tools: a, b # c\nname: x', list('flow', 'a', 'b'), 'tools: [a, b] # c\nname: x'));
  it('a text into a block list', () => head('tools: a, b # c\nname: x', list('block', 'a', '*'), "tools: # c\n  - a\n  - '*'\nname: x"));
  it('a block list into a text', () => head('tools: # c\n  - a\n  - b\nname: x', comma('a', 'b'), 'tools: a, b # c\nname: x'));
  it('a block list into a flow list', () => head('tools:\n- a\n- b\nname: x', list('flow', 'a', 'b'), 'tools: [a, b]\nname: x'));
  it('a flow list into a text', () => head('tools: [\n  a,\n  b\n]\nname: x', comma('a', 'b'), 'tools: a, b\nname: x'));
  it('a flow list into a map', () => head('tools: [a, b]\nname: x', map('a', 'b_*'), 'tools:\n  a: true\n  b_*: true\nname: x'));
  it('a block list into a map', () => head('tools:\n  - a # c\n  - b\nname: x', map('a', '*'), "tools:\n  a: true\n  '*': true\nname: x"));
  it('a map into a list', () => head('tools:\n  a: true\n  b: false\nname: x', list('block', 'a'), 'tools:\n  - a\nname: x'));
  it('nothing into a list', () => head('tools:\nname: x', list('flow', 'a'), 'tools: [a]\nname: x'));
  it('nothing into a map', () => head('tools:\nname: x', map('a'), 'tools:\n  a: true\nname: x'));
});
