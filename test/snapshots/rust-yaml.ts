// How the YAML of the Rust libraries is read: the value of each text, or the error and its place.
import { serdeFieldsYaml, serdeValueYaml } from '../../server/hosts/judge/libyaml/dialect';
import type { Value } from '../../server/yaml/value';
import { words } from '../support/words';

const texts: readonly string[] = [
  // Numbers.
  ...[
    '0',
    '-0',
    '+1',
    '007',
    '-007',
    '0x1F',
    '-0x10',
    '0o17',
    '0b101',
    '0x',
    '1_000',
    '1e3',
    '1E3',
  ],
  ...[
    '1e-3',
    '1e+3',
    '1e',
    '1ex',
    '.5',
    '5.',
    '-.5',
    '.',
    '1.5.2',
    '1.0',
    '12345678901234567890123',
  ],
  ...['.inf', '-.INF', '.nan', '.NAN', '-.nan', 'inf', '1:30', '2026-11-23'],
  // Words.
  ...['~', 'null', 'Null', 'NULL', 'nULL', 'true', 'True', 'TRUE', 'tRUE', 'yes', 'no', 'on', 'y'],
  // Tags.
  ...['!!str 5', '!!int "5"', '!!int x', '!!float 1', '!!bool yes', '!!bool true', '!!null ""'],
  ...['!own 5', '!own x', '!!str', '!<tag:yaml.org,2002:str> 5', '!<x 5', '!e!x 5', '!!seq [a]'],
  ...['! 5', '!a%20b c', '!a%2 c', '!a%zz c', '!!map {a: 1}', '!!binary aGk='],
  // Quoted.
  ...[
    `'it''s'`,
    `'a`,
    `"a`,
    `"a\\tb\\nc\\x41\\u00e9\\U0001F600"`,
    `"\\x4"`,
    `"\\u12g4"`,
    `"\\ud800"`,
  ],
  ...[
    `"\\U00110000"`,
    `"\\q"`,
    `"a\\\n   b"`,
    `"a\n  b"`,
    `"a\n\n  b"`,
    `'a\n\n\n  b'`,
    `"\\e\\_\\N\\L\\P\\/"`,
  ],
  ...[`"a" b`, `'a' # note`, `"a"#no`, `'a\n---\nb'`, `"a\n...\n"`],
  // Plain.
  ...[
    'a b  c',
    'a #b',
    'a#b',
    'a:b',
    'a: b',
    'a :b',
    '- a',
    '-a',
    '?a',
    '? a',
    ':a',
    '@a',
    '`a',
    '%a',
  ],
  ...[
    'a\n  b',
    'a\n\n  b',
    'a\n # note\n  b',
    'a\n\tb',
    'a\tb',
    '\ta',
    'a:',
    '[',
    ']',
    '{',
    '}',
    ',a',
    '&a',
    '*a',
  ],
  // Blocks.
  ...[
    '|\n  a\n  b\n',
    '>\n  a\n  b\n',
    '|-\n  a\n\n',
    '|+\n  a\n\n',
    '>-\n  a\n\n  b\n',
    '>\n  a\n   b\n  c\n',
  ],
  ...[
    '|2\n    a\n',
    '|0\n  a\n',
    '|10\n  a\n',
    '|-2\n   a\n',
    '|2-\n   a\n',
    '|+0\n a',
    '| # note\n  a\n',
    '|x\n  a\n',
  ],
  ...[
    '|\n  a\n b\n',
    '|\n\n\n  a\n',
    '|\n     \n  a\n',
    '>\n\n  a\n\n\n  b\n',
    '|\n',
    '|\n\ta\n',
    '>+\n  a\n\n\n',
  ],
  // Lists and maps.
  ...[
    '[a, b]',
    '[a, b,]',
    '[a b]',
    '[a, , b]',
    '[a: 1, b]',
    '[a',
    '[a]b',
    '[a] b',
    '{a: 1, b: 2}',
    '{a, b: }',
  ],
  ...[
    '{a: 1, a: 2}',
    '{a: 1',
    '{a: [b, {c: d}]}',
    '{? a : b}',
    '{"a":1}',
    '{a:1}',
    '[a,b]',
    '[-1, - 1]',
    '[a#b, c]',
  ],
  ...[
    '\n- a\n- b',
    '\n  - a\n  - b',
    '\n  - a\n - b',
    '\n  - a\n  b',
    '\n  -\n    - a\n  - - b',
    '\n  - a: 1\n    b: 2',
  ],
  ...[
    '\n  a: 1\n  b: 2',
    '\n  a: 1\n b: 2',
    '\n  a: 1\n   b: 2',
    '\n  a\n',
    '\n  a: 1\n  a: 2',
    '\n  ? a\n  : b',
    '\n  ? a\n',
  ],
  ...[
    '\n  1: a\n  1.0: b\n  0x10: c\n  -007: d\n  1e3: e',
    '\n  true: a\n  ~: b',
    '\n  [a, b]: c',
    '\n  {a: 1}: c',
    '\n\ta: 1',
  ],
  ...['\n  -5: a\n  +5: b\n  -0: c\n  1e-7: d\n  -1e300: e\n  .inf: f\n  1-2: g'],
  // Anchors.
  ...[
    '[&a x, *a]',
    '[*a]',
    '[&a [*a]]',
    '[&a x, &a y, *a]',
    '[&a, *a]',
    '&a [x]',
    '& x',
    '&a-b_c x',
    '&a! x',
    '*',
    '*a b',
  ],
  ...[
    '&a &b x',
    '&a !!str 5',
    '!!str &a 5',
    '!!str !!int 5',
    '[&a x, &b *a]',
    '{&a b: c, d: *a}',
    '{*a : b}',
    '{&a b: 1, *a : 2}',
  ],
  // The end of a document.
  ...[
    'a\n---\nb: 1',
    'a\n...\n',
    'a\n...\nb',
    '\n%YAML 1.2\n',
    'a\n# note',
    'a\r\nb: 1',
    'a\rb: 1',
    'a\u0085b: 1',
    'a\u2028b',
    '\u0000',
    '\u0007',
  ],
];

/** Texts that begin where a value does not. */
const documents: readonly string[] = [
  ...[
    '',
    '# note',
    '---\na: 1',
    '--- a',
    '%YAML 1.1\n---\na: 1',
    '%YAML 1.3\n---\na: 1',
    '%YAML 2.0\n---\na: 1',
    '%YAML x\n---\n',
  ],
  ...[
    '%YAML 1.1\n%YAML 1.1\n---\n',
    '%TAG ! tag:x\n---\na: !b c',
    '%TAG !e! tag:x\n---\na: !e!b c',
    '%OTHER x\n---\na: 1',
    '%YAML 1.1\na: 1',
  ],
  ...[
    '- a\nb: 1',
    'a: 1\n- b',
    '\ufeffa: 1',
    'a: 1\n  b: 2',
    '  a: 1\nb: 2',
    'a',
    '[a]: b',
    '? a',
    ': a',
    'a: b: c',
    'a:\n- b\n- c\nd: e',
    '"a": 1',
    '"a" 1',
  ],
  ...[
    'a: &x {b: &y [*x]}',
    `${'a: [*x, *x]\n'.repeat(2)}`,
    `a: ${'['.repeat(130)}${']'.repeat(130)}`,
    `${'k'.repeat(1030)}: 1`,
    `? ${'k'.repeat(1030)}\n: 1`,
  ],
];

export const rustYaml = (): string =>
  `${[...documents, ...texts.map((text) => `a: ${text}`)].map(read).join('\n')}\n`;

function read(text: string): string {
  const [value, fields] = [serdeValueYaml, serdeFieldsYaml].map((dialect) => {
    const { root, errors } = dialect.parse(text, 0);
    const [error] = errors;
    if (error) return `${error.code} at ${error.span.start}: ${words(error.message)}`;
    return root ? shown(root) : 'nothing';
  });
  const shortText = text.length > 80 ? `${text.slice(0, 40)}... ${text.length}` : text;
  return [
    JSON.stringify(shortText).replaceAll(/[\u007f-\uffff]/g, escaped),
    `  ${value}`,
    ...(value === fields ? [] : [`  by fields: ${fields}`]),
  ].join('\n');
}

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The value with its place, in one line. */
function shown(value: Value): string {
  const { start, end } = value.span;
  return `${contentOf(value)} ${start}-${end}`;
}

function contentOf(value: Value): string {
  switch (value.kind) {
    case 'list':
      return `[${value.items.map(shown).join(', ')}]`;
    case 'map':
      return `{${value.entries.map((entry) => `${entry.key.slice(0, 40)} ${entry.keySpan.start}-${entry.keySpan.end}: ${shown(entry.value)}`).join(', ')}}`;
    case 'text':
      return `${value.style} ${JSON.stringify(value.text).replaceAll(/[\u007f-\uffff]/g, escaped)}`;
    case 'number':
      return `number ${value.number}`;
    case 'boolean':
      return `boolean ${value.boolean}`;
    default:
      return value.kind;
  }
}
