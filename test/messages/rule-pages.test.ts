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

    it(`${rule.name}: shows the files of its examples, or how many there are, and every diagnostic`, () => {
      const plain = unescaped(page);
      for (const { example, reports } of reportedExamples(rule)) {
        const files = [example, ...(example.companions ?? [])];
        const missing = files.filter(({ path }) => !page.includes(`\`${path}\``));
        const shown = files.length > 5 ? 2 : files.length;
        for (const { path } of files.slice(0, shown)) assert.ok(page.includes(`\`${path}\``), path);
        if (missing.length > 0)
          assert.ok(
            page.includes(`And ${files.length - shown} more such files.`),
            missing[0]?.path,
          );
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
