// Every finding links to the page of its rule, which shows it as the editor does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rulesWithExamples } from '../support/examples';
import { reportedExamples } from '../support/rule-reports';

const headings = [
  'What it does',
  'Why is this bad?',
  'Example',
  'Use instead',
  'Programs',
  'Options',
];

const section = (page: string, heading: string): string =>
  page
    .split(`\n## ${heading}\n`)[1]
    ?.split(/\n(?:## |<details>)/)[0]
    ?.trim() ?? '';

/** Without the backslashes before characters that Markdown interprets. */
const unescaped = (markdown: string): string => markdown.replaceAll(/\\([\\`*_{}[\]<>#|~])/g, '$1');

describe('messages/rule-pages', () => {
  for (const rule of rulesWithExamples) {
    const page = readFileSync(`docs/rules/${rule.name}.md`, 'utf8');

    it(`${rule.name}: has every section, in order`, () => {
      const found = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading ?? '');
      assert.deepEqual(
        found.filter((heading) => headings.includes(heading)),
        headings,
      );
      for (const heading of headings) assert.notEqual(section(page, heading), '', heading);
      assert.match(page, /<summary>Sources<\/summary>/);
    });

    it(`${rule.name}: shows every file of its examples and every diagnostic`, () => {
      const plain = unescaped(page);
      for (const { example, reports } of reportedExamples(rule)) {
        for (const { path } of [example, ...(example.companions ?? [])])
          assert.ok(page.includes(`\`${path}\``), path);
        assert.notEqual(reports.length, 0);
        for (const { severity, message, source } of reports) {
          assert.ok(plain.includes(message), message);
          assert.ok(page.includes(`> **${severity}**`) && page.includes(`*${source}(`), source);
        }
      }
    });

    it(`${rule.name}: shows another text as right than as wrong`, () => {
      const wrong = section(page, 'Example')
        .replaceAll(/^>.*\n?/gm, '')
        .trim();
      assert.notEqual(section(page, 'Use instead'), wrong);
    });
  }
});
