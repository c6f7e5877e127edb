import assert from 'node:assert/strict';
import { type Outline, outlineOf } from '../../../server/agent/outline';
import { placeIn } from '../../../server/hosts/catalog/places';
import { defaultContext } from '../../../server/hosts/model/context';
import type { Reading } from '../../../server/hosts/model/reading';
import { vscode } from '../../../server/hosts/vscode/host';
import { plain, type Value } from '../../../server/yaml/value';
import { processorTime } from '../../support/processor-time';

function reading(text: string): Reading {
  return readingOf(outlineOf(text));
}

function readingOf(outline: Outline): Reading {
  const place = placeIn(vscode, '.github/agents/a.agent.md');
  assert.ok(place);
  return vscode.kinds.agent.reader({ outline, place, context: defaultContext });
}

/** The fields of a header as plain data. */
function fields(head: string): Record<string, unknown> {
  const [agent] = reading(`---\n${head}\n---\nPrompt\n`).agents;
  return Object.fromEntries((agent?.fields ?? []).map(({ key, value }) => [key, plain(value)]));
}

const flaws = (text: string): string[] => reading(text).flaws.map(({ code }) => code);
const prompt = (text: string): string | undefined => reading(text).agents[0]?.prompt.text;

describe("VS Code's reader", () => {
  it('reads every scalar as a string', () => {
    assert.deepEqual(fields('name: 5\nflag: true\nnone: ~\ndate: 2024-01-01'), {
      name: '5',
      flag: 'true',
      none: '~',
      date: '2024-01-01',
    });
  });

  it('accepts what YAML rejects', () => {
    const odd = ['a: b', '@foo', '`x`', '*x', '&a d', '!t d', '"a'];
    const read = odd.map((value) => fields(`name: n\ndescription: ${value}`)['description']);
    assert.deepEqual(read, ['a: b', '@foo', '`x`', '*x', '&a d', '!t d', 'a ']);
    assert.deepEqual(fields('tools:\n\t- a\n\t- b'), { tools: ['a', 'b'] });
  });

  it('reads quotes, escapes and strings over several lines', () => {
    assert.deepEqual(
      fields(`a: 'it''s'\nb: "x\\ny\\u0041"\nc: one\n  two\n\n  three\nd: "one\n  two"`),
      {
        a: "it's",
        b: 'x\nyA',
        c: 'one two\nthree',
        d: 'one two',
      },
    );
  });

  it('reads block scalars', () => {
    assert.deepEqual(
      fields('a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n  z\nc: |+\n  x\n\nd: |2\n    x'),
      {
        a: 'x\n y\n',
        b: 'x y\nz',
        c: 'x\n\n',
        d: '  x\n',
      },
    );
  });

  it('reads lists and maps in brackets over several lines', () => {
    assert.deepEqual(fields('tools: [\n  a, # first\n  "b"\n]\nm: {x: 1, "y":2, z}'), {
      tools: ['a', 'b'],
      m: { x: '1', y: '2', z: null },
    });
  });

  it('reads lists of maps', () => {
    assert.deepEqual(fields('handoffs:\n- label: a\n  agent: b\n-\n  label: c\n- - x\n  - y'), {
      handoffs: [{ label: 'a', agent: 'b' }, { label: 'c' }, ['x', 'y']],
    });
  });

  it('keeps a key without a value', () => {
    assert.deepEqual(fields('tools:\nname: n'), { tools: null, name: 'n' });
    assert.deepEqual(flaws('---\ntools:\nname: n\n---\n'), []);
  });

  it('uses the first of two equal keys', () => {
    assert.deepEqual(fields('name: a\nname: b'), { name: 'a' });
    assert.deepEqual(flaws('---\nname: a\nname: b\n---\n'), ['duplicate-key']);
  });

  it('loses a value that begins with two braces, and everything after it', () => {
    assert.deepEqual(fields('description: {{X}}\nname: n'), { description: {} });
    assert.deepEqual(flaws('---\ndescription: {{X}}\nname: n\n---\n'), ['yaml', 'yaml', 'yaml']);
  });

  it('silently stops at a line that is not a key', () => {
    assert.deepEqual(fields('name: n\nnot a key\ntools: [read]'), { name: 'n' });
    const [flaw] = reading('---\nname: n\nnot a key\ntools: [read]\n---\n').flaws;
    assert.deepEqual(flaw?.span, { start: 12, end: 21 });
  });

  it('returns the spans of values in the file', () => {
    const text = '---\r\nname: n\r\ntools: [read, "edit"]\r\n---\r\nP\r\n';
    const tools = reading(text).agents[0]?.fields[1]?.value;
    const spans = (tools?.kind === 'list' ? tools.items : []).map(({ span }: Value) =>
      text.slice(span.start, span.end),
    );
    assert.deepEqual(spans, ['read', '"edit"']);
  });
});

describe("VS Code's fences", () => {
  it('are not found after a byte order mark', () => {
    const { agents, flaws } = reading('\ufeff---\nname: n\n---\nP\n');
    assert.deepEqual(agents[0]?.fields, []);
    assert.deepEqual(
      flaws.map(({ code }) => code),
      ['leading-text'],
    );
  });

  it('ends the header at the first line of dashes', () => {
    assert.equal(prompt('---  \nname: n\n---\t\nPrompt\n---\nmore\n'), 'Prompt\n---\nmore\n');
  });

  it('reads a file without a header as a prompt', () => {
    assert.equal(prompt('Prompt\n'), 'Prompt\n');
    assert.deepEqual(flaws('Prompt\n'), ['no-frontmatter']);
  });

  it('finds no header that is not at the very start', () => {
    assert.deepEqual(flaws('\n---\nname: n\n---\n'), ['leading-text']);
    assert.deepEqual(flaws('---yaml\nname: n\n---\n'), ['fence-language']);
  });

  it('reads a file with an unclosed header as a header', () => {
    const text = '---\nname: n\nPrompt\n';
    assert.equal(prompt(text), '');
    assert.deepEqual(flaws(text), ['unclosed-fence', 'yaml']);
  });

  it('finds no fields in a list or a string at the top level', () => {
    assert.deepEqual(flaws('---\n- a\n---\n'), ['not-a-mapping']);
    assert.deepEqual(flaws('---\nhello\n---\n'), ['not-a-mapping']);
    assert.deepEqual(flaws('---\n---\n'), []);
  });
});

describe("VS Code's reader and hostile files", () => {
  const bounded: readonly (readonly [string, string])[] = [
    ['brackets', '['.repeat(50_000)],
    ['dashes', '- '.repeat(40_000)],
    ['braces', 'a: {b: '.repeat(10_000)],
    ['block scalars', 'a: |\n'.repeat(19_000)],
    ['quotes', 'a: "\n'.repeat(19_000)],
    ['colons', ': '.repeat(49_000)],
    ['indents', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['empty lines', `a: b\n${'\n'.repeat(90_000)}c`],
    ['commas', `tools: ${'a,'.repeat(45_000)}`],
    ['lone surrogates', 'a: \ud800"\udc00\nb: "\\U00110000"'],
  ];
  for (const [what, head] of bounded) {
    it(`reads ${what} in bounded time`, () => {
      const outline = outlineOf(`---\n${head}\n---\n`);
      const took = processorTime(() => assert.ok(readingOf(outline)));
      assert.ok(took < 1500, `${took} ms`);
    });
  }

  it('does not parse a header that is too large', () => {
    assert.deepEqual(flaws(`---\n${'a: b\n'.repeat(50_000)}`), ['unclosed-fence', 'too-large']);
  });
});
