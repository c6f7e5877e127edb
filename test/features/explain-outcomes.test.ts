import assert from 'node:assert/strict';
import { explainAll } from '../../server/features/explain-all';
import { lenses } from '../../server/features/lens';
import { reportCase } from '../../server/features/report-case';
import { catalog } from '../support/catalog';
import { viewAt } from '../support/viewing';

const head = (lines: string): string => `---\n${lines}\n---\n\nYou review code.\n`;
const titles = (text: string, at: string, isPresent = false): string[] =>
  lenses(viewAt(text, { at }), () => isPresent).map(({ title }) => title);

describe('the verdict lens', () => {
  it('summarizes in one line what the host does with the file', () => {
    assert.deepEqual(
      titles(
        head('name: reviewer\ndescription: d\ntools: Read, MultiEdit, Bash, Grep\nmodel: sonnet'),
        '.claude/agents/reviewer.md',
      ),
      ['Claude Code: loads as reviewer · 2 of 4 tools · sonnet'],
    );
    assert.deepEqual(titles(head('description: d\ncolor: yellow'), '.opencode/agent/reviewer.md'), [
      'OpenCode: does not start (color)',
    ]);
  });

  it('names what is missing, and the reason where no field is the cause', () => {
    assert.deepEqual(titles(head('description: d'), '.claude/agents/reviewer.md'), [
      'Claude Code: ignored (no name)',
    ]);
    assert.deepEqual(titles('You review.\n', '.claude/agents/reviewer.md'), [
      'Claude Code: ignored (no frontmatter)',
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

describe('the explanation', () => {
  it('has every host, in its own folder, with what it changes', () => {
    const { outline } = viewAt(head('name: reviewer\ndescription: d\ncolor: yellow\ntools: Read'), {
      at: '.claude/agents/reviewer.md',
    });
    const page = explainAll(catalog, outline, '.claude/agents/reviewer.md');
    assert.match(
      page,
      /\| OpenCode \| does not start \(\w+\) \| `\.opencode\/agent\/reviewer\.md` \|/,
    );
    assert.match(page, /\| Claude Code \| loads as reviewer · 1 tool \|/);
    assert.match(page, /## Claude Code [\d.]+\n\n- Tools: Read\n/);
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
      /^# claude-code 2\.1\.328\n\n## reported\n\n`\.claude\/agents\/reviewer\.md`\n/,
    );
    assert.match(
      report,
      /~~~~\n---\nname: reviewer\ndescription: d\ncolor: teal\ntools: Read\n---\n*~~~~/,
    );
    assert.match(report, /- fate: loads-changed\n- reason: field\n/);
    assert.doesNotMatch(report, /comment|prompt/);
  });

  it('writes out what one cannot see', () => {
    const text = '---\r\nname: reviewer\r\ndescription: Use: this\r\n---\r\nYou review.\r\n';
    const [verdict] = viewAt(text, { at: '.claude/agents/reviewer.md' }).verdicts();
    assert.ok(verdict);
    assert.match(reportCase(verdict, text), /~~~~escaped\n---\\r\n/);
  });
});
