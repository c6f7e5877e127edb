import assert from 'node:assert/strict';
import { lenses } from '../../server/features/lens';
import { reportCase } from '../../server/features/report-case';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const head = (lines: string): string => `---\n${lines}\n---\n\nYou review code.\n`;
const titles = (text: string, at: string, isPresent = false): string[] =>
  lenses(viewAt(text, { at }), () => isPresent).map(({ title }) => words(title));

describe('the verdict lens', () => {
  it('summarizes in one line what the host does with the file', () => {
    assert.deepEqual(
      titles(
        head('name: reviewer\ndescription: d\ntools: Read, MultiEdit, Bash, Grep\nmodel: sonnet'),
        '.claude/agents/reviewer.md',
      ),
      ['Claude Code: 2 of 4 tools'],
    );
    assert.deepEqual(titles(head('description: d\ncolor: yellow'), '.opencode/agent/reviewer.md'), [
      'OpenCode: does not start (color)',
    ]);
  });

  it('omits a name that the file shows, and has the rest in its tooltip', () => {
    const view = viewAt(head('name: critic\ndescription: d\ntools: Read\nmodel: sonnet'), {
      at: '.claude/agents/reviewer.md',
    });
    const [lens] = lenses(view, () => false);
    assert.equal(words(lens?.title), 'Claude Code: 1 tool');
    assert.equal(
      words(lens?.tooltip),
      'Loads as written. Claude Code: loads as critic · 1 tool · sonnet',
    );
    assert.equal(lens?.tone, 'good');
  });

  it('gives the name that a plugin adds its own to', () => {
    const [lens] = lenses(
      viewAt(head('name: critic\ndescription: d'), {
        at: 'kit/agents/reviewer.md',
        files: { 'kit/.claude-plugin/plugin.json': '{"name": "kit"}' },
      }),
      () => false,
    );
    assert.equal(words(lens?.title), 'Claude Code: loads as kit:critic · every tool');
  });

  it('names what is missing, and the reason where no field is the cause', () => {
    assert.deepEqual(titles(head('description: d'), '.claude/agents/reviewer.md'), [
      'Claude Code: ignored (no name)',
    ]);
    assert.deepEqual(titles('You review.\n', '.claude/agents/reviewer.md'), [
      'Claude Code: ignored (no frontmatter)',
    ]);
    const empty = '---\nname: reviewer\ndescription: d\n---\n';
    assert.deepEqual(titles(empty, '.cursor/agents/reviewer.md'), ['Cursor: ignored (prompt)']);
    assert.deepEqual(titles(empty, '.qwen/agents/reviewer.md'), ['Qwen Code: ignored (prompt)']);
    assert.deepEqual(titles(`${empty}You\0.\n`, '.cursor/agents/reviewer.md'), [
      'Cursor: ignored (binary file)',
    ]);
  });

  it('speaks of guests whose folders are there', () => {
    const text = head('name: reviewer\ndescription: d');
    assert.equal(titles(text, '.claude/agents/reviewer.md').length, 1);
    assert.ok(titles(text, '.claude/agents/reviewer.md', true).length > 1);
  });

  it('reports nothing for files that no host reads', () => {
    assert.deepEqual(titles(head('name: x'), 'notes/reviewer.md', true), []);
  });
});

describe('the report of a verdict', () => {
  it('leaves out every line that the verdict does not need', () => {
    const text = head(
      'name: reviewer\n# a comment\ndescription: d\ncolor: teal\ntools: Read',
    ).concat('A prompt\nof several\nlines.\n');
    const [verdict] = viewAt(text, { at: '.claude/agents/reviewer.md' }).verdicts();
    assert.ok(verdict);
    const report = reportCase(verdict, text);
    assert.match(
      report,
      /^# claude-code \d\S+\n\n## reported\n\n`\.claude\/agents\/reviewer\.md`\n/,
    );
    assert.match(
      report,
      /~~~~\n---\nname: reviewer\ndescription: d\ncolor: teal\ntools: Read\n---\n*~~~~/,
    );
    assert.match(report, /- `fate: loads-changed`\n- `reason: field`\n/);
    assert.doesNotMatch(report, /comment|prompt/);
  });

  it('contains nothing that an issue interprets outside of code', () => {
    const hostile = '@user #1 <img src=x> `a` ![x](y)';
    const text = `---\nname: '${hostile}'\ndescription: '${hostile}'\nmodel: '${hostile}'\n---\nYou review.\n`;
    for (const at of ['.claude/agents/a.md', '.opencode/agent/@user `#1` <b>.md']) {
      const [verdict] = viewAt(text, { at }).verdicts();
      assert.ok(verdict);
      const prose = reportCase(verdict, text)
        .replace(/^~{4,}[\s\S]*^~{4,}$/m, '')
        .replaceAll(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
      assert.doesNotMatch(prose, /@user|#1|<|!\[/);
    }
  });

  it('writes out what one cannot see', () => {
    const text = '---\r\nname: reviewer\r\ndescription: Use: this\r\n---\r\nYou review.\r\n';
    const [verdict] = viewAt(text, { at: '.claude/agents/reviewer.md' }).verdicts();
    assert.ok(verdict);
    assert.match(reportCase(verdict, text), /~~~~escaped\n---\\r\n/);
  });

  it('contains the beginning of a text that is too long for an issue, and all of one run of characters', () => {
    const text = `---\nname: reviewer\ndescription: ${'words '.repeat(5_200)}\n---\nYou review.\n`;
    const [verdict] = viewAt(text, { at: '.claude/agents/reviewer.md' }).verdicts();
    assert.ok(verdict);
    const report = reportCase(verdict, text);
    assert.match(report, /~~~~\n---\nname: reviewer\ndescription: words words /);
    assert.match(report, /\n~~~~\n\n1,\d\d\d more characters follow\.\n\nDossier reports: /);
    const run = text.replace(/(?:words )+/, 'd'.repeat(31_000));
    assert.match(reportCase(verdict, run), /description: \\\{d\*31000\}\n---\n/);
  });
});
