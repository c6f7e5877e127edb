// What is read without a parser equals what every parser reads: the reference parser and that of each host.

import assert from 'node:assert/strict';
import matter from 'gray-matter';
import { type Outline, outlineOf } from '../../server/agent/outline';
import { claudeYaml } from '../../server/hosts/claude-code/yaml/dialect';
import { serdeValueYaml } from '../../server/hosts/judge/libyaml/dialect';
import { dateIn } from '../../server/hosts/judge/reading/value-from-data';
import { defaultContext } from '../../server/hosts/model/context';
import type { Host } from '../../server/hosts/model/host';
import { documentKindOf } from '../../server/hosts/model/place';
import { vscodeYaml } from '../../server/hosts/vscode/yaml/dialect';
import { parserOfRecord } from '../../server/yaml/parser-of-record';
import { convertScalars, type MapValue, plain } from '../../server/yaml/value';
import { parseYaml, simpleAs } from '../../server/yaml/yaml';
import { mutator } from '../conformance/mutate';
import { type Dice, dice } from '../conformance/random';
import { hosts, placesOf } from '../support/catalog';
import { corpusTexts } from '../support/corpus';
import { times } from '../support/share';

const places = hosts.flatMap((host) => {
  const path = `/project/${host.ownFile.replace('{name}', 'reviewer')}`;
  return placesOf(path, { has: () => false }).find((place) => place.host === host) ?? [];
});

const dialects = [parserOfRecord, claudeYaml, serdeValueYaml, vscodeYaml];

/** Fails where the reading of a host differs when its own parser runs. */
function isReadByEveryHost(outline: Outline): void {
  for (const place of places) {
    const read = (isSimple: boolean): unknown =>
      documentKindOf(place).reader({
        outline: { ...outline, isSimple },
        place,
        context: defaultContext,
      });
    assert.deepEqual(read(true), read(false), `${place.host.id}: ${JSON.stringify(outline.text)}`);
  }
}

/** Fails where a parser returns another tree for a simple head. */
function isReadByEveryParser(root: MapValue, head: string, start: number): void {
  for (const dialect of dialects) {
    const read = dialect.parse(head, start);
    assert.deepEqual([simpleAs(dialect, root), []], [read.root, read.errors], JSON.stringify(head));
  }
  const { data } = matter(`---\n${head}---\n`, {});
  const dated = convertScalars(root.entries, dateIn);
  assert.deepEqual(plain({ ...root, entries: dated }), JSON.parse(JSON.stringify(data)), head);
}

/** Fails where the result differs from that of the reference parser, except for colons that are read as intended. */
function isReadAsByParser(head: string, start: number): void {
  const read = parseYaml(head, start);
  const { root, errors } = parserOfRecord.parse(head, start);
  if (read.errors.some(({ message }) => message === 'colon')) {
    assert.equal(errors[0]?.code, 'BLOCK_AS_IMPLICIT_KEY', JSON.stringify(head));
    return;
  }
  assert.deepEqual([read.root, read.errors], [root, errors], JSON.stringify(head));
}

/** The head with CRLF line breaks, once on every line and once on some. */
function withReturns(head: string): readonly string[] {
  const lines = head.replaceAll('\r\n', '\n').split('\n');
  const mixed = lines.map((line, at) => (at % 3 === 0 ? `${line}\n` : `${line}\r\n`));
  return [lines.join('\r\n'), mixed.join('').slice(0, -1)];
}

/** Whether the text is read without a parser; fails where a parser returns another result. */
function isReadAlike(text: string): boolean {
  const outline = outlineOf(text);
  const { start, end } = outline.head;
  const head = text.slice(start, end);
  isReadAsByParser(head, start);
  for (const other of withReturns(head)) isReadAsByParser(other, start);
  if (!outline.isSimple) return false;
  isReadByEveryHost(outline);
  if (outline.shape !== 'closed' || outline.errors.length > 0 || outline.root?.kind !== 'map')
    return false;
  isReadByEveryParser(outline.root, head, start);
  return true;
}

const starts = [
  'a',
  'Abc',
  'é',
  '日本',
  '😀',
  '🛠️',
  '✅',
  '→ b',
  '🦉 ',
  '\ud83d',
  '\udc00',
  '0',
  '7',
  '7-a',
  '12-Ab-c',
  '2001-e1',
  '${{ a.b }}',
  '${{a}}',
  '-1',
  '1.5',
  '-',
  '.',
  '~',
  '$',
  '@',
  '`',
  '%',
  '!',
  '&',
  '*',
];
const middles = [
  ' ',
  '  ',
  ':',
  ': ',
  ' :',
  '#',
  ' #',
  ',',
  ', ',
  '"',
  "'",
  '\\',
  '[',
  ']',
  '{',
  '}',
  '|',
  '>',
  '---',
  '\t',
];
const words = [
  'true',
  'True',
  'false',
  'yes',
  'No',
  'on',
  'null',
  'nan',
  '.inf',
  'Infinity',
  '0x1F',
  '1e3',
  '010',
  '1_000',
  '-0',
  '2024-01-01',
  '2024-1-1',
  '2024-02-30',
  '0050-13-99',
  '[a, 2024-01-01]',
  '1.2.0',
  '01.2.3',
  '1.2.0-rc',
  '"a \\"b\\""',
  '"a\\nb\\t\\\\"',
  '"\\x41"',
  '12:30',
  '<<',
  '=',
  '|',
  '>-',
  '|2',
  '""',
  "''",
  '[]',
  '[a, b]',
  '[a,"b", 1]',
  '[ a , b ]',
  '[a,]',
  '[,a]',
  '[a,\n  b]',
  "['a\n   b', c]",
  '["a  \n  b",\n  \'c\n\n   d\']',
  '["a\\\n   b"]',
  '[\n    a,\n    "b"\n  ]',
  '[\n  a\n]',
  '\n  [a, b]',
  '\n  [\n    a,\n    b\n  ]',
  '\n[a]',
  '[a, # b\n  c]',
  '[a\n  b]',
  '[a] # b',
  '[a]# b',
  '{}',
  '{a: b}',
  "'it''s'",
  "'it'''",
  "''''",
  "'a'' # b'",
  '.claude/agents/a.md',
  '.inf/a',
  '.nan',
  '.5',
  '12a4b44704f2',
  '1e5',
  '12e4',
  '8155155b2',
  '1d3',
  '2e9a5c',
  '2e95f',
  './a.sh',
  '../a',
  './',
  '..',
  '0b11',
  '1f',
  '-.a/b',
  '1-ceo',
  '1-e',
  '0-a',
  '1-a1',
  '[a, "${{ b }}"]',
  '["a]b", \'{c}\']',
  '["a\\"]b"]',
  "[don't, a]",
  "[it's, don't]",
  '["a" "b"]',
  '["a",\n    "{b}"\n  ]',
  '[a"b{c}"]',
];
const keys = [
  'name',
  'tools',
  'permission',
  'options',
  'a',
  'a-b',
  'a_b',
  'ON',
  'y',
  '1',
  '"q"',
  '"*"',
  "'a b'",
  '"1"',
  '"__proto__"',
  '""',
  '"a: b"',
  'a b',
  '__proto__',
  '1.0.0',
  'a_*',
  'a*',
  '*',
  '0.1.2.3',
  '1.2',
  'constructor',
  'toString',
];

const comments = [' # a note', '  # a: note', ' #', '# no note', " # it's", ' # "a"', '\t# a note'];

const value = (roll: Dice): string =>
  roll.once(8) ? `${bareValue(roll)}${roll.of(comments)}` : bareValue(roll);

function bareValue(roll: Dice): string {
  if (roll.once(3)) return roll.of(words);
  const parts = Array.from({ length: 1 + roll.upTo(4) }, () =>
    roll.of(roll.once(2) ? starts : middles),
  );
  const joined = parts.join('');
  return roll.once(4) ? `"${joined}"` : roll.once(5) ? `'${joined}'` : joined;
}

function block(roll: Dice, indent: string, depth: number): string {
  let text = '';
  for (let entries = 1 + roll.upTo(3); entries > 0; entries--) {
    const key = roll.of(keys);
    const spaces = roll.once(8) ? ' '.repeat(roll.upTo(3)) : '';
    if (roll.once(6))
      text += roll.of(['\n', '# a note\n', `${indent}# a note\n`, '   \n', '...\n', '---\n']);
    if (depth < 3 && roll.once(4)) {
      const deeper = indent + ' '.repeat(roll.upTo(4));
      const inner = roll.once(2)
        ? block(roll, deeper, depth + 1)
        : Array.from({ length: 1 + roll.upTo(3) }, () =>
            roll.once(3)
              ? `${deeper}- ${block(roll, `${deeper}  `, depth + 1).slice(deeper.length + 2)}`
              : `${deeper}- ${value(roll)}\n`,
          ).join('');
      text += `${indent}${key}:${spaces}\n${inner}`;
    } else if (roll.once(5)) {
      const lines = Array.from({ length: 1 + roll.upTo(3) }, () =>
        roll.once(4)
          ? '\n'
          : `${indent}  ${' '.repeat(roll.once(4) ? roll.upTo(3) : 0)}${value(roll)}\n`,
      );
      text += `${indent}${key}: ${roll.of(['|', '>', '|-', '>-', '|+'])}${spaces}\n${lines.join('')}`;
    } else text += `${indent}${key}: ${spaces}${value(roll)}${spaces}\n`;
  }
  return text;
}

/** A file whose head is partly valid and partly broken YAML. */
const made = (seed: number): string => `---\n${block(dice(seed), '', 0)}---\nYou review.\n`;

describe('reading simple frontmatters without a parser', function () {
  this.timeout(400_000);

  it('gives the result of every parser for generated frontmatters', () => {
    let plain = 0;
    for (let seed = 0; seed < times(20_000); seed++) if (isReadAlike(made(seed))) plain++;
    assert.ok(plain > times(1_000), `${plain} of them were read without a parser`);
  });

  it('gives the result of every parser for characters that mean nothing in quotes', () => {
    for (const value of [
      '"{exit(code === 200 ? 0 : 1)}\\""',
      "'Is it ready ? Yes: it is'",
      '[a, "b ? c"]',
      'Is it ready ? yes',
    ])
      assert.ok(isReadAlike(`---\ndescription: ${value}\nversion: 1\n---\nReview.\n`), value);
  });

  describe('over real files', () => {
    it('gives the result of every parser for real frontmatters and mutations of them', () => {
      const texts = corpusTexts();
      const plain = texts.filter(isReadAlike).length;
      assert.ok(plain > texts.length / 2, `${plain} of ${texts.length} were read without a parser`);
      const mutate = new Map<Host, ReturnType<typeof mutator>>();
      texts.forEach((text, index) => {
        const host = hosts[index % hosts.length] as Host;
        if (!mutate.has(host)) mutate.set(host, mutator(host));
        isReadAlike(mutate.get(host)?.(text, dice(index)) ?? text);
      });
    });
  });
});
