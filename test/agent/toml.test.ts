// TOML documents: the fields and the prompt of the outline, the caret, and what the writer makes of them.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Caret, caretAt } from '../../server/agent/caret';
import { type Outline, outlineOf } from '../../server/agent/outline';
import { writerFor } from '../../server/agent/write-for';
import type { Edits, Writer } from '../../server/agent/writer';
import { applyEdits } from '../../server/text/edit';
import { entryOf, plain } from '../../server/yaml/value';

const toml = (text: string): Outline => outlineOf(text, 'toml');
const dataOf = ({ root }: Outline): unknown => root && plain(root);
const bodyOf = ({ text, body }: Outline): string => text.slice(body.start, body.end);

const role = [
  'name = "reviewer" # the name',
  "description = 'Reviews changes.'",
  'developer_instructions = """',
  '# Task',
  'Review the "change".',
  '"""',
  'nickname_candidates = ["Ada", "Grace"]',
  '[mcp_servers.docs]',
  'command = "npx"',
  'args = ["-y"]',
  '[mcp_servers.web]',
  'url = "https://example.com"',
  '[[skills.config]]',
  'enabled = true',
  '[[skills.config]]',
  'enabled = false',
  '',
].join('\n');

describe('the outline of TOML', () => {
  it('has the keys and tables as fields, and the prompt as its body', () => {
    const outline = toml(role);
    assert.deepEqual(outline.errors, []);
    assert.deepEqual(dataOf(outline), {
      name: 'reviewer',
      description: 'Reviews changes.',
      developer_instructions: '# Task\nReview the "change".\n',
      nickname_candidates: ['Ada', 'Grace'],
      mcp_servers: {
        docs: { command: 'npx', args: ['-y'] },
        web: { url: 'https://example.com' },
      },
      skills: { config: [{ enabled: true }, { enabled: false }] },
    });
    assert.equal(bodyOf(outline), '\n# Task\nReview the "change".\n');
  });

  it('gives every key its place', () => {
    const { fields, text } = toml(`\ufeff${role}`);
    const written = fields.map(({ keySpan }) => text.slice(keySpan.start, keySpan.end));
    assert.deepEqual(written, [
      ...['name', 'description', 'developer_instructions', 'nickname_candidates'],
      ...['mcp_servers', 'skills'],
    ]);
    const servers = entryOf(fields, 'mcp_servers')?.value;
    assert.ok(servers?.kind === 'map');
    for (const { key, keySpan } of servers.entries)
      assert.equal(text.slice(keySpan.start, keySpan.end), key);
  });

  const broken: readonly (readonly [text: string, code: string, at: string])[] = [
    ['name = reviewer\nmodel = "x"\n', 'UNQUOTED', 'reviewer'],
    ['name\nmodel = "x"\n', 'NO_EQUALS', 'name'],
    ['name =\nmodel = "x"\n', 'NO_VALUE', 'name ='],
    ['name = "a\nmodel = "x"\n', 'Unterminated string constant', '"a'],
    ['name = "a" "b"\nmodel = "x"\n', 'Must be a newline', '"a" "b"'],
    ['name = "a\\q"\nmodel = "x"\n', 'Invalid character in escape sequence', '"a\\q"'],
  ];
  for (const [text, code, at] of broken)
    it(`reports ${code} and keeps the other fields`, () => {
      const { errors, fields } = toml(text);
      assert.equal(errors[0]?.code, code);
      const { start, end } = errors[0].span;
      assert.equal(text.slice(start, end), at);
      assert.deepEqual(
        fields.map(({ key }) => key),
        ['model'],
      );
    });

  it('keeps the fields before a prompt that is not closed', () => {
    const outline = toml('name = "a"\ndeveloper_instructions = """\nReview "it".\n');
    assert.equal(outline.errors[0]?.code, 'Unterminated string constant');
    assert.deepEqual(dataOf(outline), { name: 'a' });
    assert.equal(bodyOf(outline), '\nReview "it".\n');
  });
});

describe('a long prompt in TOML', () => {
  const lines = (eol: string): string =>
    Array.from({ length: 5_000 }, (_, at) => `${at}. Look at "this", then that.`).join(eol);

  for (const [title, quotes, eol, prompt] of [
    ['between double quotes', '"""', '\n', lines('\n')],
    ['between single quotes', "'''", '\n', lines('\n')],
    ['with other line breaks', '"""', '\r\n', lines('\r\n')],
    ['that ends with quotes', '"""', '\n', `${lines('\n')}""`],
    ['with characters of two units', '"""', '\n', lines('\n').replaceAll('then', '\u{1f600}')],
    ['with an escape', '"""', '\n', lines('\n').slice(0, 90_000).replace('that.', '\\\\')],
  ] as const)
    it(`is read ${title}`, () => {
      const before = `name = "a"${eol}p = ${quotes}${eol}`;
      const outline = toml(`${before}${prompt}${quotes} # end${eol}model = "b"${eol}`);
      assert.deepEqual(outline.errors, []);
      const expected = prompt.replaceAll('\r\n', '\n').replace('\\\\', '\\');
      assert.deepEqual(dataOf(outline), { name: 'a', p: expected, model: 'b' });
      assert.equal(bodyOf(outline), `${eol}${prompt}`);
      const model = outline.fields.at(-1);
      assert.equal(outline.text.slice(model?.span.start, model?.span.end), 'model = "b"');
    });

  it('moves neither an error nor another field', () => {
    const outline = toml(`name = "a"\np = """\n${lines('\n')}"""\nmodel = "b\ncolor = "c"\n`);
    const [error] = outline.errors;
    assert.equal(outline.text.slice(error?.span.start, error?.span.end), '"b');
    assert.deepEqual(Object.keys(Object(dataOf(outline))), ['name', 'p', 'color']);
  });

  it('is read as a short one, whatever it contains', () => {
    const pieces = [
      '"',
      "'",
      '\\',
      '\\n',
      '\r\n',
      '\n',
      '# ',
      '[x]',
      'a = 1',
      '\t',
      '\u0007',
      '\u{1f600}',
    ];
    const filler = 'x'.repeat(2_000);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
        fc.constantFrom('"""', "'''"),
        (parts, quotes) => {
          const written = (fill: string): Outline =>
            toml(`name = "a"\np = ${quotes}${parts.join('')}${fill}${quotes}\nmodel = "b"\n`);
          const [short, long] = [written('-'), written(filler)];
          const text = JSON.stringify(dataOf(long)).replaceAll(filler, '-');
          assert.equal(text, JSON.stringify(dataOf(short)));
          assert.deepEqual(
            long.errors.map(({ code }) => code),
            short.errors.map(({ code }) => code),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the caret in TOML', () => {
  /** @param template with `|` at the caret. */
  const at = (template: string): Caret => {
    const offset = template.indexOf('|');
    return caretAt(toml(template.replace('|', '')), offset);
  };
  const brief = (template: string): string => {
    const caret = at(template);
    const path = 'path' in caret ? caret.path.join('.') : '';
    const text = 'text' in caret ? caret.text : '';
    return [caret.in, path, text].filter((part) => part !== '').join(' ');
  };

  for (const [template, expected] of [
    ['|', 'nothing'],
    ['na|', 'key na'],
    ['name = "a"\n|', 'key'],
    ['na|me = "a"', 'key name'],
    ['name = |', 'value name'],
    ['name = "a|b"', 'value name ab'],
    ["name = 'a|b'", 'value name ab'],
    ['model = so|', 'value model so'],
    ['list = ["a", "b|"]', 'value list.1 b'],
    ['# not|e', 'comment'],
    ['a = 1 # not|e', 'comment'],
    ['p = """\nRe|view\n"""', 'body'],
    ['p = """\nRe|view', 'body'],
    ['[mcp_servers.docs]\n|', 'key mcp_servers.docs'],
    ['[mcp_servers.docs]\ncommand = "a"\nar|', 'key mcp_servers.docs ar'],
    ['[mcp_servers.docs]\ncommand = "n|"', 'value mcp_servers.docs.command n'],
  ] as const)
    it(`${JSON.stringify(template)}: ${expected}`, () => assert.equal(brief(template), expected));

  it('knows the keys that a table has', () => {
    const caret = at('name = "a"\nmodel = "b"\n|\n[t]\nx = 1\n');
    assert.ok(caret.in === 'key');
    assert.deepEqual(caret.siblings, ['name', 'model', 't']);
  });

  it('never throws, and touches the offset', () => {
    for (let end = 0; end <= role.length; end++) {
      const text = role.slice(0, end);
      const outline = toml(text);
      for (const offset of [0, Math.floor(end / 2), end]) {
        const caret = caretAt(outline, offset);
        if (caret.in !== 'key' && caret.in !== 'value') continue;
        assert.ok(caret.token.start <= offset && offset <= caret.token.end, text);
      }
    }
  });
});

describe('the writer for TOML', () => {
  const written = (text: string, change: (writer: Writer) => Edits): string => {
    const edits = change(writerFor(toml(text), ['toml']));
    assert.ok(edits);
    return applyEdits(text, edits);
  };
  const base = 'name = "a"\np = """\nYou.\n"""\n\n[t]\nx = 1\n';

  it('inserts a key before the prompt and the tables', () =>
    assert.equal(
      written(base, (writer) => writer.insertField('description', 'Say "hi"\\')),
      base.replace('p =', 'description = "Say \\"hi\\"\\\\"\np ='),
    ));

  it('inserts the first key', () =>
    assert.equal(
      written('', (writer) => writer.insertField('name', 'a')),
      'name = "a"\n',
    ));

  it('replaces a value, in several lines where it has them', () => {
    const value = (key: string, text: string) => (writer: Writer) => {
      const entry = entryOf(writer.outline.fields, key);
      assert.ok(entry);
      return writer.replaceValue(entry.value, { text });
    };
    assert.equal(written(base, value('name', 'b')), base.replace('"a"', '"b"'));
    const prompt = 'Run C:\\tools.\nSay """.\n';
    const changed = toml(written(base, value('p', prompt)));
    assert.deepEqual(changed.errors, []);
    assert.equal((dataOf(changed) as { p: string }).p, prompt);
  });

  it('removes a key with its line, but no table', () => {
    const remove = (key: string) => (writer: Writer) => {
      const entry = entryOf(writer.outline.fields, key);
      assert.ok(entry);
      return writer.removeField(entry);
    };
    assert.equal(written(base, remove('name')), base.slice('name = "a"\n'.length));
    assert.equal(writerFor(toml(base), ['toml']).outline.fields.length, 3);
    assert.equal(remove('t')(writerFor(toml(base), ['toml'])), null);
  });

  it('writes lists', () => {
    assert.equal(
      written('a = 1\n', (writer) => writer.addItem(['list'], 'x')),
      'a = 1\nlist = ["x"]\n',
    );
    assert.equal(
      written('list = ["x"]\n', (writer) => writer.addItem(['list'], 'y')),
      'list = ["x", "y"]\n',
    );
    assert.equal(
      written('list = ["x", "y"]\n', (writer) => writer.removeItem(['list', 0])),
      'list = ["y"]\n',
    );
  });

  it('refuses what TOML cannot express', () => {
    const writer = writerFor(toml(base), ['toml']);
    const entry = entryOf(writer.outline.fields, 'name');
    assert.ok(entry);
    assert.equal(writer.setField(entry, { names: ['a', 'b'], form: 'commas' }), null);
    assert.equal(writer.inYaml([]), null);
  });
});
