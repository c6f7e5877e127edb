import type { FieldRole } from '../../hosts/model/field';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import type { Span } from '../../text/span';
import { textOf } from '../../yaml/value';
import { example } from '../example';
import { curlyQuote, invisible, withoutInvisible } from '../prose/invisible';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

/** Nearly all frontmatter is plain ASCII and needs no further check. */
const nonAscii = /[\u0080-\uffff]/;

export const docs: RuleDocs = {
  what: 'Checks for invisible characters and curly quotes in keys and names.',
  why: 'They come with text that is copied from a web page or a chat. The key or the name looks correct, but programs do not recognize it.',
  sources: [
    { background: ['unknown keys', 'tool'] },
    {
      opinion:
        'Which characters look like others is our choice. They are reported for every program.',
    },
  ],
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
  subjects: ['agent', 'skill', 'command'],
  advise: ({ outline, verdicts }: FileInput): Found[] => {
    if (!nonAscii.test(outline.text.slice(0, outline.head.end))) return [];
    const words = [...outline.fields.map(({ keySpan }) => keySpan), ...names(verdicts())];
    // Usually only the description has such characters.
    const hasNonAscii = ({ start, end }: Span): boolean =>
      nonAscii.test(outline.text.slice(start, end));
    if (!words.some(hasNonAscii)) return [];
    return distinct(words).flatMap((span): Found[] => {
      const word = outline.text.slice(span.start, span.end);
      const hidden = invisible.exec(word)?.[0];
      const first = hidden ?? curlyQuote.exec(word)?.[0];
      if (first === undefined) return [];
      const clean = withoutInvisible(word);
      const code = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      return [
        {
          span,
          severity: 'warning',
          message:
            hidden === undefined
              ? t(
                  'This word contains a curly quote ({code}), so programs do not recognize it as "{word}". Type it again.',
                  { code, word: clean },
                )
              : t(
                  'This word contains an invisible character ({code}), so programs do not recognize it as "{word}". Type it again.',
                  { code, word: clean },
                ),
          fixes: [
            {
              title: t('Replace with "{value}"', { value: clean }),
              safety: 'review',
              edits: () => [{ span, text: clean }],
            },
          ],
        },
      ];
    });
  },
};

/** Fields whose value is one word that a host compares exactly. */
const comparedRoles: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
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
  comparedRoles.has(field?.role) && !/[ \n]/.test((textOf(value) ?? ' ').trim());

const distinct = (spans: readonly Span[]): readonly Span[] => [
  ...new Map(spans.map((span) => [span.start, span])).values(),
];
