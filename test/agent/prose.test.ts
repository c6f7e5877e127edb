// Headings and placeholders: what is prose and what is code.
import assert from 'node:assert/strict';
import { headingsOf } from '../../server/agent/headings';
import { outlineOf } from '../../server/agent/outline';
import { placeholdersOf } from '../../server/agent/placeholders';
import { dedent } from '../support/marked-text';

const headings = (template: string, ...expected: string[]): void => {
  const text = dedent(template);
  assert.deepEqual(
    headingsOf(outlineOf(text)).map(({ level, text: name }) => `${level} ${name}`),
    expected,
  );
};

const placeholders = (template: string, ...expected: string[]): void => {
  const outline = outlineOf(dedent(template));
  const found = placeholdersOf(outline);
  assert.deepEqual(
    found.map((one) => `${one.in} ${one.name}`),
    expected,
  );
  for (const { name, span } of found)
    assert.ok(outline.text.slice(span.start, span.end).includes(name));
};

describe('headings', () => {
  it('are marked by hashes', () =>
    headings('# a\n## b ##\n###### c\n####### d\n#e\n#\n', '1 a', '2 b', '6 c', '1 '));
  it('are underlined', () => headings('a\n===\nb\n---\n\n---\n', '1 a', '2 b'));
  it('are not lists or tables above a line of dashes', () =>
    headings('- a\n---\n| b |\n---\n> c\n---\n1. d\n---\n'));
  it('are not in code', () => headings('```\n# a\n```\n~~~~ x\n# b\n~~~\n# c\n~~~~\n# d\n', '1 d'));
  it('are not in the frontmatter', () => headings('---\n# a\nname: b\n---\n# c\n', '1 c'));
  it('are not found after an unclosed code fence', () => headings('# a\n```\n# b\n', '1 a'));
  it('have sections', () => {
    const text = '# a\nx\n## b\ny\n# c\n';
    const sections = headingsOf(outlineOf(text)).map(({ section }) =>
      text.slice(section.start, section.end),
    );
    assert.deepEqual(sections, ['# a\nx\n## b\ny\n', '## b\ny\n', '# c\n']);
  });
});

describe('placeholders', () => {
  it('are found in frontmatter and body', () =>
    placeholders(
      '---\nname: "{{NAME}}"\ndescription: for {{ project_type }} apps\n---\nA {{B}}{{C}}\n',
      'head NAME',
      'head project_type',
      'body B',
      'body C',
    ));
  it('are not in comments', () => placeholders('---\n# {{A}}\nname: b # {{C}}\n---\n'));
  it('are not in code', () =>
    placeholders('a `{{A}}` ``b ` {{B}}`` {{C}}\n```\n{{D}}\n```\n{{E}} `\n', 'body C', 'body E'));
  it('are not the expressions of template engines', () =>
    placeholders(`${'$'}{{ github.sha }} {{{a}}} {{#if b}} {{/if}} {{ c | d }} {{}}\n`));
});
