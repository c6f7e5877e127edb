import { composed, t } from '../../text/message';
import { covers } from '../../text/span';
import type { StringValue } from '../../yaml/value';
import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for descriptions that contain "\\n" instead of line breaks.',
  why: 'The text was escaped twice. Claude Code converts the two characters to a line break, except in plugins. Every other program keeps them, so the model and users see them.',
  sources: [
    { background: ['field of description'] },
    {
      opinion:
        'The two characters are seldom intended, so they are reported although every program loads the agent.',
    },
  ],
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
  advise: (input: FileInput): Found[] => {
    const { outline, verdicts } = input;
    const all = verdicts();
    const key = all[0]?.fields.find(({ field }) => field?.role === 'description')?.key;
    const entry = outline.fields.find((field) => field.key === key);
    if (entry?.value.kind !== 'text') return [];
    const { value } = entry;
    return value.text.includes('\\n') ? findingsIn(input, value) : [];
  },
};

function findingsIn(
  { outline, writer, verdicts, chosenHosts }: FileInput,
  value: StringValue,
): Found[] {
  // Invalid YAML is reported first: once the value is quoted, the characters may be line breaks.
  if (outline.errors.some(({ span }) => covers(value.span, span))) return [];
  const agents = verdicts().filter(({ persona }) => persona !== null);
  const keeping = agents.find(({ persona }) => persona?.description?.includes('\\n'));
  const converting = agents.length > 0 && !keeping ? agents[0] : undefined;
  // No host of this user keeps the two characters.
  if (converting && chosenHosts.length > 0) return [];
  const count = value.text.split('\\n').length - 1;
  const offset = outline.text.indexOf('\\n', value.span.start);
  const isPath = mayBePath(value.text);
  const problem =
    count === 1
      ? t('The description contains a literal "\\n".')
      : t('The description contains {count} literal "\\n".', {
          count: String(count),
        });
  const effect = converting
    ? t('{host} converts "\\n" to a line break; most other programs keep it as text.', {
        host: hostName(converting),
      })
    : keeping
      ? t('{host} keeps "\\n" as text.', { host: hostName(keeping) })
      : t('Most programs keep "\\n" as text.');
  const action = isPath ? t('Check whether a line break is intended.') : t('Use line breaks.');
  return [
    {
      span:
        offset >= 0 && offset < value.span.end ? { start: offset, end: offset + 2 } : value.span,
      severity: converting ? 'hint' : 'information',
      message: composed`${problem} ${effect} ${action}`,
      fixes: [
        {
          title: t('Replace with line breaks'),
          safety: isPath ? 'review' : 'safe',
          edits: () => writer.replaceValue(value, { text: value.text.replaceAll('\\n', '\n') }),
        },
      ],
    },
  ];
}

/** `C:\\new` and `src\\nested` contain the same characters as part of a path; two in a row are an empty line. */
const mayBePath = (text: string): boolean => /(?:\b[A-Za-z]:|\\(?!n\\n)[\w.-]+)\\n\w/.test(text);
