import { textOf } from '../../agent/value';
import type { FieldRole } from '../../hosts/host';
import type { Verdict } from '../../hosts/verdict';
import type { Span } from '../../text/span';
import { example } from '../example';
import { curlyQuote, invisible, withoutInvisible } from '../invisible';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

/** None of them is among the letters that nearly every head is written in. */
const strange = /[\u0080-\uffff]/;

export const docs: RuleDocs = {
  what: 'A character that cannot be seen, or a curly quote, in a key or a name.',
  why: 'Text that is copied from a web page or a chat brings them along. A key with one is another key, a tool with one is no tool, and both look right.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools\u200b: Read',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read,\u00a0Grep\u200b',
    ),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nmode: \u201call\u201d'),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews \u201call\u201d\u00a0changes.\ntools: Read',
    ),
    example('.opencode/agent/reviewer.md', 'description: Reviews\u200b changes.\nmode: all'),
  ],
});

export const rule: Rule = {
  name: 'invisible-character',
  kind: 'advice',
  advise: ({ outline, verdicts }: FileInput): Found[] => {
    if (!strange.test(outline.text.slice(0, outline.head.end))) return [];
    const words = [...outline.fields.map(({ keySpan }) => keySpan), ...names(verdicts())];
    // In most heads they stand in a description.
    const isOdd = ({ start, end }: Span): boolean => strange.test(outline.text.slice(start, end));
    if (!words.some(isOdd)) return [];
    return once(words).flatMap((span): Found[] => {
      const word = outline.text.slice(span.start, span.end);
      const hidden = invisible.exec(word)?.[0];
      const first = hidden ?? curlyQuote.exec(word)?.[0];
      if (first === undefined) return [];
      const clean = withoutInvisible(word);
      const code = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      const what = hidden === undefined ? 'a curly quote' : 'a character that cannot be seen';
      return [
        {
          span,
          severity: 'warning',
          message: `There is ${what} (${code}) in this word: to the hosts it is not "${clean}". Write it anew.`,
          fixes: [
            { title: `Write ${clean}`, safety: 'review', edits: () => [{ span, text: clean }] },
          ],
        },
      ];
    });
  },
};

/** Values that are one word, which a host compares letter by letter. */
const compared: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
  'name',
  'model',
  'color',
  'mode',
]);

function names(verdicts: readonly Verdict[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { tools, fields } of verdicts) {
    for (const { span } of tools) spans.push(span);
    for (const field of fields) if (isWord(field)) spans.push(field.value.span);
  }
  return spans;
}

const isWord = ({ field, value }: Verdict['fields'][number]): boolean =>
  compared.has(field?.role) && !/[ \n]/.test((textOf(value) ?? ' ').trim());

const once = (spans: readonly Span[]): readonly Span[] => [
  ...new Map(spans.map((span) => [span.start, span])).values(),
];
