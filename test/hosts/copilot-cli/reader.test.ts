import assert from 'node:assert/strict';
import { type Outline, outlineOf } from '../../../server/agent/outline';
import { placeIn } from '../../../server/hosts/catalog/places';
import { copilotCli } from '../../../server/hosts/copilot-cli/host';
import { defaultContext } from '../../../server/hosts/model/context';
import type { Reading } from '../../../server/hosts/model/reading';
import { plain } from '../../../server/yaml/value';
import { processorTime } from '../../support/processor-time';

function reading(text: string): Reading {
  return readingOf(outlineOf(text));
}

function readingOf(outline: Outline): Reading {
  const place = placeIn(copilotCli, '.github/agents/a.agent.md');
  assert.ok(place);
  return copilotCli.kinds.agent.reader({ outline, place, context: defaultContext });
}

function fields(head: string): Record<string, unknown> {
  const [agent] = reading(`---\n${head}\n---\nPrompt\n`).agents;
  return Object.fromEntries((agent?.fields ?? []).map(({ key, value }) => [key, plain(value)]));
}

const flaw = (text: string): string | undefined => reading(text).flaws[0]?.code;
const refused = (head: string): boolean =>
  reading(`---\n${head}\n---\nPrompt\n`).agents.length === 0;

describe("Copilot CLI's reader", () => {
  it('reads numbers, booleans and null as in YAML 1.2', () => {
    assert.deepEqual(
      fields(
        'a: 5\nb: True\nc: ~\nd: yes\ne: 2024-01-01\nf: 007\ng: 0x1F\nh: 1e3\ni: "5"\nj: .inf',
      ),
      {
        a: 5,
        b: true,
        c: null,
        d: 'yes',
        e: '2024-01-01',
        f: '007',
        g: 31,
        h: 1000,
        i: '5',
        j: null,
      },
    );
  });

  it('reads block scalars without the line break before the fence', () => {
    assert.deepEqual(fields('a: |\n  x\n   y\nb: >-\n  x\n  y\n\n  z\nc: |\n  x'), {
      a: 'x\n y\n',
      b: 'x y\nz',
      c: 'x',
    });
  });

  it('reads quotes, escapes, folding, anchors and tags', () => {
    assert.deepEqual(
      fields(
        `a: 'it''s'\nb: "x\\ty\\u00e9"\nc: one\n  two\n\n  three\nd: &x [1]\ne: *x\nf: !!str 5`,
      ),
      {
        a: "it's",
        b: 'x\tyé',
        c: 'one two\nthree',
        d: [1],
        e: [1],
        f: '5',
      },
    );
  });

  it('reads lists and maps, block and flow', () => {
    assert.deepEqual(fields('a:\n- x\n- y: 1\n  z: 2\nb: {c: [d, e: f], "g":h}\n? i\n: j'), {
      a: ['x', { y: 1, z: 2 }],
      b: { c: ['d', { e: 'f' }], g: 'h' },
      i: 'j',
    });
  });

  const faults: Readonly<Record<string, string>> = {
    'a colon in an unquoted value': 'description: a: b',
    'a tab as indentation': 'a:\n\t- b',
    'a duplicate key': 'a: 1\na: 2',
    'a character that cannot begin a value': 'a: @b',
    'an unknown anchor': 'a: *b',
    'an unclosed bracket': 'a: [b',
    'an unclosed quote': 'a: "b',
    'an unknown escape': 'a: "\\z"',
    'a second document': 'a: b\n...\nc: d',
    'a line without a colon': 'a: b\nc\nd: e',
    'a list on the line of its key': 'a: - b',
    'a number that is too large': 'a: 12345678901234567890123',
    'excessive nesting': `a: ${'['.repeat(130)}${']'.repeat(130)}`,
    'a control character': 'a: b\u0007',
    'an alias bomb': `a: &a [${'x,'.repeat(50)}]\n${'bcdefgh'
      .split('')
      .map(
        (key, index) =>
          `${key}: &${key} [${Array.from({ length: 20 }, () => `*${'abcdefg'[index]}`).join()}]`,
      )
      .join('\n')}`,
  };
  for (const [what, head] of Object.entries(faults)) {
    it(`refuses ${what}`, () => {
      assert.ok(refused(head));
    });
  }

  it('reports the position of the error', () => {
    const text = '---\nname: n\ndescription: what: this\n---\n';
    const [found] = reading(text).flaws;
    assert.equal(text.slice(found?.span.start, found?.span.end), ':');
    const double = '---\nname: n\nname: m\n---\n';
    assert.deepEqual(reading(double).flaws[0]?.span, { start: 12, end: 17 });
  });
});

describe("Copilot CLI's fences", () => {
  it('must be the first line and a later line', () => {
    assert.equal(flaw('Prompt'), 'no-frontmatter');
    assert.equal(flaw('\n---\na: b\n---\n'), 'leading-text');
    assert.equal(flaw('---yaml\na: b\n---\n'), 'fence-language');
    assert.equal(flaw('---\na: b\nPrompt'), 'unclosed-fence');
    assert.equal(flaw('---\n- a\n---\n'), 'not-a-mapping');
  });

  it('can be surrounded by spaces, carriage returns and a byte order mark', () => {
    const [agent] = reading('\ufeff--- \t\r\na: b\r\n---\u00a0\r\n\r\n Prompt \r\n').agents;
    assert.equal(agent?.prompt.text, 'Prompt');
    assert.deepEqual(
      agent?.fields.map(({ key }) => key),
      ['a'],
    );
  });

  it('are not found in an indented block scalar', () => {
    assert.deepEqual(fields('a: |\n  x\n  ---\n  y'), { a: 'x\n---\ny' });
  });
});

describe("Copilot CLI's reader and hostile files", () => {
  const bounded: readonly (readonly [string, string])[] = [
    ['brackets', '['.repeat(50_000)],
    ['dashes', '- '.repeat(40_000)],
    ['question marks', '? '.repeat(40_000)],
    ['colons', ': '.repeat(40_000)],
    ['keys', 'a: {b: '.repeat(10_000)],
    ['quotes', '"a" '.repeat(20_000)],
    ['anchors', Array.from({ length: 15_000 }, (_, index) => `- &a${index} x`).join('\n')],
    ['indents', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['empty lines', `a: b\n${'\n'.repeat(90_000)}  c`],
  ];
  for (const [what, head] of bounded) {
    it(`reads ${what} in bounded time`, () => {
      const outline = outlineOf(`---\n${head}\n---\n`);
      const took = processorTime(() => assert.ok(readingOf(outline)));
      assert.ok(took < 1500, `${took} ms`);
    });
  }
});
