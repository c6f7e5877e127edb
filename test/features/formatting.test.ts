// Formatting, as texts before and after; and that it never changes what a frontmatter means.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { writerFor } from '../../server/agent/write-for';
import { type FormatOptions, formatFrontmatter } from '../../server/features/formatting/formatting';
import { applyEdits } from '../../server/text/edit';
import { plain } from '../../server/yaml/value';
import { parseYaml } from '../../server/yaml/yaml';
import { corpusTexts, someCorpusTexts } from '../support/corpus';

const format = (text: string, options?: FormatOptions): string =>
  applyEdits(text, formatFrontmatter(writerFor(outlineOf(text), ['yaml']), options));

function turns(before: string, after: string, options?: FormatOptions): void {
  const whole = (lines: string): string => `---\n${lines}\n---\n\nYou  are.  \n`;
  assert.equal(format(whole(before), options), whole(after));
  assert.equal(format(whole(after), options), whole(after), 'a second time');
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  assert.equal(format(crlf(whole(before)), options), crlf(whole(after)), 'with CRLF');
}

const stays = (lines: string): void => turns(lines, lines);

describe('formatting', () => {
  it('leaves one space after a colon', () => turns('name:   a\nmodel : b', 'name: a\nmodel: b'));
  it('removes trailing spaces', () =>
    turns('name: a  \ntools:\t\n  - b ', 'name: a\ntools:\n  - b'));
  it('indents items alike', () =>
    turns(
      'tools:\n- a\n- b\nskills:\n  - c\nhooks:\n    - d',
      'tools:\n  - a\n  - b\nskills:\n  - c\nhooks:\n  - d',
    ));
  it('keeps items at the column of their key where all items are', () => {
    stays('tools:\n- a\n- b');
    stays('hooks:\n  Stop:\n  - hooks:\n    - type: command\n      command: a\ntools:\n- b');
  });
  it('keeps the indentation that the file uses', () => {
    stays('tools:\n    - a\nhooks:\n    b:\n        c: d');
    turns('tools:\n- a\nskills:\n    - c', 'tools:\n    - a\nskills:\n    - c');
  });
  it('indents nested maps', () =>
    turns(
      'permission:\n    bash:\n        "git *": ask\n    edit: deny',
      'permission:\n  bash:\n    "git *": ask\n  edit: deny',
      { indent: 2 },
    ));
  it('moves the keys of an item with their dash', () =>
    turns(
      'tools:\n  - a\nhooks:\n- matcher: a\n  type: b\n# c\n- matcher: d',
      'tools:\n  - a\nhooks:\n  - matcher: a\n    type: b\n  # c\n  - matcher: d',
    ));
  it('leaves one space after a dash', () =>
    turns('tools:\n  -   a\n  - b', 'tools:\n  - a\n  - b'));
  it('spaces flow lists', () => {
    turns('tools: [a,b ,  c]', 'tools: [a, b, c]');
    turns('tools: [  a, b ]', 'tools: [a, b]');
    turns('tools: [ a,b ]', 'tools: [ a, b ]');
  });
  it('spaces flow maps', () => {
    turns('permission: {edit: deny,bash: ask}', 'permission: {edit: deny, bash: ask}');
    turns('permission: {edit: deny,  bash: ask }', 'permission: { edit: deny, bash: ask }');
  });
  it('keeps placeholders of templates', () => stays('name: {{NAME}}'));
  it('spaces empty collections', () =>
    turns('tools: [ ]\npermission: { }', 'tools: []\npermission: {}'));
  it('keeps quotes', () => {
    stays(`name: "a-b"\ntools: ['read', "x/y"]`);
    stays(`tools: ['Read', 'a b', 'on', '*']`);
    turns(`name:  "a"`, 'name: "a"');
  });
  it('indents by four when configured', () =>
    turns('tools:\n  - a', 'tools:\n    - a', { indent: 4 }));
  it('keeps comments', () =>
    turns('# one\nname:  a   # two\n# three', '# one\nname: a   # two\n# three'));
  it('keeps block scalars', () =>
    stays('description: ||\n  a   b  \n\n    c:   d\nname: a'.replaceAll('||', '|')));
  it('moves block scalars with their key', () =>
    turns(
      'a:\n    b: >\n        c\n          d  \n    e: f',
      'a:\n  b: >\n      c\n        d  \n  e: f',
      { indent: 2 },
    ));
  it('keeps multi-line strings', () => stays('description: "a  \n  b"\nname: a'));
  it('keeps sentences in quotes', () => stays('description: "Use this now"'));
  it('keeps names in one string unchanged', () => stays('tools: Read,Write ,  Bash'));
  it('does nothing where there are errors', () => stays('name:   a\ntools: [b'));
  it('does nothing without a frontmatter', () =>
    assert.equal(format('name:   a\n'), 'name:   a\n'));
});

describe('formatting real files', () => {
  it('never changes their meaning, and is idempotent', function () {
    this.timeout(60_000);
    for (const text of someCorpusTexts(4)) {
      const before = outlineOf(text);
      const formatted = format(text);
      if (formatted === text) continue;
      const after = outlineOf(formatted);
      assert.equal(formatted.slice(after.body.start), text.slice(before.body.start));
      const values = (one: typeof before): unknown =>
        plain(
          parseYaml(one.text.slice(one.head.start, one.head.end), 0).root ?? {
            kind: 'null',
            source: '',
            span: { start: 0, end: 0 },
          },
        );
      assert.deepEqual(values(after), values(before));
      assert.equal(format(formatted), formatted);
    }
  });

  // More than that would be a change of style, which is not what formatting on save is for.
  it('changes few lines, and no quotes', function () {
    this.timeout(60_000);
    const quotes = (text: string): string => text.replaceAll(/[^'"]/g, '');
    let changed = 0;
    const texts = corpusTexts();
    for (const text of texts) {
      const formatted = format(text);
      assert.equal(quotes(formatted), quotes(text));
      if (formatted !== text) changed++;
    }
    assert.ok(changed <= texts.length / 50, `${changed} of ${texts.length} files`);
  });
});
