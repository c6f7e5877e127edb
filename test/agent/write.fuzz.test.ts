// An edit changes its target and nothing else, in generated frontmatters of every style and in real ones.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import matter from 'gray-matter';
import { parse } from 'yaml';
import { namesIn } from '../../server/agent/names';
import { type Outline, outlineOf } from '../../server/agent/outline';
import { applyEdits, type Edit } from '../../server/text/edit';
import { type Path, plain, type Value, valueAt } from '../../server/yaml/value';
import { corpusTexts, someCorpusTexts } from '../support/corpus';
import { times } from '../support/share';
import * as write from '../support/yaml-edits';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const jsonOf = (outline: Outline): Json =>
  (outline.root ? JSON.parse(JSON.stringify(plain(outline.root))) : {}) as Json;

/** The same change made to the plain value. */
function changed(
  json: Json,
  path: Path,
  change: (holder: Json[] | { [key: string]: Json }, step: never) => void,
): Json {
  const copy = structuredClone(json);
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = (holder as Json[])[step as number] as Json;
  change(holder as Json[], path.at(-1) as never);
  return copy;
}

const set = (json: Json, path: Path, to: Json): Json =>
  changed(json, path, (holder, step) => {
    holder[step] = to as never;
  });

const withoutPath = (json: Json, path: Path): Json =>
  changed(
    json,
    path,
    (holder, step) => void (Array.isArray(holder) ? holder.splice(step, 1) : delete holder[step]),
  );

function pathsOf(value: Value, path: Path = []): Path[] {
  if (value.kind === 'map')
    return value.entries.flatMap(({ key, value: one }) => [
      [...path, key],
      ...pathsOf(one, [...path, key]),
    ]);
  return value.kind === 'list'
    ? value.items.flatMap((one, i) => [[...path, i], ...pathsOf(one, [...path, i])])
    : [];
}

const commentsOf = (text: string): string[] => (text.match(/#c\d+/g) ?? []).sort();

function turnsInto(
  outline: Outline,
  edits: readonly Edit[],
  expected: Json,
  what: string,
): Outline {
  const text = applyEdits(outline.text, edits);
  const after = outlineOf(text);
  const shown = `${what}\n${outline.text}\n=>\n${text}`;
  assert.deepEqual(after.errors, [], shown);
  assert.deepEqual(jsonOf(after), expected, shown);
  assert.equal(after.text.slice(after.body.start), outline.text.slice(outline.body.start), shown);
  return after;
}

/** Everything that a writer can do to one place of this frontmatter. */
function writeEverywhere(outline: Outline, text: string): void {
  const { root } = outline;
  if (root?.kind !== 'map') return;
  const json = jsonOf(outline);
  for (const path of pathsOf(root)) {
    const value = valueAt(outline.fields, path);
    if (!value) continue;
    const at = path.join('.');
    if (value.kind !== 'list' && value.kind !== 'map') {
      const edits = write.replaceScalar(outline, value, text);
      const after = turnsInto(outline, edits, set(json, path, text), `replace ${at}`);
      assert.deepEqual(commentsOf(after.text), commentsOf(outline.text));
    }
    if (typeof path.at(-1) === 'number') {
      turnsInto(
        outline,
        write.removeItem(outline, path),
        withoutPath(json, path),
        `remove item ${at}`,
      );
    }
    if (
      value.kind === 'list' &&
      value.items.every((item) => item.kind !== 'map' && item.kind !== 'list')
    ) {
      const added = set(json, path, [...(plain(value) as Json[]), text]);
      turnsInto(outline, write.addItem(outline, path, text), added, `add to ${at}`);
    }
  }
  for (const entry of root.entries) {
    const path = [entry.key];
    turnsInto(
      outline,
      write.removeField(outline, entry),
      withoutPath(json, path),
      `remove ${entry.key}`,
    );
    const renamed = Object.fromEntries(
      Object.entries(json as object).map(([key, one]) => [
        key === entry.key ? 'renamed' : key,
        one,
      ]),
    );
    turnsInto(outline, write.renameKey(outline, entry, 'renamed'), renamed, `rename ${entry.key}`);
    const inserted = { ...(json as object), inserted: text };
    turnsInto(
      outline,
      write.insertField(outline, 'inserted', write.scalar(text), entry.key),
      inserted,
      `insert after ${entry.key}`,
    );
    const names = ['a', '*', text].filter((name) => !name.includes('\n'));
    turnsInto(
      outline,
      write.toList(outline, entry, names, 'flow'),
      set(json, path, names),
      `flow list ${entry.key}`,
    );
    turnsInto(
      outline,
      write.toList(outline, entry, names, 'block'),
      set(json, path, names),
      `block list ${entry.key}`,
    );
    turnsInto(
      outline,
      write.toCommaText(outline, entry, names),
      set(json, path, names.join(', ')),
      `text ${entry.key}`,
    );
    turnsInto(
      outline,
      write.toMap(outline, entry, [
        ['a', 'true'],
        ['*', 'x'],
      ]),
      set(json, path, { a: true, '*': 'x' }),
      `map ${entry.key}`,
    );
  }
}

// One field of a frontmatter, in every style, with comments that must be kept as long as the field exists.
const word = fc.constantFrom('a', 'Read', 'b-c', 'x.y', 'Bash(git *)', 'é😀', "it's");
const style = fc.constantFrom(
  (v: string) => v,
  (v: string) => `'${v.replaceAll("'", "''")}'`,
  (v: string) => `"${v}"`,
);
const scalarYaml = fc.tuple(word, style).map(([v, as]) => as(v));
const flow = fc.array(scalarYaml, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`);
const lines = (indent: string, items: readonly string[]): string =>
  items.map((item) => `\n${indent}${item}`).join('');
const items = fc.array(scalarYaml, { minLength: 1, maxLength: 3 });
const shape = fc.oneof(
  scalarYaml.map((v) => ` ${v}`),
  scalarYaml.map((v) => ` ${v} #c1`),
  fc.constantFrom(
    '',
    ' #c2',
    ' true',
    ' 12',
    ' >-\n  folded\n  text\n\n  more',
    ' |\n    deep\n   \n    text',
    ' "two\n  lines"',
    ' two\n  plain\n\n  lines',
  ),
  flow.map((v) => ` ${v}`),
  flow.map((v) => ` ${v} #c3`),
  items.map(
    (all) =>
      ` [${lines(
        '  ',
        all.map((one) => `${one},`),
      )}\n]`,
  ),
  items.map((all) => lines('  - ', all)),
  items.map((all) => lines('- ', all)),
  items.map((all) => ` #c4${lines('    - ', all)}`),
  items.map((all) =>
    lines(
      '  ',
      all.map((one, i) => `k${i}: ${one}`),
    ),
  ),
  items.map((all) =>
    lines(
      '  - ',
      all.map((one, i) => `k: ${one}\n    l:\n      - ${i}`),
    ),
  ),
  items.map((all) => ` { ${all.map((one, i) => `k${i}: ${one}`).join(', ')} }`),
);
const between = fc.constantFrom('\n', '\n', '\n', '\n\n', '\n#c5 between\n');
const frontmatter = fc
  .array(fc.tuple(shape, between), { minLength: 1, maxLength: 4 })
  .map(
    (fields) =>
      `---\n${fields.map(([value, after], i) => `f${i}:${value}${after}`).join('')}---\n\nBody: x\n`,
  );
const texts = fc.oneof(
  word,
  fc.constantFrom(
    'a: b',
    'x #y',
    '[z',
    'true',
    '10',
    '',
    '- q',
    '*',
    'a, b',
    'a\nb: c\n\n  d',
    '\n# a\n',
    ' a\nb',
    'say "x"',
    "'",
    '{{X}}',
  ),
);

describe('any scalar', () => {
  it('is read as the original string in every dialect', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...':#-?[]{},&*!|>\'"%@` \n\t\\ayNn0179.~=<') }),
    );
    const dialects: Record<string, (text: string) => unknown> = {
      'yaml 1.2': (text) => parse(text),
      'yaml 1.1': (text) => parse(text, { version: '1.1' }),
      'gray-matter': (text) => matter(`---\n${text}---\n`, {}).data,
    };
    const styles = ['plain', 'single', 'double'] as const;
    fc.assert(
      fc.property(any, fc.constantFrom(...styles), (text, prefer) => {
        for (const [name, read] of Object.entries(dialects)) {
          const shown = `${name}: ${write.scalar(text, prefer)}`;
          assert.deepEqual(read(`a: ${write.scalar(text, prefer)}\n`), { a: text }, shown);
          assert.deepEqual(read(`a: [${write.flowScalar(text, prefer)}]\n`), { a: [text] }, shown);
        }
      }),
      { numRuns: times(300) },
    );
  });
});

describe('any edit', () => {
  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`changes only its target, with ${name}`, function () {
      this.timeout(120_000);
      fc.assert(
        fc.property(frontmatter, texts, (text, by) => {
          const outline = outlineOf(text.replaceAll('\n', eol));
          assert.deepEqual(outline.errors, [], text);
          writeEverywhere(outline, by);
        }),
        { numRuns: times(150) },
      );
    });
  }

  it('removes one name from a string of names and keeps the others', () => {
    const name = fc.constantFrom('Read', 'Bash(git add:*, git push)', 'mcp__a__*', 'x/y');
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 2, maxLength: 5 }),
        fc.constantFrom('', '"', "'"),
        fc.constantFrom(',', ', ', ' , ', ',\n  '),
        fc.nat(4),
        (all, quote, comma, n) => {
          const outline = outlineOf(
            `---\ntools: ${quote}${all.join(comma)}${quote}\nmodel: x\n---\n`,
          );
          const value = valueAt(outline.fields, ['tools']);
          assert.ok(value?.kind === 'text');
          const inner = {
            start: value.span.start + quote.length,
            end: value.span.end - quote.length,
          };
          const names = namesIn(outline.text, inner, ',');
          assert.deepEqual(
            names.map((one) => one.text),
            all,
          );
          const index = n % all.length;
          const span = names[index]?.span;
          assert.ok(span);
          const after = outlineOf(applyEdits(outline.text, write.removeName(outline, value, span)));
          const left = valueAt(after.fields, ['tools']);
          assert.ok(left?.kind === 'text');
          const rest = { start: left.span.start + quote.length, end: left.span.end - quote.length };
          assert.deepEqual(
            namesIn(after.text, rest, ',').map((one) => one.text),
            all.filter((_, i) => i !== index),
          );
        },
      ),
      { numRuns: times(200) },
    );
  });
});

describe('any edit of real files', () => {
  it('changes only its target', function () {
    this.timeout(60_000);
    someCorpusTexts(20).forEach((text) => {
      const outline = outlineOf(text);
      const keys = outline.fields.map(({ key }) => key);
      const isClean =
        outline.shape === 'closed' &&
        outline.errors.length === 0 &&
        new Set(keys).size === keys.length;
      if (isClean && !/[&*]\w/.test(text.slice(outline.head.start, outline.head.end)))
        writeEverywhere(outline, 'a: b');
    });
  });

  it('never throws for invalid files', function () {
    this.timeout(60_000);
    for (const text of corpusTexts()) {
      const outline = outlineOf(text);
      if (outline.errors.length === 0 && outline.shape === 'closed') continue;
      for (const entry of outline.fields) {
        for (const edits of [
          write.removeField(outline, entry),
          write.quoteValue(outline, entry),
          write.replaceScalar(outline, entry.value, 'x'),
          write.foldIntoBlock(outline, entry, (key) => key === 'name'),
          write.toList(outline, entry, ['a'], 'block'),
          write.toCommaText(outline, entry, ['a']),
          write.insertField(outline, 'k', 'v', entry.key),
          write.closeFence(outline),
        ])
          applyEdits(text, edits);
      }
    }
  });
});
