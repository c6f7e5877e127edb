import { replaceScalar } from '../../agent/write';
import { covers } from '../../text/span';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'A description with the two characters "\\n" in place of line breaks.',
  why: 'The text was escaped once too often. Claude Code turns the two characters into a line break; every other host shows them as they are, to the model and to people.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\\nUse it often.',
    ),
    example('.opencode/agent/reviewer.md', "description: 'Reviews.\\n\\nUse it often.'"),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: "Reviews changes.\\nUse it often."',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: |-\n  Reviews changes.\n  Use it often.',
    ),
  ],
});

export const rule: Rule = {
  name: 'literal-newline',
  kind: 'advice',
  quiet: true,
  advise: ({ outline, verdicts }: FileInput): Found[] => {
    const key = verdicts()[0]?.fields.find(({ field }) => field?.role === 'description')?.key;
    const entry = outline.fields.find((field) => field.key === key);
    if (entry?.value.kind !== 'text') return [];
    const { value } = entry;
    if (!value.text.includes('\\n')) return [];
    // One thing after the other: once it is in quotes, the signs may be line breaks.
    if (outline.errors.some(({ span }) => covers(value.span, span))) return [];
    const count = value.text.split('\\n').length - 1;
    const at = outline.text.indexOf('\\n', value.span.start);
    return [
      {
        span: at >= 0 && at < value.span.end ? { start: at, end: at + 2 } : value.span,
        severity: 'information',
        message: `The description holds the two characters "\\n" ${count === 1 ? 'once' : `${count} times`}${mayBePath(value.text) ? '' : ' where a line break was meant'}. Some hosts turn them into line breaks; the others show them as they are.`,
        fixes: [
          {
            title: 'Write real line breaks',
            safety: mayBePath(value.text) ? 'review' : 'safe',
            edits: () => replaceScalar(outline, value, value.text.replaceAll('\\n', '\n')),
          },
        ],
      },
    ];
  },
};

/** `C:\\new` and `src\\nested` hold the same two characters, and mean no line break; two in a row are an empty line. */
const mayBePath = (text: string): boolean => /(?:\b[A-Za-z]:|\\(?!n\\n)[\w.-]+)\\n\w/.test(text);
