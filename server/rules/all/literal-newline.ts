import { replaceScalar } from '../../agent/write';
import { covers } from '../../text/span';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A description with the two characters "\\n" in place of line breaks.',
  why: 'The text was escaped once too often. Claude Code turns the two characters into a line break, except in plugins. Every other host keeps them, and the model and people see them.',
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
  advise: ({ outline, verdicts, chosenHosts }: FileInput): Found[] => {
    const all = verdicts();
    const key = all[0]?.fields.find(({ field }) => field?.role === 'description')?.key;
    const entry = outline.fields.find((field) => field.key === key);
    if (entry?.value.kind !== 'text') return [];
    const { value } = entry;
    if (!value.text.includes('\\n')) return [];
    // One thing after the other: once it is in quotes, the signs may be line breaks.
    if (outline.errors.some(({ span }) => covers(value.span, span))) return [];
    const agents = all.filter(({ persona }) => persona !== null);
    const keeping = agents.find(({ persona }) => persona?.description?.includes('\\n'));
    const converting = agents.length > 0 && !keeping ? agents[0] : undefined;
    // No host in use shows the two characters to anyone.
    if (converting && chosenHosts.length > 0) return [];
    const count = value.text.split('\\n').length - 1;
    const at = outline.text.indexOf('\\n', value.span.start);
    const isPath = mayBePath(value.text);
    const times = count === 1 ? 'once' : `${count} times`;
    const effect = converting
      ? `${hostName(converting)} turns them into line breaks; most other hosts do not.`
      : `${keeping ? hostName(keeping) : 'Most hosts'} keeps them as two characters.`;
    return [
      {
        span: at >= 0 && at < value.span.end ? { start: at, end: at + 2 } : value.span,
        severity: converting ? 'hint' : 'information',
        message: `The description contains the two characters "\\n" ${times}. ${effect} ${isPath ? 'Check whether a line break is meant.' : 'Write real line breaks.'}`,
        fixes: [
          {
            title: 'Write real line breaks',
            safety: isPath ? 'review' : 'safe',
            edits: () => replaceScalar(outline, value, value.text.replaceAll('\\n', '\n')),
          },
        ],
      },
    ];
  },
};

/** `C:\\new` and `src\\nested` hold the same two characters, and mean no line break; two in a row are an empty line. */
const mayBePath = (text: string): boolean => /(?:\b[A-Za-z]:|\\(?!n\\n)[\w.-]+)\\n\w/.test(text);
